package dev.carmine.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void successGrowsWithoutChangingTheOneItGrewFrom() {
        Outcome.Success plain = Outcome.success();
        Outcome.Success deduplicated = plain.dedupeFor(Duration.ofMinutes(1));
        assertThat(plain.dedupeWindow()).isZero();
        assertThat(deduplicated.dedupeWindow()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Outcome.success("result").dedupeFor(Duration.ofSeconds(1)).result())
                .isEqualTo("result");
    }

    @Test
    void successDoesNotShowItsResult() {
        assertThat(Outcome.success("secret")).asString().doesNotContain("secret");
    }

    @Test
    void timesMustMakeSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.retry(Duration.ofMillis(-1)))
                .withMessageContaining("after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.success().dedupeFor(Duration.ZERO))
                .withMessageContaining("window");
    }

    @Test
    void retryWithoutATimeLeavesItToThePolicy() {
        assertThat(Outcome.retry().after()).isNull();
        assertThat(Outcome.retry(Duration.ZERO).after()).isZero();
    }
}
