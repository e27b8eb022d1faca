package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Fate;
import dev.carmine.client.Protocol;
import dev.carmine.client.command.Strings;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.NotInContainer;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A server that is reached through a unix socket. */
@RedisTest(
        config = {"unixsocket redis.sock", "unixsocketperm 700"},
        password = "sesame",
        users = "ann on >secret ~* +@all")
@NotInContainer("opens its unix socket")
class UnixSocketIT {
    private static Path socket(RedisServer server) {
        return server.folder().resolve("redis.sock");
    }

    private static String uri(RedisServer server, String user, String parameters) {
        return "redis+unix://" + user + "@" + socket(server) + parameters;
    }

    private static ClientOptions.Builder options(RedisServer server, Resp resp) {
        return Clients.options(server, resp).uri(uri(server, ":sesame", ""));
    }

    @EachProtocol
    void everyKindOfCall(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, resp).build())) {
            Clients.assertEveryKindOfCallWorks(redis);
        }
    }

    @Test
    void userDatabaseAndNameOfTheUri(RedisServer server) {
        try (Carmine redis = Carmine.connect(uri(server, "ann:secret", "?database=3&clientName=orders"))) {
            redis.set("key", "in 3");
            assertThat(String.valueOf(server.call("CLIENT", "LIST")))
                    .contains("name=orders", "user=ann", "db=3", "addr=redis.sock:0");
        }
    }

    @EachProtocol
    void valuesLargerThanAllBuffers(Resp resp, RedisServer server) {
        byte[] large = new byte[20_000_000];
        IntStream.range(0, large.length).forEach(i -> large[i] = (byte) (i * 31));
        try (Carmine redis = Carmine.connect(options(server, resp).build())) {
            redis.set("large", large);
            assertThat(redis.call(Strings.get("large").asBytes())).isEqualTo(large);
            redis.del("large");
        }
    }

    @EachProtocol
    void manyCallersShareTheConnection(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, resp).build())) {
            Callers.start(ThreadKind.PLATFORM, 16, number -> {
                        for (int i = 0; i < 500; i++) {
                            redis.set("caller:" + number, i);
                            assertThat(redis.get("caller:" + number)).isEqualTo(String.valueOf(i));
                        }
                    })
                    .awaitEnd();
        }
    }

    @Test
    void aServerThatWasRestartedIsFoundAgain(RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, Resp.RESP3).build())) {
            redis.set("key", "value");
            server.restart();
            assertThat(redis.get("key")).isNull();
        }
    }

    @Test
    void aServerThatIsGone(RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, Resp.RESP3)
                .commandTimeout(Duration.ofMillis(200))
                .build())) {
            server.kill();
            try {
                Awaitility.await()
                        .atMost(Clients.PATIENCE)
                        .untilAsserted(() -> assertThatExceptionOfType(CarmineUnansweredException.class)
                                .isThrownBy(() -> redis.incr("count"))
                                .withMessageContaining("redis.sock")
                                .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT)));
            } finally {
                server.start();
            }
        }
    }

    @Test
    void aSocketThatIsNotThere(RedisServer server) {
        Path nowhere = server.folder().resolve("nowhere.sock");
        assertThat(Files.exists(nowhere)).isFalse();
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect("redis+unix://" + nowhere))
                .withMessageStartingWith("connecting to " + nowhere + " failed: ")
                .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
    }

    @Test
    void aPathThatIsTooLong(RedisServer server) {
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect("redis+unix:///tmp/" + "x".repeat(200)))
                .withMessageContaining("path too long");
    }

    @Test
    void theWrongPassword(RedisServer server) {
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect(uri(server, ":wrong-one", "")))
                .withMessageContaining("WRONGPASS")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("wrong-one"));
    }

    @Test
    void autoMeansTheNewestProtocol(RedisServer server) {
        ClientOptions options = ClientOptions.of(uri(server, ":sesame", ""));
        assertThat(options.protocol()).isEqualTo(Protocol.AUTO);
        try (Carmine redis = Carmine.connect(options)) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }
}
