package dev.carmine.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinceTest {
    private static Since since(String words) {
        return Since.in(" Does it since ever. O(1), since " + words + ": <a href=\"https://redis.io/\">IT</a>.\n")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "7.0.0,                  Redis 7.0.0",
        "2.8.13,                 Redis 2.8.13",
        "Valkey 8.1.0,           Valkey 8.1.0",
        "8.2.0 and Valkey 8.0.0, Redis 8.2.0 and Valkey 8.0.0",
        "JSON 2.6.0,             JSON 2.6.0",
    })
    void readsJavadoc(String words, String expected) {
        assertThat(since(words)).hasToString(expected);
    }

    @Test
    void isNotInEveryJavadoc() {
        assertThat(Since.in(" Does it since 7.0.0.\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0,                  7.0.0,        Redis 1.0.0",
        "8.10.0,                 8.4.0,        Redis 8.4.0",
        "2.8.9,                  2.8.13,       Redis 2.8.9",
        "JSON 2.6.0,             JSON 1.0.0,   JSON 1.0.0",
        "8.2.0 and Valkey 8.0.0, 8.4.0,        Redis 8.2.0 and Valkey 8.0.0",
        "8.0.0,                  Valkey 9.0.0, Redis 8.0.0 and Valkey 9.0.0",
    })
    void takesTheEarliest(String one, String other, String expected) {
        assertThat(since(one).orEarlier(since(other))).hasToString(expected);
        assertThat(since(other).orEarlier(since(one))).hasToString(expected);
    }

    /** As with BGSAVE: Valkey 8.1 has a word of its own for it, but the command from the beginning. */
    @Test
    void leavesOutAValkeyThatHadTheCommandFromTheBeginning() {
        assertThat(since("1.0.0").orEarlier(since("Valkey 8.1.0"))).hasToString("Redis 1.0.0");
        assertThat(since("7.2.5").orEarlier(since("Valkey 8.1.0"))).hasToString("Redis 7.2.5 and Valkey 8.1.0");
    }
}
