package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.Seed;
import dev.carmine.it.server.RedisServer;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values come back exactly as they were sent. */
@RedisTest
class ValuesIT {
    private static final int MEBIBYTE = 1 << 20;

    @EachProtocol
    void everyByteSurvivesInValuesAndKeys(Resp resp, RedisServer server) {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.call(Command.of("SET").key(everyByte).arg(everyByte));
            assertThat(redis.call(Command.of("GET").key(everyByte).asBytes())).isEqualTo(everyByte);
            assertThat(redis.call(Command.of("GET").key("none").asBytes())).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n", "$3\r\nGET\r\n", "naïve", "日本語", "🦞🌶", "\u0000", "a\nb\rc\td"})
    void textSurvivesInValuesAndKeys(String text, RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            redis.set("value", text);
            assertThat(redis.get("value")).isEqualTo(text);
            redis.set(text, "found");
            assertThat(redis.get(text)).isEqualTo("found");
            assertThat(redis.echo(text)).isEqualTo(text);
        }
    }

    /** Around the sizes where buffers are full, replies are read in place or apart, and arrays grow. */
    @EachProtocol
    void valuesOfEverySizeSurvive(Resp resp, RedisServer server) {
        SplittableRandom random = Seed.random("valuesOfEverySizeSurvive");
        int[] sizes = {1, 32 * 1024 - 1, 32 * 1024, 64 * 1024 - 20, 64 * 1024, MEBIBYTE, 4 * MEBIBYTE + 1};
        try (Carmine redis = Clients.connect(server, resp)) {
            for (int size : sizes) {
                byte[] value = bytes(random, size);
                redis.set("sized", value);
                assertThat(redis.call(Command.of("GET").key("sized").asBytes()))
                        .as("%d bytes", size)
                        .isEqualTo(value);
                assertThat(redis.strlen("sized")).isEqualTo(size);
            }
        }
    }

    @EachProtocol
    void aHugeValueDoesNotDisturbTheSmallOnesAroundIt(Resp resp, RedisServer server) {
        byte[] huge = bytes(Seed.random("aHugeValue"), 64 * MEBIBYTE);
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.pipeline(
                            Command.of("SET").key("before").arg("b").asText(),
                            Command.of("SET").key("huge").arg(huge).asText(),
                            Command.of("GET").key("before").asText(),
                            Command.of("GET").key("huge").asBytes().map(bytes -> Objects.requireNonNull(bytes).length),
                            Command.of("GET").key("before").asText()))
                    .containsExactly("OK", "OK", "b", huge.length, "b");
            assertThat(redis.call(Command.of("GET").key("huge").asBytes())).isEqualTo(huge);
            redis.unlink("huge");
        }
    }

    private static byte[] bytes(SplittableRandom random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
