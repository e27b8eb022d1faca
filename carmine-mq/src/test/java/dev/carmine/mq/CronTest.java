package dev.carmine.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    @Test
    void blanksMakeNoDifference() {
        assertThat(Cron.of("  0\t7  * * * ")).isEqualTo(Cron.of("0 7 * * *")).hasToString("0 7 * * *");
        assertThat(Cron.of("0 7 * * *")).isNotEqualTo(Cron.of("0 8 * * *"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "@daily", "x * * * *"})
    void whatCannotBeReadIsRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.of(expression))
                .withMessageContaining(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "* * * * * * *"})
    void theNumberOfFieldsIsTold(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.of(expression))
                .withMessageContaining("five fields");
    }

    @Test
    void oneThatNeverTicksIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.of("0 0 30 2 *"))
                .withMessageContaining("no time at all");
        assertThat(Cron.of("0 0 29 2 *").expression()).isEqualTo("0 0 29 2 *");
    }
}
