package dev.carmine.client.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.MonitoredCommand;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link MonitorLine}: every form that servers give lines of MONITOR. */
class MonitorLineTest {

    @Test
    void timeDatabaseClientAndWords() {
        assertThat(read("1339518083.007412 [3 127.0.0.1:60866] \"set\" \"a key\" \"\""))
                .isEqualTo(new MonitoredCommand(
                        Instant.ofEpochSecond(1339518083, 7_412_000),
                        3,
                        "127.0.0.1:60866",
                        List.of("set", "a key", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lua", "unix:/run/redis.sock", "[::1]:50000"})
    void whoHasSentIt(String client) {
        assertThat(read("1.000000 [0 " + client + "] \"ping\"").client()).isEqualTo(client);
    }

    @Test
    void whatIsEscaped() {
        assertThat(read("1.000000 [0 lua] \"\\\"\\\\\\n\\r\\t\\a\\b\\x00\\xc3\\xa9\" \"] \\\"x\\\"\"")
                        .words())
                .containsExactly("\"\\\n\r\t\u0007\b\0é", "] \"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b\\c", "\"", "\\", "d\\", "{\"a\": \"\\\\\", \"b\":1}", "\\x0", "\\u00e9\""})
    void whatValkeyDoesNotEscape(String word) {
        assertThat(read("1.000000 [0 lua] \"SET\" \"" + word + "\" \"\"next\\x00\"")
                        .words())
                .containsExactly("SET", word, "\"next\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "1.000000",
                "x.000000 [0 lua] \"a\"",
                "1.00000 [0 lua] \"a\"",
                "1.000000 [x lua] \"a\"",
                "1.000000 [0 lua] a",
                "1.000000 [0 lua] \"a",
                "1.000000 [0 lua] \"a\"b",
                "1.000000 [0 lua] \"a\"b \"c"
            })
    void otherFormsAreRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(line));
    }

    private static MonitoredCommand read(String line) {
        return MonitorLine.read(line.getBytes(StandardCharsets.US_ASCII));
    }
}
