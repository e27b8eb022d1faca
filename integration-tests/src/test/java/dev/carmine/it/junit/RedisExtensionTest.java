package dev.carmine.it.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.it.server.NoServerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.util.ClearSystemProperty;
import org.junit.jupiter.api.util.SetSystemProperty;

class RedisExtensionTest {

    @Test
    @ClearSystemProperty(key = "carmine.it.required")
    void skipsTestsWithoutAServer() {
        ConditionEvaluationResult result = RedisExtension.enabledIf(RedisExtensionTest::noServer);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).contains("none is installed");
    }

    @Test
    @SetSystemProperty(key = "carmine.it.required", value = "true")
    void failsTestsWithoutAServerIfOneIsRequired() {
        assertThatThrownBy(() -> RedisExtension.enabledIf(RedisExtensionTest::noServer))
                .isInstanceOf(NoServerException.class);
    }

    @Test
    void runsTestsIfThereIsAServer() {
        assertThat(RedisExtension.enabledIf(() -> {}).isDisabled()).isFalse();
    }

    private static void noServer() {
        throw new NoServerException("none is installed");
    }
}
