package dev.carmine.it.client;

import static dev.carmine.it.client.BlockingCommandsIT.awaitBlocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.AsyncCarmine;
import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.Credentials;
import dev.carmine.client.Fate;
import dev.carmine.client.Limits;
import dev.carmine.client.Pipeline;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.Reply;
import dev.carmine.client.Session;
import dev.carmine.client.command.Commands;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The end of a client: every call has a truthful end, and nothing is left. */
@RedisTest(isolated = true)
class CloseIT {
    private static final Duration FOR_EVER = Duration.ZERO;
    private static final Duration MOMENT = Duration.ofMillis(50);

    /** A command that the server takes its time for. */
    private static final Command<?> SLOW = Command.of("DEBUG SLEEP").arg(0.3);

    @AfterEach
    void serverAnswersAndNoThreadIsLeft(RedisServer server) {
        server.resume();
        ThreadLeaks.awaitNone();
    }

    private static void assertEnds(Fate fate, ThrowingCallable call) {
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.fate()).as(e.getMessage()).isEqualTo(fate));
    }

    private static void assertEnds(Fate fate, CompletableFuture<?> future) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(future::join)
                .havingCause()
                .isInstanceOfSatisfying(
                        CarmineConnectionException.class,
                        e -> assertThat(e.fate()).as(e.getMessage()).isEqualTo(fate));
    }

    @EachProtocol
    void aClientTellsWhereItsServerIsAndWhetherItIsClosed(Resp resp, RedisServer server) {
        String endpoint = "127.0.0.1:" + server.port();
        Carmine redis = Clients.connect(server, resp);
        Carmine view = redis.withTimeout(MOMENT);
        view.close();
        assertThat(redis).hasToString("Carmine[" + endpoint + "]");
        redis.close();
        assertThat(redis).hasToString("Carmine[" + endpoint + ", closed]");
        assertThat(view).hasToString("Carmine[" + endpoint + ", closed]");
    }

    @EachProtocol
    void callsAfterTheEndFailAtOnceWhateverTheirKind(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        redis.close();
        List<ThrowingCallable> calls = List.of(
                redis::ping,
                () -> redis.blpop(FOR_EVER, "queue"),
                () -> redis.pipeline(Commands.ping()),
                () -> redis.pipeline(Commands.blpop(FOR_EVER, "queue")),
                () -> redis.session(Session::ping),
                () -> redis.withTimeout(MOMENT).ping());
        assertThat(calls).allSatisfy(call -> assertEnds(Fate.NOT_SENT, call));
        assertThat(List.of(
                        redis.async().ping(),
                        redis.async().blpop(FOR_EVER, "queue"),
                        redis.async().pipeline(Commands.ping()),
                        redis.async().pipeline(Commands.blpop(FOR_EVER, "queue"))))
                .allSatisfy(future -> assertEnds(Fate.NOT_SENT, future));
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(redis::ping)
                .withMessage("PING on 127.0.0.1:" + server.port() + " was not sent: the client is closed");
    }

    @EachProtocol
    void whatWasBegunBeforeTheEndFailsAfterItWhateverItsFace(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        Carmine view = redis.withTimeout(Clients.PATIENCE);
        AsyncCarmine async = redis.async();
        Pipeline pipeline = view.pipeline();
        Reply<String> reply = pipeline.get("key");
        redis.session(session -> {
            redis.close();
            assertEnds(Fate.NOT_SENT, session::ping);
            assertEnds(Fate.NOT_SENT, () -> session.pipeline(Commands.ping()));
            return "the end";
        });
        assertEnds(Fate.NOT_SENT, pipeline::flush);
        assertEnds(Fate.NOT_SENT, reply::get);
        assertEnds(Fate.NOT_SENT, view::ping);
        assertEnds(Fate.NOT_SENT, view.async().ping());
        assertEnds(Fate.NOT_SENT, async.pipeline(List.of(Commands.ping())));
        assertEnds(Fate.NOT_SENT, () -> view.session(Session::ping));
        assertThat(redis.stats().pool().lent()).isZero();
        assertThat(redis.stats().commandsInFlight()).isZero();
    }

    @EachProtocol
    void repliesUnderWayAreWaitedFor(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        CompletableFuture<?> slow = redis.async().callAsync(SLOW);
        List<CompletableFuture<String>> behind = IntStream.range(0, 100)
                .mapToObj(i -> redis.async().echo("message " + i))
                .toList();
        redis.close(Clients.PATIENCE);
        assertThat(slow.join()).isEqualTo("OK");
        assertThat(behind).extracting(CompletableFuture::join).hasSize(100).contains("message 99");
    }

    @EachProtocol
    void whatTheServerDoesNotAnswerInTimeIsOfUnknownFate(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        server.suspend();
        CompletableFuture<?> future = redis.async().incr("count");
        Callers caller = Callers.start(number -> assertEnds(Fate.UNKNOWN, () -> redis.incr("count")));
        await().atMost(Clients.PATIENCE).until(() -> redis.stats().commandsInFlight() == 2);
        redis.close(Duration.ofMillis(500));
        assertEnds(Fate.UNKNOWN, future);
        assertThat(future).failsWithin(Duration.ZERO).withThrowableThat().withMessageNotContaining("retryable");
        caller.awaitEnd();
    }

    @EachProtocol
    void blockedCommandsEndAndTheServerIsRidOfThem(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        CompletableFuture<?> future = redis.async().blpop(FOR_EVER, "queue");
        Callers caller = Callers.start(number -> assertEnds(Fate.UNKNOWN, () -> redis.blpop(FOR_EVER, "queue")));
        awaitBlocked(server, 2);
        redis.close(MOMENT);
        assertEnds(Fate.UNKNOWN, future);
        assertThat(future).failsWithin(Duration.ZERO).withThrowableThat().withMessageNotContaining("retryable");
        caller.awaitEnd();
        awaitBlocked(server, 0);
    }

    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void callersThatWaitForADedicatedConnectionEnd(ThreadKind kind, RedisServer server) {
        ClientOptions options = Clients.options(server)
                .pool(PoolOptions.defaults().withMaxSize(1))
                .build();
        Carmine redis = Carmine.connect(options);
        Callers blocked = Callers.start(number -> assertEnds(Fate.UNKNOWN, () -> redis.blpop(FOR_EVER, "queue")));
        awaitBlocked(server, 1);
        Callers waiting =
                Callers.start(kind, 5, number -> assertEnds(Fate.NOT_SENT, () -> redis.blpop(FOR_EVER, "queue")));
        await().atMost(Clients.PATIENCE).until(() -> redis.stats().pool().waiting() == 5);
        redis.close(MOMENT);
        waiting.awaitEnd();
        blocked.awaitEnd();
    }

    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void callersThatWaitForRoomEnd(ThreadKind kind, RedisServer server) {
        ClientOptions options = Clients.options(server)
                .limits(Limits.defaults().withCommandsInFlight(1))
                .build();
        Carmine redis = Carmine.connect(options);
        server.suspend();
        CompletableFuture<?> sent = redis.async().incr("count");
        Callers waiting = Callers.start(kind, 5, number -> assertEnds(Fate.NOT_SENT, () -> redis.incr("count")));
        await().atMost(Clients.PATIENCE)
                .until(() ->
                        waiting.threads().stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        redis.close(MOMENT);
        waiting.awaitEnd();
        assertEnds(Fate.UNKNOWN, sent);
    }

    @EachProtocol
    void callersThatWaitForAServerThatIsAwayEnd(Resp resp, RedisServer server) {
        server.shutdown();
        Carmine redis =
                Carmine.connect(Clients.options(server, resp).connectLazily().build());
        CompletableFuture<?> future = redis.async().incr("count");
        Callers caller = Callers.start(number -> assertEnds(Fate.NOT_SENT, () -> redis.incr("count")));
        Callers session = Callers.start(number -> assertEnds(Fate.NOT_SENT, () -> redis.session(Session::ping)));
        await().atMost(Clients.PATIENCE).until(() -> redis.stats().commandsInFlight() == 2);
        await().atMost(Clients.PATIENCE).until(() -> redis.stats().pool().lent() == 1);
        redis.close(MOMENT);
        assertEnds(Fate.NOT_SENT, future);
        caller.awaitEnd();
        session.awaitEnd();
        server.start();
    }

    @EachProtocol
    void aCallbackMayCloseTheClient(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        redis.async().ping().thenRun(redis::close).join();
        assertEnds(Fate.NOT_SENT, redis::ping);
    }

    /** The thread that closes is the only one on which the others' futures could complete. */
    @EachProtocol
    void aCallbackOnTheOnlyThreadOfAnExecutorMayCloseTheClient(Resp resp, RedisServer server) {
        ExecutorService oneThread = Executors.newSingleThreadExecutor();
        Carmine redis = Carmine.connect(
                Clients.options(server, resp).callbackExecutor(oneThread).build());
        CompletableFuture<Void> closed = redis.async().ping().thenRun(() -> redis.close(Clients.PATIENCE));
        List<CompletableFuture<String>> others =
                IntStream.range(0, 100).mapToObj(i -> redis.async().ping()).toList();
        closed.join();
        assertThat(others)
                .allSatisfy(future ->
                        assertThat(future.handle((value, e) -> true).join()).isTrue());
        oneThread.shutdown();
    }

    @EachProtocol
    void manyCallbacksMayCloseTheClientAtOnce(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        CompletableFuture<?>[] closers = IntStream.range(0, 50)
                .mapToObj(i -> redis.async().ping().handle((value, e) -> {
                    redis.close();
                    return true;
                }))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(closers).join();
        assertEnds(Fate.NOT_SENT, redis::ping);
    }

    @EachProtocol
    void aFunctionThatReadsAReplyMayCloseTheClient(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        Command<String> closing = Commands.ping().map(pong -> {
            redis.close();
            return pong;
        });
        assertThat(redis.call(closing)).isEqualTo("PONG");
        assertEnds(Fate.NOT_SENT, redis::ping);
    }

    @EachProtocol
    void aCredentialsProviderMayCloseTheClient(Resp resp, RedisServer server) throws InterruptedException {
        AtomicReference<Carmine> redis = new AtomicReference<>();
        CountDownLatch closed = new CountDownLatch(1);
        redis.set(Carmine.connect(Clients.options(server, resp)
                .credentials(() -> {
                    Carmine client = redis.get();
                    if (client != null) {
                        client.close();
                        closed.countDown();
                    }
                    return new Credentials("default", "any");
                })
                .build()));
        server.call("CLIENT", "KILL", "TYPE", "normal");
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        Carmine client = Objects.requireNonNull(redis.get());
        assertEnds(Fate.NOT_SENT, () -> client.ping());
    }

    @EachProtocol
    void aListenerMayCloseTheClient(Resp resp, RedisServer server) throws InterruptedException {
        AtomicReference<Carmine> redis = new AtomicReference<>();
        CountDownLatch closed = new CountDownLatch(1);
        redis.set(Carmine.connect(Clients.options(server, resp)
                .listener(event -> {
                    Carmine client = redis.get();
                    if (client != null) {
                        client.close();
                        closed.countDown();
                    }
                })
                .build()));
        server.call("CLIENT", "KILL", "TYPE", "normal");
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        Carmine client = Objects.requireNonNull(redis.get());
        assertEnds(Fate.NOT_SENT, () -> client.ping());
    }

    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void manyThreadsMayCloseAtOnceWhileOthersCall(ThreadKind kind, RedisServer server) {
        Carmine redis = Clients.connect(server);
        Callers callers = Callers.start(kind, 16, number -> {
            try {
                for (; ; ) {
                    redis.incr("count");
                }
            } catch (CarmineConnectionException e) {
                assertThat(e.getMessage()).contains("closed");
            }
        });
        await().atMost(Clients.PATIENCE).until(() -> redis.incr("count") >= 100);
        Callers closers = Callers.start(kind, 8, number -> redis.close());
        closers.awaitEnd();
        callers.awaitEnd();
        assertEnds(Fate.NOT_SENT, redis::ping);
        redis.close();
    }

    @Test
    void anInterruptedThreadMayCloseTheClient(RedisServer server) {
        Carmine redis = Clients.connect(server);
        Thread.currentThread().interrupt();
        redis.close();
        assertThat(Thread.interrupted()).isTrue();
        assertEnds(Fate.NOT_SENT, redis::ping);
    }

    @Test
    void closingAViewDoesNothing(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            Carmine view = redis.withTimeout(Clients.PATIENCE);
            view.close();
            assertThat(view.ping()).isEqualTo("PONG");
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }
}
