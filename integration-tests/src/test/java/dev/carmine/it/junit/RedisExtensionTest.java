package dev.carmine.it.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.it.server.NoServerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.ClearSystemProperty;
import org.junit.jupiter.api.util.SetSystemProperty;
import org.opentest4j.TestAbortedException;

class RedisExtensionTest {

    @Test
    @ClearSystemProperty(key = "carmine.it.required")
    void skipsTestsWithoutAServer() {
        assertThatThrownBy(() -> RedisExtension.orAbort(RedisExtensionTest::noServer))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("none is installed");
    }

    @Test
    @SetSystemProperty(key = "carmine.it.required", value = "true")
    void failsTestsWithoutAServerIfOneIsRequired() {
        assertThatThrownBy(() -> RedisExtension.orAbort(RedisExtensionTest::noServer))
                .isInstanceOf(NoServerException.class);
    }

    @Test
    void handsOnTheServerThereIs() {
        assertThat(RedisExtension.orAbort(() -> "server")).isEqualTo("server");
    }

    private static String noServer() {
        throw new NoServerException("none is installed");
    }
}
