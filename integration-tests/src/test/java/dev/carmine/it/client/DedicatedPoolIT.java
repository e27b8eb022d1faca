package dev.carmine.it.client;

import static dev.carmine.it.client.BlockingCommandsIT.awaitBlocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineOverloadException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Fate;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.PoolStats;
import dev.carmine.client.ReconnectOptions;
import dev.carmine.client.Session;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.process.Polling;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pool of connections for blocking commands and sessions. */
@RedisTest(isolated = true)
class DedicatedPoolIT {
    private static final Duration FOR_EVER = Duration.ZERO;
    private static final Duration LONG = Duration.ofHours(1);

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    private static Carmine connect(RedisServer server, PoolOptions pool) {
        return Carmine.connect(Clients.options(server).pool(pool).build());
    }

    private static Carmine connect(RedisServer server, int maxSize) {
        return connect(server, PoolOptions.defaults().withMaxSize(maxSize));
    }

    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void noMoreConnectionsAreOpenThanAllowedAndTheOthersWait(ThreadKind kind, RedisServer server) {
        try (Carmine redis = connect(server, 3)) {
            Callers consumers = Callers.start(
                    kind,
                    8,
                    number -> assertThat(redis.blpop(FOR_EVER, "queue")).isNotNull());
            awaitStats(redis, new PoolStats(3, 3, 0, 5));
            awaitBlocked(server, 3);
            redis.rpush("queue", IntStream.range(0, 8).boxed().toArray());
            consumers.awaitEnd();
            PoolStats after = redis.stats().pool();
            assertThat(after.lent()).isZero();
            assertThat(after.waiting()).isZero();
            assertThat(after.idle()).isBetween(1, 3);
        }
    }

    @Test
    void aCallWaitsForAConnectionOnlyUntilItsDeadline(RedisServer server) {
        try (Carmine redis = connect(server, 1)) {
            Callers consumer = Callers.start(
                    number -> assertThat(redis.blpop(FOR_EVER, "queue")).isNotNull());
            awaitBlocked(server, 1);
            assertThatExceptionOfType(CarmineTimeoutException.class)
                    .isThrownBy(() -> redis.withTimeout(Duration.ofMillis(50)).blpop(FOR_EVER, "queue"))
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT))
                    .withMessageContaining("all 1 dedicated connections stayed in use; raise PoolOptions.maxSize");
            redis.rpush("queue", "element");
            consumer.awaitEnd();
        }
    }

    @Test
    void anAsynchronousCallDoesNotWaitForAConnection(RedisServer server) {
        try (Carmine redis = connect(server, 1)) {
            var blocked = redis.async().blpop(FOR_EVER, "queue");
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> redis.async().blpop(FOR_EVER, "queue").join())
                    .withCauseInstanceOf(CarmineOverloadException.class)
                    .withMessageContaining("BLPOP was not sent: all dedicated connections are in use");
            redis.rpush("queue", "element");
            assertThat(blocked.join()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void anInterruptEndsTheWaitForAConnection(ThreadKind kind, RedisServer server) {
        try (Carmine redis = connect(server, 1)) {
            redis.session(session -> {
                Callers borrower = Callers.start(kind, 1, number -> {
                    assertThatExceptionOfType(CarmineInterruptedException.class)
                            .isThrownBy(() -> redis.blpop(FOR_EVER, "queue"))
                            .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                });
                awaitStats(redis, new PoolStats(1, 1, 0, 1));
                borrower.threads().get(0).interrupt();
                borrower.awaitEnd();
                return session.ping();
            });
            awaitStats(redis, new PoolStats(1, 0, 1, 0));
        }
    }

    @Test
    void aConnectionThatTheServerHasClosedIsNotLentAgain(RedisServer server) {
        try (Carmine redis = connect(server, 4);
                RawConnection operator = server.connect()) {
            for (int i = 0; i < 20; i++) {
                redis.rpush("queue", "element");
                long killed = redis.<Long>session(Session::clientId);
                operator.call("CLIENT", "KILL", "ID", Long.toString(killed));
                // A connection that was used a millisecond ago is taken to be alive.
                operator.call("DEBUG", "SLEEP", "0.002");
                assertThat(redis.blpop(FOR_EVER, "queue")).isNotNull();
            }
        }
    }

    /** Closing and lending meet at every possible moment; a command that was not sent is the pool's own business. */
    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void aConnectionThatIsClosedWhileItIsLentIsReplaced(ThreadKind kind, RedisServer server) {
        Semaphore progress = new Semaphore(0);
        ClientOptions options = Clients.options(server)
                .pool(PoolOptions.defaults().withMaxSize(4))
                .reconnect(new ReconnectOptions(Duration.ofMillis(1), Duration.ofMillis(10)))
                .build();
        try (Carmine redis = Carmine.connect(options);
                RawConnection operator = server.connect()) {
            redis.rpush("queue", IntStream.range(0, 5_000).boxed().toArray());
            Callers consumers = Callers.start(kind, 4, number -> {
                for (int i = 0; i < 500; i++) {
                    try {
                        redis.blpop(FOR_EVER, "queue");
                    } catch (CarmineConnectionException e) {
                        assertThat(e.fate()).as(e.getMessage()).isEqualTo(Fate.UNKNOWN);
                    }
                    progress.release();
                }
            });
            Polling.require(
                    Clients.PATIENCE,
                    () -> {
                        if (progress.tryAcquire(10)) {
                            operator.call("CLIENT", "KILL", "TYPE", "normal");
                        }
                        return !consumers.areRunning();
                    },
                    () -> "the callers have not ended: " + redis.stats());
            consumers.awaitEnd();
        }
    }

    @Test
    void connectionsAreUsedAgain(RedisServer server) {
        try (Carmine redis = connect(server, 4)) {
            long id = redis.<Long>session(Session::clientId);
            for (int i = 0; i < 100; i++) {
                assertThat(redis.<Long>session(Session::clientId)).isEqualTo(id);
            }
        }
    }

    @Test
    void aConnectionIsReplacedWhenItWasIdleForTooLong(RedisServer server) {
        try (Carmine redis = connect(server, new PoolOptions(4, Duration.ofMillis(1), LONG))) {
            assertIsReplaced(redis);
        }
    }

    @Test
    void aConnectionIsReplacedWhenItIsTooOld(RedisServer server) {
        try (Carmine redis = connect(server, new PoolOptions(4, LONG, Duration.ofMillis(1)))) {
            assertIsReplaced(redis);
        }
    }

    private static void assertIsReplaced(Carmine redis) {
        long first = redis.<Long>session(Session::clientId);
        await().atMost(Clients.PATIENCE).until(() -> redis.<Long>session(Session::clientId) != first);
        await("the end of the old connection")
                .atMost(Clients.PATIENCE)
                .until(() -> !redis.clientList().contains("id=" + first + " "));
    }

    @Test
    void connectionsInUseAreCountedAndSoAreIdleOnes(RedisServer server) {
        try (Carmine redis = connect(server, 5)) {
            assertThat(redis.stats().pool()).isEqualTo(new PoolStats(5, 0, 0, 0));
            redis.session(outer -> redis.session(inner -> {
                assertThat(redis.stats().pool()).isEqualTo(new PoolStats(5, 2, 0, 0));
                return inner.ping() + outer.ping();
            }));
            assertThat(redis.stats().pool()).isEqualTo(new PoolStats(5, 0, 2, 0));
        }
    }

    private static void awaitStats(Carmine redis, PoolStats expected) {
        await().atMost(Clients.PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(redis.stats().pool()).isEqualTo(expected));
    }
}
