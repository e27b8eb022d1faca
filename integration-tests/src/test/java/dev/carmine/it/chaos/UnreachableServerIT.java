package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.client.Session;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.Transport;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody listens where the server was, or is to be. */
@RedisTest(isolated = true)
class UnreachableServerIT {
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration FOR_EVER = Duration.ZERO;

    @AfterEach
    void serverRunsAndNoThreadIsLeft(RedisServer server) {
        if (!server.isRunning()) {
            server.start();
        }
        ThreadLeaks.awaitNone();
    }

    private static Carmine connectLazily(RedisServer server, Resp resp) {
        return Carmine.connect(Clients.options(server, resp).connectLazily().build());
    }

    @EachProtocol
    void aProgramCanStartBeforeItsServer(Resp resp, RedisServer server) {
        server.shutdown();
        try (Carmine redis = connectLazily(server, resp)) {
            CompletableFuture<String> early = redis.async().ping();
            Callers caller = Callers.start(number -> assertThat(redis.ping()).isEqualTo("PONG"));
            Callers session = Callers.start(
                    number -> assertThat(redis.<String>session(Session::ping)).isEqualTo("PONG"));
            Callers blocked = Callers.start(number -> {
                redis.rpush("queue", "element");
                assertThat(redis.blpop(FOR_EVER, "queue")).isNotNull();
            });
            assertTimesOutUnsent(redis, server);
            server.start();
            assertThat(early.join()).isEqualTo("PONG");
            caller.awaitEnd();
            session.awaitEnd();
            blocked.awaitEnd();
        }
    }

    @EachProtocol
    void callsWaitWithinTheirDeadlinesWhileTheServerIsAway(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("count", 10);
            server.shutdown();
            CompletableFuture<Long> early = redis.async().incr("count");
            assertTimesOutUnsent(redis, server);
            server.start();
            assertThat(early.join()).as("the server has forgotten the first").isOne();
        }
    }

    private static void assertTimesOutUnsent(Carmine redis, RedisServer server) {
        assertThatExceptionOfType(CarmineTimeoutException.class)
                .isThrownBy(() -> redis.withTimeout(MOMENT).incr("late"))
                .withMessageContaining("INCR on " + server.address())
                .withMessageContaining("(not sent); there is no connection: ")
                .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> redis.withTimeout(MOMENT).async().incr("late").join())
                .havingCause()
                .isInstanceOfSatisfying(
                        CarmineTimeoutException.class, e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
    }

    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void manyCallersWaitTogether(ThreadKind kind, RedisServer server) {
        server.shutdown();
        try (Carmine redis = connectLazily(server, Resp.RESP3)) {
            Callers callers = Callers.start(kind, 100, number -> redis.incr("together"));
            Callers late = Callers.start(
                    kind,
                    100,
                    number -> assertThatExceptionOfType(CarmineTimeoutException.class)
                            .isThrownBy(() -> redis.withTimeout(MOMENT).incr("together"))
                            .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT)));
            late.awaitEnd();
            server.start();
            callers.awaitEnd();
            assertThat(redis.get("together")).isEqualTo("100");
        }
    }

    /** A server that ends in order takes its unix socket away; nobody can refuse a connection then. */
    @Test
    void theLastFailureIsTheCause(RedisServer server) {
        Class<? extends Exception> cause =
                Transport.ofTests() == Transport.UNIX ? SocketException.class : ConnectException.class;
        server.shutdown();
        try (Carmine redis = connectLazily(server, Resp.RESP3)) {
            assertThatExceptionOfType(CarmineTimeoutException.class)
                    .isThrownBy(() -> redis.withTimeout(Duration.ofSeconds(1)).ping())
                    .withCauseInstanceOf(cause);
        }
    }
}
