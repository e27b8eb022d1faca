package dev.carmine.mq.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    @Test
    void roundsTimesUpAndKnowsAHundredYearsAtMost() {
        assertThat(Checks.millis(Duration.ofNanos(1))).isOne();
        assertThat(Checks.millis(Duration.ofMillis(5))).isEqualTo(5);
        assertThat(Checks.millis(ChronoUnit.FOREVER.getDuration()))
                .isEqualTo(Duration.ofDays(36_500).toMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\0b", "\u007f"})
    void refusesControlCharactersInNewIds(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.newId(id))
                .withMessageContaining("control characters")
                .withMessageContaining("U+00");
    }

    @Test
    void takesAnyOtherTextAsAnId() {
        assertThat(Checks.newId("order 7/ü:{x}")).isEqualTo("order 7/ü:{x}");
    }
}
