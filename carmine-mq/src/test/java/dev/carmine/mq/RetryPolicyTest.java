package dev.carmine.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private final Throwable error = new IllegalStateException();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void exponentialStaysWithinItsRange(int attempt) {
        RetryPolicy policy = RetryPolicy.exponential(Duration.ofSeconds(1), Duration.ofDays(1));
        Duration least = Duration.ofSeconds(1L << (attempt - 1));
        for (int i = 0; i < 1_000; i++) {
            assertThat(policy.delay(attempt, error)).isBetween(least, least.multipliedBy(2));
        }
    }

    @Test
    void exponentialSpreadsWhatHasFailedTogether() {
        Set<Duration> delays = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            delays.add(RetryPolicy.exponential().delay(5, error));
        }
        assertThat(delays).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 64, 1_000_000, Integer.MAX_VALUE})
    void exponentialNeverExceedsTheLongest(int attempt) {
        assertThat(RetryPolicy.exponential().delay(attempt, error)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void exponentialRefusesALongestBelowItsFactor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.exponential(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessageContaining("longest")
                .withMessageContaining("PT2S");
    }

    @Test
    void fixedIsAlwaysTheSame() {
        assertThat(RetryPolicy.fixed(Duration.ofSeconds(3)).delay(7, null)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void neverRefusesErrorsAndGrantsWhatWasAskedFor() {
        assertThat(RetryPolicy.never().delay(1, error)).isNull();
        assertThat(RetryPolicy.never().delay(1, null)).isZero();
    }

    @Test
    void exceptRefusesOneClassOfErrorsAlone() {
        RetryPolicy policy = RetryPolicy.fixed(Duration.ZERO).except(IllegalStateException.class);
        assertThat(policy.delay(1, error)).isNull();
        assertThat(policy.delay(1, new IOException())).isZero();
        assertThat(policy.delay(1, null)).isZero();
    }
}
