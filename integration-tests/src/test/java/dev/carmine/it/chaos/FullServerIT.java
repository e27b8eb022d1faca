package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.client.Session;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.Transport;
import java.time.Duration;

/** The server has as many connections as it allows. */
@RedisTest(isolated = true)
class FullServerIT {
    /** With TLS the server has no way to say it before the handshake: it ends the connection, which may be a reset. */
    private static final String[] FULL = Transport.ofTests() == Transport.TLS
            ? new String[] {"closed the connection during the TLS handshake", "Connection reset", "Broken pipe"}
            : new String[] {"ERR max number of clients reached"};

    private static void assertSaysFull(Throwable failure) {
        assertThat(failure.getMessage()).containsAnyOf(FULL);
    }

    /** Lets nobody in any more. */
    private static void shut(RawConnection operator) {
        operator.call("CONFIG", "SET", "maxclients", "1");
    }

    private static void open(RawConnection operator) {
        operator.call("CONFIG", "SET", "maxclients", "1000");
    }

    @EachProtocol
    void connectSaysThatTheServerIsFull(Resp resp, RedisServer server) {
        try (RawConnection operator = server.connect()) {
            shut(operator);
            assertThatExceptionOfType(CarmineConnectionException.class)
                    .isThrownBy(() -> Clients.connect(server, resp))
                    .satisfies(FullServerIT::assertSaysFull)
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
            open(operator);
        }
    }

    @EachProtocol
    void callsSayThatTheServerIsFullAndGoOnWhenThereIsRoom(Resp resp, RedisServer server) {
        try (RawConnection operator = server.connect()) {
            shut(operator);
            try (Carmine redis = Carmine.connect(
                    Clients.options(server, resp).connectLazily().build())) {
                assertThatExceptionOfType(CarmineTimeoutException.class)
                        .isThrownBy(
                                () -> redis.withTimeout(Duration.ofSeconds(1)).ping())
                        .satisfies(FullServerIT::assertSaysFull)
                        .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
                open(operator);
                assertThat(redis.ping()).isEqualTo("PONG");
            }
        }
    }

    @EachProtocol
    void blockingCommandsAndSessionsWaitForRoom(Resp resp, RedisServer server) {
        try (RawConnection operator = server.connect();
                Carmine redis = Clients.connect(server, resp)) {
            redis.rpush("queue", "element");
            shut(operator);
            Callers blocked = Callers.start(
                    number -> assertThat(redis.blpop(Duration.ZERO, "queue")).isNotNull());
            Callers session = Callers.start(
                    number -> assertThat(redis.<String>session(Session::ping)).isEqualTo("PONG"));
            assertThatExceptionOfType(CarmineTimeoutException.class)
                    .isThrownBy(() -> redis.withTimeout(Duration.ofSeconds(1)).session(Session::ping))
                    .satisfies(FullServerIT::assertSaysFull);
            open(operator);
            blocked.awaitEnd();
            session.awaitEnd();
        }
    }
}
