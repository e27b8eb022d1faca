package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
    @Test
    void doublesTheBoundUntilTheLongest() {
        Bounds bounds = new Bounds();
        Backoff backoff = new Backoff(20, 300, bounds);
        for (int i = 0; i < 7; i++) {
            assertThat(backoff.attempts()).isEqualTo(i);
            backoff.next();
        }

        assertThat(bounds.drawn).containsExactly(20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void mayWaitForTheWholeBoundButNotLonger() {
        Backoff backoff = new Backoff(20, 20, new Bounds());

        assertThat(backoff.next()).isEqualTo(20);
    }

    @Test
    void beginsAnewAfterSuccess() {
        Bounds bounds = new Bounds();
        Backoff backoff = new Backoff(20, 300, bounds);
        backoff.next();
        backoff.next();
        backoff.reset();
        backoff.next();

        assertThat(bounds.drawn).containsExactly(20L, 40L, 20L);
        assertThat(backoff.attempts()).isEqualTo(1);
    }

    @Test
    void drawsFromTheWholeRange() {
        Backoff backoff = new Backoff(1_000_000, 1_000_000, new SplittableRandom(42));
        LongSummaryStatistics waits =
                LongStream.generate(backoff::next).limit(1_000).summaryStatistics();

        assertThat(waits.getMin()).isBetween(0L, 20_000L);
        assertThat(waits.getMax()).isBetween(980_000L, 1_000_000L);
        assertThat(waits.getAverage()).isBetween(450_000.0, 550_000.0);
    }

    /** The longest that options can say is a century. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3, 20_000_000, 1L << 60, 3_153_600_000_000_000_000L})
    void neverOverflows(long first) {
        long century = TimeUnit.DAYS.toNanos(36_500);
        Bounds bounds = new Bounds();
        Backoff backoff = new Backoff(first, century, bounds);
        for (int i = 0; i < 200; i++) {
            backoff.next();
        }

        assertThat(bounds.drawn).isSorted().allMatch(bound -> bound >= first && bound <= century);
        assertThat(bounds.drawn.get(199)).isGreaterThan(century / 2);
    }

    /** Draws the longest wait allowed, and keeps it. */
    private static final class Bounds implements RandomGenerator {
        final List<Long> drawn = new ArrayList<>();

        @Override
        public long nextLong(long bound) {
            drawn.add(bound - 1);
            return bound - 1;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("only bounded numbers are expected");
        }
    }
}
