package dev.carmine.client.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.ServerVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinceTest {

    @ParameterizedTest
    @CsvSource({
        "Redis 7.0.0,                  Redis 7.0",
        "Redis 2.8.13,                 Redis 2.8.13",
        "Redis 8.10.0,                 Redis 8.10",
        "Valkey 8.1.0,                 Valkey 8.1",
        "Redis 8.2.0 and Valkey 8.0.0, Redis 8.2 or Valkey 8.0",
        "JSON 2.6.0,                   the module JSON 2.6 (usually there in Redis 8.0 and later)",
    })
    void saysWhatItTakes(String text, String expected) {
        assertThat(Since.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Redis 7.0.0,                  redis,  7.0.0, true",
        "Redis 7.0.0,                  redis,  6.2.9, false",
        "Redis 7.0.0,                  valkey, 8.0,   true",
        "Redis 7.4.0,                  valkey, 9.0,   false",
        "Valkey 8.1.0,                 valkey, 8.1,   true",
        "Valkey 8.1.0,                 valkey, 8.0,   false",
        "Valkey 8.1.0,                 redis,  9.0,   false",
        "Redis 8.2.0 and Valkey 8.0.0, redis,  8.2,   true",
        "Redis 8.2.0 and Valkey 8.0.0, redis,  8.0,   false",
        "Redis 8.2.0 and Valkey 8.0.0, valkey, 8.0,   true",
        "Redis 8.2.0 and Valkey 8.0.0, valkey, 7.2,   false",
    })
    void knowsWhichServersHaveIt(String text, String name, String version, boolean expected) {
        ServerVersion server = ServerVersion.of(name, version);

        assertThat(Since.parse(text).isIn(server)).isEqualTo(expected);
        assertThat(Since.parse(text).isMissingIn(server)).isEqualTo(!expected);
    }

    @ParameterizedTest
    @CsvSource({"Redis 1.0.0, garnet, 1.0", "JSON 1.0.0, redis, 8.0", "JSON 1.0.0, redis, 7.0", "JSON 1.0.0, JSON, 2.0"
    })
    void doesNotGuess(String text, String name, String version) {
        ServerVersion server = ServerVersion.of(name, version);

        assertThat(Since.parse(text).isIn(server)).isFalse();
        assertThat(Since.parse(text).isMissingIn(server)).isFalse();
    }

    @Test
    void isKnownOfEveryCommandWithAFactory() {
        assertThat(CommandTable.all())
                .allSatisfy(spec -> assertThat(spec.since())
                        .as(spec.name())
                        .isNotNull()
                        .asString()
                        .isNotEmpty());
    }

    @Test
    void isThatOfTheCommandWhereAnOptionCameLater() {
        assertThat(CommandTable.SET.since()).hasToString("Redis 1.0");
        assertThat(CommandTable.BGSAVE.since()).hasToString("Redis 1.0");
    }

    @Test
    void isKnownHoweverACommandIsMade() {
        assertThat(EncodedCommand.of(Command.of("getex")).spec().since()).hasToString("Redis 6.2");
        assertThat(EncodedCommand.of(Command.of("GETEX").retryable()).spec().since())
                .hasToString("Redis 6.2");
        assertThat(EncodedCommand.of(Command.of("client no-evict")).spec().since())
                .hasToString("Redis 7.0");
        assertThat(EncodedCommand.of(Command.of("NO.SUCH")).spec().since()).isNull();
    }
}
