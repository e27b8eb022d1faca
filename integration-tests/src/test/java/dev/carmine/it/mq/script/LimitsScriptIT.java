package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.delayed;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.it.junit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The limits of a whole queue: how many at a time, and how many in any window. */
class LimitsScriptIT extends ScriptFixture {
    private static final int WINDOW = 1_000;
    private static final int MOST = 5;

    private final SplittableRandom random = Seed.random("LimitsScriptIT");

    private void enqueue(int count) {
        for (int i = 0; i < count; i++) {
            queue.enqueue("m" + i);
        }
    }

    @Test
    void noMoreAreLeasedThanTheQueueAllows() {
        queue.configure("concurrency", 3);
        enqueue(5);
        Exchanged first = queue.worker("w1").slots(2).exchange();
        assertThat(first.granted()).hasSize(2);
        assertThat(queue.take("w2").granted()).hasSize(1);
        assertThat(queue.worker("w1")
                        .slots(10)
                        .success(first.granted().get(0))
                        .exchange()
                        .granted())
                .hasSize(1);
    }

    @Test
    void aWorkerIsToldWhenTheRateAllowsTheNext() {
        queue.configure("rateCount", 2, "rateWindow", WINDOW);
        enqueue(5);
        assertThat(queue.worker("w1").slots(1).exchange().granted()).hasSize(1);
        queue.advance(ofMillis(400));
        assertThat(queue.take("w1").granted()).hasSize(1);
        Exchanged none = queue.take("w1");
        assertThat(none.ids()).isEmpty();
        assertThat(none.block()).isEqualTo(600);
        queue.advance(ofMillis(599));
        assertThat(queue.take("w1").ids()).as("one moment too early").isEmpty();
        queue.advance(ofMillis(1));
        assertThat(queue.take("w1").granted()).hasSize(1);
        assertThat(queue.take("w1").block()).isEqualTo(400);
    }

    /** New messages, retried, released and reclaimed ones, handed out to several workers. */
    @Test
    void theRateHoldsInAnyWindow() {
        queue.configure("rateCount", MOST, "rateWindow", WINDOW, "lease", 400, "attempts", 1_000, "deliveries", 1_000);
        List<Long> times = new ArrayList<>();
        List<Granted> held = List.of();
        for (int round = 0; round < 400; round++) {
            if (random.nextInt(4) == 0) {
                queue.enqueue("m" + round, random.nextBoolean() ? "" : delayed(ofMillis(300)));
            }
            ScriptedQueue.Exchange exchange =
                    queue.worker("w" + random.nextInt(3)).slots(1 + random.nextInt(8));
            List<Granted> kept = new ArrayList<>();
            for (Granted message : held) {
                if (!settles(message, exchange)) {
                    kept.add(message);
                }
            }
            for (Granted message : exchange.exchange().granted()) {
                kept.add(message);
                times.add(queue.now());
            }
            held = kept;
            queue.advance(ofMillis(random.nextInt(200)));
        }
        for (int i = MOST; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - MOST)).isGreaterThanOrEqualTo(WINDOW);
        }
        assertThat(queue.stats().get("retried")).isPositive();
        assertThat(queue.stats().get("released")).isPositive();
        assertThat(queue.stats().get("reclaimed")).isPositive();
    }

    /** Settles a message, mostly not; those that are not settled soon lose their lease. */
    private boolean settles(Granted message, ScriptedQueue.Exchange exchange) {
        switch (random.nextInt(16)) {
            case 0 -> exchange.success(message);
            case 1 -> exchange.retry(message, ZERO, "busy");
            case 2 -> exchange.retry(message, ofMillis(200), "busy");
            case 3 -> exchange.back(message);
            default -> {
                return false;
            }
        }
        return true;
    }
}
