package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.Limits;
import dev.carmine.client.command.Commands;
import dev.carmine.client.metrics.ClientObserver;
import dev.carmine.client.metrics.ClientObserver.Outcome;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An observer sees each call begin and end once, with the outcome that the caller sees. */
@RedisTest(isolated = true)
class ObserverIT {
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration FOR_EVER = Duration.ZERO;

    private final Recorder recorder = new Recorder();

    @AfterEach
    void serverAnswers(RedisServer server) {
        server.resume();
    }

    private Carmine connect(RedisServer server) {
        return Carmine.connect(Clients.options(server)
                .observer(recorder)
                .limits(Limits.defaults().withCommandsInFlight(2))
                .build());
    }

    @Test
    void successesAndErrorsOfTheServer(RedisServer server) {
        try (Carmine redis = connect(server)) {
            redis.set("text", "v");
            assertThatThrownBy(() -> redis.lpush("text", "x"));
            redis.async().ping().join();
            assertThatThrownBy(() -> redis.async().lpush("text", "x").join());
            redis.blpop(Duration.ofMillis(1), "queue");
            recorder.assertSaw(
                    "SET SUCCESS", "LPUSH SERVER_ERROR", "PING SUCCESS", "LPUSH SERVER_ERROR", "BLPOP SUCCESS");
        }
    }

    @Test
    void pipelinesAreOneCall(RedisServer server) {
        try (Carmine redis = connect(server)) {
            redis.set("text", "v");
            redis.pipeline(Commands.ping(), Commands.ping());
            assertThatThrownBy(() -> redis.pipeline(Commands.ping(), Commands.lpush("text", "x")));
            redis.async().pipeline(Commands.ping()).join();
            assertThatThrownBy(
                    () -> redis.async().pipeline(Commands.lpush("text", "x")).join());
            recorder.assertSaw(
                    "SET SUCCESS",
                    "PIPELINE SUCCESS",
                    "PIPELINE SERVER_ERROR",
                    "PIPELINE SUCCESS",
                    "PIPELINE SERVER_ERROR");
        }
    }

    @Test
    void whatSessionsCall(RedisServer server) {
        try (Carmine redis = connect(server)) {
            Object unused = redis.session(session -> {
                session.set("text", "v");
                assertThatThrownBy(() -> session.lpush("text", "x"));
                return session.pipeline(Commands.ping(), Commands.ping());
            });
            recorder.assertSaw("SET SUCCESS", "LPUSH SERVER_ERROR", "PIPELINE SUCCESS");
        }
    }

    @Test
    void timeoutsAndOverload(RedisServer server) {
        try (Carmine redis = connect(server)) {
            server.suspend();
            assertThatThrownBy(() -> redis.withTimeout(MOMENT).ping());
            assertThatThrownBy(() -> redis.withTimeout(MOMENT).async().ping().join());
            // Both keep their places until their replies come.
            assertThatThrownBy(() -> redis.async().ping().join());
            recorder.assertSaw("PING TIMEOUT", "PING TIMEOUT", "PING OVERLOAD");
        }
    }

    @Test
    void lostConnections(RedisServer server) {
        try (Carmine redis = connect(server)) {
            CompletableFuture<?> blocked = redis.async().blpop(FOR_EVER, "queue");
            BlockingCommandsIT.awaitBlocked(server, 1);
            server.call("CLIENT", "KILL", "TYPE", "normal");
            assertThatThrownBy(blocked::join);
            recorder.assertSaw("BLPOP CONNECTION");
        }
        assertThatThrownBy(() -> connectClosed(server).ping());
        assertThatThrownBy(
                () -> connectClosed(server).async().blpop(FOR_EVER, "queue").join());
        recorder.assertSaw("BLPOP CONNECTION", "PING CONNECTION", "BLPOP CONNECTION");
    }

    private Carmine connectClosed(RedisServer server) {
        Carmine redis = connect(server);
        redis.close();
        return redis;
    }

    @Test
    void interruptsAndCancellations(RedisServer server) {
        try (Carmine redis = connect(server)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(redis::ping);
            assertThat(Thread.interrupted()).isTrue();
            CompletableFuture<?> blocked = redis.async().blpop(FOR_EVER, "queue");
            BlockingCommandsIT.awaitBlocked(server, 1);
            blocked.cancel(false);
            recorder.assertSaw("PING CANCELLED", "BLPOP CANCELLED");
        }
    }

    @Test
    void functionsThatThrow(RedisServer server) {
        try (Carmine redis = connect(server)) {
            Command<Integer> wrong = Commands.ping().map(Integer::parseInt);
            assertThatThrownBy(() -> redis.call(wrong)).isInstanceOf(NumberFormatException.class);
            assertThatThrownBy(() -> redis.async().callAsync(wrong).join())
                    .hasCauseInstanceOf(NumberFormatException.class);
            recorder.assertSaw("PING OTHER", "PING OTHER");
        }
    }

    @Test
    void commandsThatAreRefusedNeverBegin(RedisServer server) {
        try (Carmine redis = connect(server)) {
            assertThatThrownBy(() -> redis.call(Command.of("MULTI"))).isInstanceOf(IllegalArgumentException.class);
            recorder.assertSaw();
            assertThat(recorder.started.get()).isZero();
        }
    }

    /** A future may be completed before the observer is told of it, so that the next call ends first. */
    private static final class Recorder implements ClientObserver {
        private final AtomicInteger started = new AtomicInteger();
        private final Collection<String> ended = new ConcurrentLinkedQueue<>();

        @Override
        public void commandStarted(String command) {
            started.incrementAndGet();
        }

        @Override
        public void commandEnded(String command, Outcome outcome, long nanos) {
            assertThat(nanos).isNotNegative();
            ended.add(command + " " + outcome);
        }

        void assertSaw(String... ends) {
            Awaitility.await()
                    .atMost(Clients.PATIENCE)
                    .untilAsserted(() -> assertThat(ended).containsExactlyInAnyOrder(ends));
            assertThat(started).hasValue(ends.length);
        }
    }
}
