package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Fate;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.Ports;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Carmine#connect} does when it cannot: it fails at once, says why, and leaves nothing behind. */
@RedisTest(password = "sesame")
class ConnectIT {

    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
    }

    private static ThrowableAssertAlternative<CarmineConnectionException> assertRefused(ClientOptions.Builder options) {
        long start = System.nanoTime();
        ThrowableAssertAlternative<CarmineConnectionException> refused = assertThatExceptionOfType(
                        CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect(options.build()))
                .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("wrong-secret", "sesame"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Clients.PATIENCE);
        return refused;
    }

    @EachProtocol
    void nobodyListens(Resp resp, RedisServer server) {
        int port = Ports.free();
        assertRefused(Clients.options(server, resp).uri("redis://127.0.0.1:" + port))
                .withMessageStartingWith("connecting to 127.0.0.1:" + port + " failed: Connection refused")
                .withCauseInstanceOf(ConnectException.class);
    }

    @Test
    void theHostIsUnknown(RedisServer server) {
        assertRefused(Clients.options(server).uri("redis://nowhere.invalid").hostResolver(host -> {
                    throw new UnknownHostException(host);
                }))
                .withMessageContaining("connecting to nowhere.invalid:6379 failed: nowhere.invalid")
                .withCauseInstanceOf(UnknownHostException.class);
    }

    @EachProtocol
    void thePasswordIsWrong(Resp resp, RedisServer server) {
        assertRefused(Clients.options(server, resp).uri("redis://:wrong-secret@127.0.0.1:" + server.port()))
                .withMessageContaining("WRONGPASS");
    }

    @EachProtocol
    void thePasswordIsMissing(Resp resp, RedisServer server) {
        assertRefused(Clients.options(server, resp).uri("redis://127.0.0.1:" + server.port()))
                .withMessageContaining("wants a password: give it in the URI (redis://:password@host)")
                .withMessageContaining(": NOAUTH ");
    }

    @EachProtocol
    void theUserIsUnknown(Resp resp, RedisServer server) {
        assertRefused(Clients.options(server, resp).uri("redis://nobody:sesame@127.0.0.1:" + server.port()))
                .withMessageContaining("WRONGPASS");
    }

    @EachProtocol
    void theDatabaseDoesNotExist(Resp resp, RedisServer server) {
        assertRefused(Clients.options(server, resp).uri(server.uri() + "/99"))
                .withMessageContaining("DB index is out of range");
    }

    @EachProtocol
    void theServerAcceptsConnectionsButDoesNotAnswer(Resp resp, RedisServer server) {
        server.suspend();
        try {
            assertRefused(Clients.options(server, resp).connectTimeout(Duration.ofMillis(200)))
                    .withMessageContaining("the handshake got no reply in time")
                    .withCauseInstanceOf(SocketTimeoutException.class);
        } finally {
            server.resume();
        }
    }

    @EachProtocol
    void ifOneAddressOfTheHostIsDeadTheNextIsTried(Resp resp, RedisServer server) throws Exception {
        InetAddress dead = InetAddress.getByAddress(new byte[] {127, 0, 0, 77});
        InetAddress alive = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                .hostResolver(host -> List.of(dead, alive))
                .build())) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @EachProtocol
    void aClientAndItsViewsTellTheirTimeouts(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.timeout()).isEqualTo(Clients.PATIENCE);
            assertThat(redis.withTimeout(Duration.ofSeconds(7)).timeout()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @EachProtocol
    void aLazyClientIsThereBeforeItsServer(Resp resp, RedisServer server) {
        server.shutdown();
        try (Carmine redis =
                Carmine.connect(Clients.options(server, resp).connectLazily().build())) {
            CompletableFuture<String> early = redis.async().ping();
            server.start();
            assertThat(early.join()).isEqualTo("PONG");
            assertThat(redis.ping()).isEqualTo("PONG");
        } finally {
            if (!server.isRunning()) {
                server.start();
            }
        }
    }

    /** A wrong password is no reason to fail at once for who has said that he can wait. */
    @EachProtocol
    void aLazyClientWithAWrongPasswordSaysSoWhenItIsUsed(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                .uri("redis://:wrong-secret@127.0.0.1:" + server.port())
                .connectLazily()
                .build())) {
            assertThatExceptionOfType(CarmineConnectionException.class)
                    .isThrownBy(redis::ping)
                    .withMessageContaining("the server refuses the credentials: WRONGPASS")
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
        }
    }

    @Test
    void anInterruptedThreadDoesNotConnect(RedisServer server) {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CarmineInterruptedException.class).isThrownBy(() -> Clients.connect(server));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
