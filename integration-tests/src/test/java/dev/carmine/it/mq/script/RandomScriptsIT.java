package dev.carmine.it.mq.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.it.junit.Seed;
import dev.carmine.mq.internal.QueueScript;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * All scripts in any order, on few ids, so that they meet in every state. After each step the queue's keys must fit
 * together, whatever can be leased must have its marker, and no two leases of an id may have the same fence or overlap.
 */
class RandomScriptsIT extends ScriptFixture {
    private static final int STEPS = 1_500;
    private static final List<String> WORKERS = List.of("w1", "w2", "w3");

    private final SplittableRandom random = Seed.random("RandomScriptsIT");
    private final Deque<String> lately = new ArrayDeque<>();
    private final Map<String, List<Granted>> held = new HashMap<>();
    private final Map<String, String> lastFences = new HashMap<>();

    @BeforeEach
    void limit() {
        queue.configure("attempts", 3, "deliveries", 4, "deadKeep", 20);
    }

    @Test
    void keysFitTogetherWhateverIsDone() {
        boolean limited = random.nextBoolean();
        if (limited) {
            queue.configure("concurrency", 5, "rateCount", 4, "rateWindow", 1_000);
        }
        for (int step = 0; step < STEPS; step++) {
            note(doSomething());
            assertThat(queue.findings()).as("after %s", lately).isEqualTo(List.of());
            if (!limited && redis.exists(queue.key("r"), queue.key("gr")) > 0 && !isPaused()) {
                assertThat(queue.wakes()).as("after %s", lately).isTrue();
            }
        }
        drain();
    }

    @Test
    void scriptsTouchOnlyKeysThatTheyWereGiven() {
        ScriptKeys keys = ScriptKeys.watch(redis, () -> {
            for (int step = 0; step < 300; step++) {
                note(doSomething());
            }
        });
        assertThat(keys.undeclared()).isEmpty();
        assertThat(keys.scattered()).isEmpty();
    }

    private void note(String what) {
        lately.add(what);
        if (lately.size() > 10) {
            lately.remove();
        }
    }

    private String doSomething() {
        int kind = random.nextInt(100);
        return kind < 30 ? enqueue() : kind < 70 ? exchange() : kind < 85 ? administer() : pass();
    }

    private boolean isPaused() {
        return "1".equals(redis.hget(queue.key("cfg"), "paused"));
    }

    private String id() {
        return "m" + random.nextInt(12);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String options() {
        if (random.nextInt(3) == 0) {
            return "";
        }
        String group = random.nextBoolean() ? "" : "g" + random.nextInt(3);
        String priority = group.isEmpty() ? oneOf(List.of("", "-1", "2", "15")) : "";
        return String.join(
                ":",
                oneOf(List.of("", "100", "2000")),
                oneOf(List.of("", "500")),
                "",
                "",
                priority,
                oneOf(List.of("", "", "", "700")),
                oneOf(List.of("", "u", "q", "uq", "d", "ud", "uqd")),
                group);
    }

    private String enqueue() {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.addAll(List.of(id(), "body", options()));
        }
        return "enqueue " + words + " → " + queue.enqueueWith("t" + random.nextLong(), words.toArray(new String[0]));
    }

    private String exchange() {
        String worker = oneOf(WORKERS);
        ScriptedQueue.Exchange exchange =
                queue.worker(worker).slots(oneOf(List.of(0, 1, 3, 10))).ahead(oneOf(List.of(0, 2, 20)));
        if (random.nextBoolean()) {
            exchange.willNotBlock();
        }
        List<Granted> mine = held.computeIfAbsent(worker, key -> new ArrayList<>());
        List<String> settled = new ArrayList<>();
        mine.removeIf(message -> {
            if (random.nextInt(10) < 3) {
                return false;
            }
            String kind = oneOf(List.of("s", "s", "s", "S", "r", "r", "r", "x", "b"));
            long number = "sSr".contains(kind) ? oneOf(List.of(0L, 0L, 1_500L)) : 0;
            Object[] chained = random.nextInt(7) == 0 ? new Object[] {0, id(), "chained", ""} : new Object[0];
            exchange.settle(kind, message.id(), message.fence(), number, "why", chained);
            settled.add(kind + " " + message.id());
            return true;
        });
        Exchanged exchanged = exchange.exchange();
        for (Granted message : exchanged.granted()) {
            String last = lastFences.put(message.id(), message.fence());
            assertThat(message.fence()).isGreaterThan(last == null ? "" : last);
            assertThat(message.record().deliveries()).isLessThanOrEqualTo(4);
            assertThat(message.record().attempt()).isLessThanOrEqualTo(3);
        }
        mine.addAll(exchanged.granted());
        return worker + " settles " + settled + " → " + exchanged.answers() + ", takes " + exchanged.ids();
    }

    private String administer() {
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                return "cancel → " + queue.run(QueueScript.CANCEL, id(), id());
            }
            case 2 -> {
                return "redrive → " + queue.run(QueueScript.REDRIVE, "*", 3, 0);
            }
            case 3 -> {
                return "purge → " + queue.run(QueueScript.PURGE, "*", 2);
            }
            case 4 -> {
                return random.nextInt(4) == 0 ? "clear → " + queue.run(QueueScript.CLEAR) : "";
            }
            case 5 -> {
                queue.configure("paused", oneOf(List.of("", "1")));
                return "pause or resume";
            }
            case 6 -> {
                queue.configure("groupLimit", oneOf(List.of(1, 2, 3)));
                return "change the limit of groups";
            }
            default -> {
                @Nullable Granted message = held.values().stream()
                        .flatMap(List::stream)
                        .skip(random.nextInt(3))
                        .findFirst()
                        .orElse(null);
                return message == null
                        ? ""
                        : "extend → "
                                + queue.run(QueueScript.EXTEND, "w1", message.id(), message.fence(), 0, "half done");
            }
        }
    }

    private String pass() {
        queue.advance(Duration.ofMillis(oneOf(List.of(1, 10, 300, 1_000, 31_000))));
        return "time passes";
    }

    /** Whatever there is can be handled in the end. */
    private void drain() {
        queue.configure("paused", "", "rateCount", "", "concurrency", "");
        for (int round = 0; round < 60; round++) {
            queue.advance(Duration.ofSeconds(3));
            Exchanged exchanged = queue.worker("w9").slots(20).exchange();
            ScriptedQueue.Exchange settling = queue.worker("w9");
            exchanged.granted().forEach(settling::success);
            settling.exchange();
        }
        assertThat(queue.findings()).isEqualTo(List.of());
        Map<String, Long> stats = queue.stats();
        for (String state : List.of("ready", "delayed", "leased", "backlog", "waiting")) {
            assertThat(stats).containsEntry(state, 0L);
        }
    }
}
