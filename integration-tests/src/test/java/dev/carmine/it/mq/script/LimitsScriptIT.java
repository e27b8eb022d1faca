package dev.carmine.it.mq.script;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.it.junit.Seed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The limits of a whole queue: how many at a time, and how many in any window. */
class LimitsScriptIT extends ScriptFixture {
    private static final int WINDOW = 1_000;
    private static final int MOST = 5;

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

    @Test
    void theRateHoldsInAnyWindow() {
        SplittableRandom random = Seed.random("LimitsScriptIT");
        queue.configure("rateCount", MOST, "rateWindow", WINDOW);
        enqueue(60);
        List<Long> times = new ArrayList<>();
        while (times.size() < 60) {
            Exchanged exchanged =
                    queue.worker("w1").slots(1 + random.nextInt(8)).exchange();
            exchanged.granted().forEach(message -> times.add(queue.now()));
            ScriptedQueue.Exchange settling = queue.worker("w1");
            exchanged.granted().forEach(settling::success);
            settling.exchange();
            queue.advance(ofMillis(random.nextInt(400)));
        }
        Deque<Long> window = new ArrayDeque<>();
        for (long time : times) {
            window.add(time);
            while (window.getFirst() <= time - WINDOW) {
                window.removeFirst();
            }
            assertThat(window).hasSizeLessThanOrEqualTo(MOST);
        }
    }
}
