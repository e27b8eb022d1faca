package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingsTest {
    private final Timings timings = new Timings();

    @Test
    void isZeroBeforeTheFirst() {
        assertThat(timings.count()).isZero();
        assertThat(timings.least()).isZero();
        assertThat(timings.mean()).isZero();
        assertThat(timings.percentile(50)).isZero();
    }

    @Test
    void tellsPercentilesWithinASixteenth() {
        for (int i = 1; i <= 10_000; i++) {
            timings.record(i * 1_000L);
        }
        assertThat(timings.count()).isEqualTo(10_000);
        assertThat(timings.least()).isEqualTo(1_000);
        assertThat(timings.most()).isEqualTo(10_000_000);
        assertThat(timings.last()).isEqualTo(10_000_000);
        assertThat(timings.mean()).isEqualTo(5_000_500);
        assertThat(timings.percentile(50)).isCloseTo(5_000_000, within(5_000_000L / 16));
        assertThat(timings.percentile(99)).isCloseTo(9_900_000, within(9_900_000L / 16));
        assertThat(timings.percentile(100)).isEqualTo(10_000_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15, 16, 17, 31, 32, 1_000_003, Long.MAX_VALUE})
    void takesEveryTime(long time) {
        timings.record(time);
        assertThat(timings.percentile(50)).isEqualTo(time);
    }

    @Test
    void countsNegativeTimesAsZero() {
        timings.record(-5);
        assertThat(timings.most()).isZero();
        assertThat(timings.count()).isOne();
    }
}
