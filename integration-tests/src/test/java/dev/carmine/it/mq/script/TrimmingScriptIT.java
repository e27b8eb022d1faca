package dev.carmine.it.mq.script;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.QueueScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has served its time goes in slices, which are larger than what one exchange can add. */
class TrimmingScriptIT extends ScriptFixture {
    private static final int SLICE = 256;
    private static final int TRIMMED = 512;
    private static final int COUNT = 1_200;

    private void enqueue() {
        for (int from = 0; from < COUNT; from += SLICE) {
            List<Object> words = new ArrayList<>(List.of("token" + from));
            for (int i = from; i < Math.min(from + SLICE, COUNT); i++) {
                words.addAll(List.of("m" + i, "body", ""));
            }
            queue.run(QueueScript.ENQUEUE, words.toArray());
        }
    }

    /** Handles all messages, as many at a time as an exchange may settle. */
    private void settleAll(String kind, Duration time) {
        enqueue();
        Exchanged exchanged = queue.worker("w1").slots(SLICE).exchange();
        while (!exchanged.granted().isEmpty()) {
            ScriptedQueue.Exchange next = queue.worker("w1").slots(SLICE);
            for (Granted message : exchanged.granted()) {
                next.settle(kind, message.id(), message.fence(), time.toMillis(), "why");
            }
            exchanged = next.exchange();
        }
    }

    private long size(String part) {
        return redis.zcard(queue.key(part));
    }

    @Test
    void deadMessagesThatAreTooOldGoInSlices() {
        settleAll("x", Duration.ZERO);
        assertThat(size("x")).isEqualTo(COUNT);
        queue.configure("deadAge", 60_000);
        queue.advance(ofMinutes(2));
        queue.take("w1");
        assertThat(size("x")).isEqualTo(COUNT - TRIMMED);
        queue.take("w1");
        queue.take("w1");
        assertThat(redis.exists(queue.key("x"), queue.key("t"), queue.key("b"), queue.key("e")))
                .isZero();
        assertThat(queue.stats()).containsEntry("purged", (long) COUNT);
    }

    @Test
    void deadMessagesThatAreTooManyGoInSlicesTheOldestFirst() {
        settleAll("x", Duration.ZERO);
        String newest = redis.zrange(queue.key("x"), -1, -1).get(0);
        queue.configure("deadKeep", 10);
        queue.take("w1");
        assertThat(size("x")).isEqualTo(COUNT - TRIMMED);
        queue.take("w1");
        queue.take("w1");
        assertThat(redis.zrange(queue.key("x"), 0, -1)).hasSize(10).endsWith(newest);
    }

    @Test
    void windowsThatAreOverGoInSlices() {
        settleAll("s", ofSeconds(1));
        assertThat(size("u")).isEqualTo(COUNT);
        queue.advance(ofSeconds(1));
        queue.take("w1");
        assertThat(size("u")).isEqualTo(COUNT - TRIMMED);
        queue.take("w1");
        queue.take("w1");
        assertThat(size("u")).isZero();
    }
}
