package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DelayedCallsTest {
    private static final long NOW = 1_000;

    private final ArrayDeque<Call> queue = new ArrayDeque<>();

    @Test
    void haveNothingDueWhenThereAreNone() {
        DelayedCalls delayed = new DelayedCalls(new SplittableRandom(1));
        delayed.release(queue, NOW);

        assertThat(delayed.isEmpty()).isTrue();
        assertThat(delayed.untilNext(NOW)).isEqualTo(Long.MAX_VALUE);
        assertThat(queue).isEmpty();
    }

    @Test
    void waitFromFiveToAHundredMilliseconds() {
        DelayedCalls delayed = new DelayedCalls(new SplittableRandom(1));
        for (int i = 0; i < 100; i++) {
            delayed.add(call(), NOW);
        }

        assertThat(delayed.untilNext(NOW)).isBetween(TimeUnit.MILLISECONDS.toNanos(5), DelayedCalls.LONGEST);
        delayed.release(queue, NOW + TimeUnit.MILLISECONDS.toNanos(5) - 1);
        assertThat(queue).isEmpty();
        delayed.release(queue, NOW + DelayedCalls.LONGEST);
        assertThat(queue).hasSize(100);
        assertThat(delayed.isEmpty()).isTrue();
    }

    @Test
    void keepTheOrderInWhichTheyCame() {
        DelayedCalls delayed = new DelayedCalls(waits(20, 10, 30));
        List<Call> calls = List.of(call(), call(), call());
        calls.forEach(call -> delayed.add(call, NOW));

        assertThat(delayed.untilNext(NOW + 4)).isEqualTo(16);
        delayed.release(queue, NOW + 19);
        assertThat(queue).isEmpty();
        delayed.release(queue, NOW + 20);
        assertThat(queue).containsExactly(calls.get(0), calls.get(1));
        assertThat(delayed.untilNext(NOW + 20)).isEqualTo(10);
        delayed.release(queue, NOW + 30);
        assertThat(queue).containsExactlyElementsOf(calls);
    }

    @Test
    void canBeRemoved() {
        DelayedCalls delayed = new DelayedCalls(waits(10, 20));
        Call removed = call();
        Call kept = call();
        delayed.add(removed, NOW);
        delayed.add(kept, NOW);
        delayed.removeIf(call -> call == removed);

        assertThat(delayed.untilNext(NOW)).isEqualTo(20);
        delayed.release(queue, NOW + 20);
        assertThat(queue).containsExactly(kept);
    }

    private static Call call() {
        return Words.call(Words.command("PING"));
    }

    private static RandomGenerator waits(long... nanos) {
        return new RandomGenerator() {
            private int next;

            @Override
            public long nextLong(long origin, long bound) {
                return nanos[next++];
            }

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("only bounded numbers are expected");
            }
        };
    }
}
