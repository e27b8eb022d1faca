package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.TypeRef;
import dev.carmine.client.ValueCodec;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@link ValueCodec}: what it writes is what commands store. */
@RedisTest
class ValueCodecIT {
    private static final List<Object> VALUES =
            List.of("gr\u00fc\u00dfe", "", 7L, -0.5, true, new UUID(1, 2), Map.of("a", List.of(1, 2)));

    @EachProtocol
    void writesWhatCommandsStore(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            ValueCodec codec = redis.values("a test");
            for (Object value : VALUES) {
                redis.set("k", value);
                assertThat(codec.encode(value))
                        .isEqualTo(redis.call(Command.of("GET").key("k").asBytes()));
            }
        }
    }

    @EachProtocol
    void readsWhatCommandsStore(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            TypeRef<Map<String, List<Integer>>> type = new TypeRef<>() {};
            Map<String, List<Integer>> value = Map.of("a", List.of(1, 2));
            redis.set("k", value);
            byte[] stored = redis.call(Command.of("GET").key("k").asBytes());

            assertThat(redis.values("a test").decode(stored, type)).isEqualTo(value);
        }
    }
}
