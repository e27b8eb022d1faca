package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.OnDuplicate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A program that enqueues messages of every kind, cancels some, and redrives some. Arguments: address, history, name,
 * seed, how many messages.
 */
final class ProducerProcess {
    /** Ids that are used again and again, by all producers. */
    private static final int SHARED_IDS = 8;

    private static final int GROUPS = 5;
    private static final int MOST_DELAY = 1_500;
    private static final int LEAST_LIFE = 20;
    private static final int MOST_LIFE = 2_000;
    private static final int IN_ONE_GO = 20;
    private static final int REDRIVEN = 10;

    private final Map<TestedQueue, RecordedQueue> queues = new EnumMap<>(TestedQueue.class);
    private final String name;
    private final SplittableRandom random;
    private int enqueued;

    private ProducerProcess(Carmine redis, Path history, String name, long seed) {
        for (TestedQueue queue : TestedQueue.values()) {
            HistoryFile file = new HistoryFile(queue.history(history));
            queues.put(queue, new RecordedQueue(redis, queue.openPatiently(redis), file, name));
        }
        this.name = name;
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] args) {
        try (Carmine redis = TestedQueue.connect(args[0])) {
            new ProducerProcess(redis, Path.of(args[1]), args[2], Long.parseLong(args[3]))
                    .produce(Integer.parseInt(args[4]));
        }
    }

    private void produce(int count) {
        while (enqueued < count) {
            int kind = random.nextInt(100);
            if (kind < 4) {
                enqueueMany(TestedQueue.MIXED, EnqueueOptions::withId);
            } else if (kind < 9) {
                cancel();
            } else if (kind < 11) {
                enqueueMany(TestedQueue.METERED, this::mortal);
            } else if (kind < 13) {
                String group = group();
                enqueueMany(TestedQueue.GROUPED, content -> inGroup(content, group));
            } else if (kind < 15) {
                queue(TestedQueue.GROUPED).redrive(REDRIVEN);
            } else if (kind < 20) {
                String content = nextContent();
                queue(TestedQueue.GROUPED).enqueue(content, inGroup(content, group()), random.nextBoolean());
            } else {
                String content = nextContent();
                queue(TestedQueue.MIXED).enqueue(content, mixed(content), kind < 30);
            }
        }
    }

    private RecordedQueue queue(TestedQueue queue) {
        return Objects.requireNonNull(queues.get(queue));
    }

    private String nextContent() {
        return name + "-" + enqueued++;
    }

    private String group() {
        return "group" + random.nextInt(GROUPS);
    }

    private void enqueueMany(TestedQueue queue, Function<String, EnqueueOptions> how) {
        Map<String, EnqueueOptions> messages = new LinkedHashMap<>();
        for (int i = 0; i < IN_ONE_GO; i++) {
            String content = nextContent();
            messages.put(content, how.apply(content));
        }
        queue(queue).enqueueAll(messages);
    }

    private EnqueueOptions mixed(String content) {
        EnqueueOptions.Builder options = EnqueueOptions.builder().id(content);
        switch (random.nextInt(10)) {
            case 0, 1 -> options.group(group());
            case 2 -> options.priority(random.nextInt(-15, 16));
            case 3 -> options.delay(Duration.ofMillis(random.nextInt(MOST_DELAY)));
            case 4, 5 -> {
                options.id("shared" + random.nextInt(SHARED_IDS));
                switch (random.nextInt(4)) {
                    case 0 -> options.onDuplicate(OnDuplicate.UPDATE);
                    case 1 -> options.onDuplicate(OnDuplicate.REQUEUE);
                    case 2 -> options.onDuplicate(OnDuplicate.UPDATE, OnDuplicate.REQUEUE);
                    default -> {}
                }
            }
            default -> {}
        }
        return options.build();
    }

    private EnqueueOptions mortal(String content) {
        EnqueueOptions.Builder options = EnqueueOptions.builder().id(content);
        if (random.nextBoolean()) {
            options.expireAfter(Duration.ofMillis(random.nextInt(LEAST_LIFE, MOST_LIFE)));
        }
        return options.build();
    }

    private static EnqueueOptions inGroup(String content, String group) {
        return EnqueueOptions.builder().id(content).group(group).build();
    }

    private void cancel() {
        queue(TestedQueue.MIXED)
                .cancel(
                        random.nextBoolean() || enqueued == 0
                                ? "shared" + random.nextInt(SHARED_IDS)
                                : name + "-" + random.nextInt(Math.max(0, enqueued - 50), enqueued));
    }
}
