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
import dev.carmine.client.Command;
import dev.carmine.client.ConnectionEvent.LeakSuspected;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private static final PoolOptions BRIEF =
            PoolOptions.defaults().withMaxSize(4).withMaxIdleTime(LONG).withMaxAge(LONG);

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
            awaitStats(redis, 3, 0, 5);
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
                awaitStats(redis, 1, 0, 1);
                borrower.threads().get(0).interrupt();
                borrower.awaitEnd();
                return session.ping();
            });
            awaitStats(redis, 0, 1, 0);
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
        try (Carmine redis = connect(server, BRIEF.withMaxIdleTime(Duration.ofMillis(1)))) {
            assertIsReplaced(redis);
        }
    }

    @Test
    void aConnectionIsReplacedWhenItIsTooOld(RedisServer server) {
        try (Carmine redis = connect(server, BRIEF.withMaxAge(Duration.ofMillis(1)))) {
            assertIsReplaced(redis);
        }
    }

    private static void assertIsReplaced(Carmine redis) {
        long first = redis.<Long>session(Session::clientId);
        await().atMost(Clients.PATIENCE).until(() -> redis.<Long>session(Session::clientId) != first);
        await("the end of the old connection")
                .atMost(Clients.PATIENCE)
                .until(() -> redis.clientList().stream().noneMatch(client -> client.id() == first));
    }

    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void idleConnectionsEndWithoutTraffic(ThreadKind kind, RedisServer server) {
        try (Carmine redis = connect(server, BRIEF.withMaxIdleTime(Duration.ofMillis(300)))) {
            String before = connections(server);
            CountDownLatch together = new CountDownLatch(3);
            Callers.start(
                            kind,
                            3,
                            number -> redis.session(session -> {
                                session.ping();
                                together.countDown();
                                return Clients.await(together);
                            }))
                    .awaitEnd();
            await("the server is rid of them")
                    .atMost(Clients.PATIENCE)
                    .until(() -> connections(server), before::equals);
            PoolStats stats = redis.stats().pool();
            assertThat(stats.idle()).isZero();
            assertThat(stats.opened()).isEqualTo(3);
            assertThat(stats.closed()).isEqualTo(3);
            assertThat(redis.<String>session(Session::ping)).isEqualTo("PONG");
        }
    }

    private static String connections(RedisServer server) {
        return String.valueOf(server.info("clients").get("connected_clients"));
    }

    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void thoseWhoWaitGetAConnectionInTheOrderInWhichTheyCame(ThreadKind kind, RedisServer server) {
        Queue<Integer> served = new ConcurrentLinkedQueue<>();
        List<Callers> waiting = new ArrayList<>();
        try (Carmine redis = connect(server, 1)) {
            redis.session(first -> {
                for (int i = 0; i < 12; i++) {
                    int place = i;
                    waiting.add(Callers.start(kind, 1, number -> redis.session(session -> served.add(place))));
                    awaitStats(redis, 1, 0, place + 1);
                }
                return first.ping();
            });
            waiting.forEach(Callers::awaitEnd);
        }
        assertThat(served)
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
    }

    @Test
    void aSessionThatDoesNotEndIsReportedWithTheStackOfItsBorrower(RedisServer server) throws InterruptedException {
        BlockingQueue<LeakSuspected> leaks = new LinkedBlockingQueue<>();
        ClientOptions options = Clients.options(server)
                .pool(PoolOptions.defaults().withLeakDetection(Duration.ofMillis(50)))
                .listener(event -> {
                    if (event instanceof LeakSuspected leak) {
                        leaks.add(leak);
                    }
                })
                .build();
        try (Carmine redis = Carmine.connect(options)) {
            LeakSuspected leak = redis.session(session -> {
                session.ping();
                return next(leaks);
            });
            assertThat(leak.node()).isEqualTo(server.host() + ":" + server.port());
            assertThat(leak.held()).isEqualTo(Duration.ofMillis(50));
            assertThat(leak.borrower().getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("session"))
                    .anyMatch(frame -> frame.getClassName().equals(DedicatedPoolIT.class.getName()));
            assertThat(redis.stats().pool().leaks()).isOne();
            CompletableFuture<?> blocked = redis.async().blpop(FOR_EVER, "queue");
            awaitBlocked(server, 1);
            // A list that stays empty serves as a clock: four times the limit.
            assertThat(redis.blpop(Duration.ofMillis(200), "clock")).isNull();
            redis.rpush("queue", "element");
            assertThat(blocked.join()).isNotNull();
            assertThat(leaks).as("blocking commands are not watched").isEmpty();
        }
    }

    private static LeakSuspected next(BlockingQueue<LeakSuspected> leaks) {
        try {
            return Objects.requireNonNull(leaks.poll(20, TimeUnit.SECONDS), "a leak");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatHappensIsCounted(RedisServer server) {
        try (Carmine redis = connect(server, 1)) {
            assertThat(redis.stats().pool()).isEqualTo(new PoolStats(1, 0, 0, 0, 0, 0, 0, 0, 0));
            redis.session(outer -> {
                assertThat(redis.stats().pool()).isEqualTo(new PoolStats(1, 1, 0, 0, 1, 1, 0, 0, 0));
                return assertThatExceptionOfType(CarmineTimeoutException.class)
                        .isThrownBy(
                                () -> redis.withTimeout(Duration.ofMillis(5)).session(Session::ping));
            });
            assertThat(redis.stats().pool()).isEqualTo(new PoolStats(1, 0, 1, 0, 1, 1, 0, 1, 0));
            redis.session(session -> session.call(Command.of("SELECT").arg(5)));
            assertThat(redis.stats().pool()).isEqualTo(new PoolStats(1, 0, 0, 0, 2, 1, 1, 1, 0));
        }
    }

    private static void awaitStats(Carmine redis, int lent, int idle, int waiting) {
        await().atMost(Clients.PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        redis::stats,
                        stats -> stats.pool().lent() == lent
                                && stats.pool().idle() == idle
                                && stats.pool().waiting() == waiting);
    }
}
