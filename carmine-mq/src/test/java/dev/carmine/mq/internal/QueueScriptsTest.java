package dev.carmine.mq.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueScriptsTest {
    @ParameterizedTest
    @EnumSource
    void everyScriptHasThePreludeAndItsOwnText(QueueScript name) {
        String text = QueueScripts.production().get(name).text();

        assertThat(text)
                .startsWith("-- What all scripts of a queue share.")
                .contains("redis.call", "call('TIME')", "-- ARGV");
        assertThat(QueueScripts.production().get(name))
                .isSameAs(QueueScripts.production().get(name));
    }

    @ParameterizedTest
    @EnumSource
    void testsHaveAClockOfTheirOwn(QueueScript name) {
        String text = QueueScripts.by(QueueScripts.Clock.FIELD).get(name).text();

        assertThat(text)
                .contains("local micros = tonumber(redis.call('HGET', KEYS[21], 'clock'))")
                .doesNotContain("'TIME'");
    }
}
