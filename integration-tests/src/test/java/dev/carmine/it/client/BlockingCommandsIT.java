package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.command.ClientKillArgs;
import dev.carmine.client.command.KeyedElement;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@RedisTest(isolated = true)
class BlockingCommandsIT {
    private static final Duration FOR_EVER = Duration.ZERO;
    private static final int ELEMENTS = 2_000;

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    static void awaitBlocked(RedisServer server, int clients) {
        await("clients blocked on the server")
                .atMost(Clients.PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> server.info("clients").get("blocked_clients"), String.valueOf(clients)::equals);
    }

    /** Half of the waits end without an element, so that giving up and arriving meet. */
    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void manyThreadsGetEachElementExactlyOnce(ThreadKind kind, RedisServer server) {
        Collection<String> taken = new ConcurrentLinkedQueue<>();
        AtomicInteger missing = new AtomicInteger(ELEMENTS);
        try (Carmine redis = Clients.connect(server)) {
            Callers consumers = Callers.start(kind, 12, number -> {
                while (missing.get() > 0) {
                    KeyedElement<String> element = redis.blpop(Duration.ofMillis(1 + number), "queue");
                    if (element != null) {
                        taken.add(element.element());
                        missing.decrementAndGet();
                    }
                }
            });
            Callers producers = Callers.start(kind, 4, number -> {
                for (int i = number; i < ELEMENTS; i += 4) {
                    redis.rpush("queue", "element " + i);
                }
            });
            producers.awaitEnd();
            consumers.awaitEnd();
            assertThat(redis.llen("queue")).isZero();
        }
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ELEMENTS)
                        .mapToObj(i -> "element " + i)
                        .toList());
    }

    @EachProtocol
    void aCallMayWaitForEver(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Callers consumer = Callers.start(number ->
                    assertThat(redis.blpop(FOR_EVER, "queue")).isEqualTo(new KeyedElement<>("queue", "at last")));
            awaitBlocked(server, 1);
            assertThat(redis.ping()).as("the others go on").isEqualTo("PONG");
            redis.rpush("queue", "at last");
            consumer.awaitEnd();
        }
    }

    /** Servers before 7.0 take a millisecond for none at all, and none for ever. */
    @EachProtocol
    void theShortestTimeIsNotForEver(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            for (int nanos : new int[] {1, 1_000_000, 1_000_001}) {
                assertThat(redis.blpop(Duration.ofNanos(nanos), "queue")).isNull();
            }
        }
    }

    @EachProtocol
    void theServerMayTakeTheCommandsOwnTimeBesidesTheTimeout(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Carmine impatient = redis.withTimeout(Duration.ofMillis(50));
            Callers consumer = Callers.start(number ->
                    assertThat(impatient.blpop(Clients.PATIENCE, "queue")).isNotNull());
            awaitBlocked(server, 1);
            // A list that stays empty serves as a clock: six times the timeout.
            assertThat(redis.blpop(Duration.ofMillis(300), "clock")).isNull();
            redis.rpush("queue", "element");
            consumer.awaitEnd();
        }
    }

    @EachProtocol
    void theDeadlineIsTheCommandsOwnTimeAndTheTimeout(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.blpop(Duration.ofMillis(1), "queue")).isNull();
            server.suspend();
            long start = System.nanoTime();
            try {
                Carmine impatient = redis.withTimeout(Duration.ofMillis(100));
                assertThatExceptionOfType(CarmineTimeoutException.class)
                        .isThrownBy(() -> impatient.blpop(Duration.ofMillis(300), "queue"))
                        .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN))
                        .withMessageContaining("BLPOP on 127.0.0.1:");
            } finally {
                server.resume();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(400), Clients.PATIENCE);
        }
    }

    @EachProtocol
    void commandsThatBlockAreKnownHoweverTheyAreMade(Resp resp, RedisServer server) {
        List<Command<?>> commands = List.of(
                Command.of("blpop").key("q:1").arg(0),
                Command.of("BRPOP").key("q:2").arg(0),
                Command.of("BLMOVE").key("q:3").key("t").args("LEFT", "LEFT", 0),
                Command.of("BRPOPLPUSH").key("q:4").key("t").arg(0),
                Command.of("BZPOPMIN").key("z").arg(0),
                Command.of("XREAD").args("BLOCK", 0, "STREAMS").key("s").arg("$"));
        try (Carmine redis = Clients.connect(server, resp)) {
            List<CompletableFuture<?>> replies = commands.stream()
                    .<CompletableFuture<?>>map(command -> redis.async().callAsync(command))
                    .toList();
            awaitBlocked(server, commands.size());
            assertThat(redis.stats().pool().lent()).isEqualTo(commands.size());
            redis.pipeline(List.of("q:1", "q:2", "q:3", "q:4").stream()
                    .map(queue -> Command.of("RPUSH").key(queue).arg("element"))
                    .toList());
            redis.zadd("z", 1, "member");
            redis.call(Command.of("XADD").key("s").args("*", "field", "value"));
            assertThat(replies).allSatisfy(reply -> assertThat(reply.join()).isNotNull());
        }
    }

    @EachProtocol
    void aCallEndsWhenItsConnectionIsKilledWhileItWaits(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Callers consumer = Callers.start(number -> assertThatExceptionOfType(CarmineConnectionException.class)
                    .isThrownBy(() -> redis.blpop(FOR_EVER, "queue"))
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN)));
            awaitBlocked(server, 1);
            server.call("CLIENT", "KILL", "TYPE", "normal");
            consumer.awaitEnd();
            redis.rpush("queue", "element");
            assertThat(redis.blpop(FOR_EVER, "queue")).isNotNull();
        }
    }

    @EachProtocol
    void aCallThatTheServerUnblocksGivesNothing(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            long id = redis.<Long>session(session -> session.clientId());
            Callers consumer = Callers.start(
                    number -> assertThat(redis.blpop(FOR_EVER, "queue")).isNull());
            awaitBlocked(server, 1);
            assertThat(redis.clientUnblock(id)).isTrue();
            consumer.awaitEnd();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void anInterruptEndsTheWaitAndTakesNoElement(ThreadKind kind, RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            Callers consumer = Callers.start(kind, 1, number -> {
                assertThatExceptionOfType(CarmineInterruptedException.class)
                        .isThrownBy(() -> redis.blpop(FOR_EVER, "queue"))
                        .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });
            awaitBlocked(server, 1);
            consumer.threads().get(0).interrupt();
            consumer.awaitEnd();
            awaitBlocked(server, 0);
            redis.rpush("queue", "element");
            assertThat(redis.lrange("queue", 0, -1)).containsExactly("element");
        }
    }

    /** The end is on its way when the caller hears of it: after the next round trip the server knows too. */
    @Test
    void whatComesAfterAnInterruptIsNotTaken(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            for (int round = 0; round < 100; round++) {
                Callers consumer = Callers.start(ThreadKind.PLATFORM, 1, number -> {
                    assertThatExceptionOfType(CarmineInterruptedException.class)
                            .isThrownBy(() -> redis.blpop(FOR_EVER, "queue"));
                    assertThat(Thread.interrupted()).isTrue();
                    redis.ping();
                    redis.rpush("queue", "element");
                    assertThat(redis.lpop("queue")).isEqualTo("element");
                });
                awaitBlocked(server, 1);
                consumer.threads().get(0).interrupt();
                consumer.awaitEnd();
            }
        }
    }

    @EachProtocol
    void aCancelledFutureTakesNoElement(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            CompletableFuture<KeyedElement<String>> future = redis.async().blpop(FOR_EVER, "queue");
            awaitBlocked(server, 1);
            assertThat(future.cancel(true)).isTrue();
            awaitBlocked(server, 0);
            redis.rpush("queue", "element");
            assertThat(redis.lrange("queue", 0, -1)).containsExactly("element");
            assertThat(redis.stats().pool().lent()).isZero();
        }
    }

    @Test
    void aKilledConnectionDoesNotStopTheOthers(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            redis.session(session -> {
                CompletableFuture<KeyedElement<String>> blocked = redis.async().blpop(FOR_EVER, "queue");
                awaitBlocked(server, 1);
                redis.clientKill(ClientKillArgs.id(session.clientId()));
                redis.rpush("queue", "element");
                return assertThat(blocked.join()).isNotNull();
            });
        }
    }
}
