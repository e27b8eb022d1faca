package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.internal.command.EncodedCommand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CompletionsTest {
    private static final EncodedCommand<?> GET = Words.command("GET", "key");

    private final Room room = new Room(100, 10_000);
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Future<?>> dependants = new ArrayList<>();
    private final Completions completions = new Completions(tasks::add, room);

    @Test
    void makeNoTaskOfNothing() {
        completions.dispatch();

        assertThat(tasks).isEmpty();
    }

    @Test
    void completeABatchInOneTaskInTheOrderOfItsReplies() {
        List<Object> order = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Object number = i;
            dependants.add(answered().thenRun(() -> order.add(number)));
        }
        completions.dispatch();
        completions.dispatch();

        assertThat(tasks).hasSize(1);
        assertThat(order).isEmpty();
        tasks.remove().run();
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void makeOneTaskForEachBatch() {
        ReplyFuture<Object> first = answered();
        completions.dispatch();
        ReplyFuture<Object> second = answered();
        completions.dispatch();

        assertThat(tasks).hasSize(2);
        tasks.remove().run();
        assertThat(first).isCompletedWithValue("value");
        assertThat(second).isNotDone();
        tasks.remove().run();
        assertThat(second).isCompletedWithValue("value");
    }

    /** What waits to be completed is bounded, and yet a callback finds room for the next call. */
    @Test
    void giveTheRoomOfEachCallBackRightBeforeItsCallbacks() {
        List<Integer> inCallbacks = new ArrayList<>();
        dependants.add(answered().thenRun(() -> inCallbacks.add(room.commands())));
        dependants.add(answered().thenRun(() -> inCallbacks.add(room.commands())));
        completions.dispatch();
        assertThat(room.commands()).isEqualTo(2);
        tasks.remove().run();

        assertThat(inCallbacks).containsExactly(1, 0);
        assertThat(room.commands()).isZero();
    }

    @Test
    void endTheOtherCallsWhenAFunctionOfTheUserFails() {
        EncodedCommand<?> failing = EncodedCommand.of(GET.map(value -> {
            throw new AssertionError("no use for " + value);
        }));
        ReplyFuture<List<Object>> pipeline = new ReplyFuture<>(Runnable::run);
        BatchCall call = new BatchCall(new EncodedCommand<?>[] {failing}, pipeline, Words.farDeadline());
        assertThat(room.tryEnter(call.commands(), call.bytes())).isTrue();
        assertThat(call.claim()).isTrue();
        call.take(Words.reply("+value\r\n"));
        completions.end(call);
        ReplyFuture<Object> next = answered();
        completions.dispatch();
        tasks.remove().run();

        assertThat(pipeline).isCompletedExceptionally();
        assertThat(next).isCompletedWithValue("value");
        assertThat(room.commands()).isZero();
    }

    /** A thread that has its reply must find the room for its next call. */
    @Test
    @Timeout(120)
    void giveRoomBackBeforeWhoeverWaitsIsTold() throws Exception {
        ExecutorService owners = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < 10_000; i++) {
                SingleCall call = new SingleCall(GET, null, Words.farDeadline());
                assertThat(room.tryEnter(call.commands(), call.bytes())).isTrue();
                assertThat(call.claim()).isTrue();
                call.take(Words.reply("+value\r\n"));
                Future<Integer> seen = owners.submit(() -> {
                    while (!call.isDone()) {
                        Thread.onSpinWait();
                    }
                    return room.commands();
                });
                completions.end(call);
                assertThat(seen.get()).isZero();
            }
        } finally {
            owners.shutdownNow();
        }
    }

    @Test
    void goOnAfterACallbackThatThrows() {
        dependants.add(answered().thenRun(() -> {
            throw new ArithmeticException("the user's");
        }));
        ReplyFuture<Object> next = answered();
        completions.dispatch();
        tasks.remove().run();

        assertThat(next).isCompletedWithValue("value");
        assertThat(room.commands()).isZero();
    }

    @Test
    void leaveTheRoomOfACallToItsPlaceInTheLineIfThatStays() {
        ReplyFuture<Object> future = new ReplyFuture<>(tasks::add);
        SingleCall late = call(future);
        completions.failInPlace(late, new Failure.Late("here:1", "waiting for the reply", null));
        completions.dispatch();
        tasks.remove().run();

        assertThat(future).isCompletedExceptionally();
        assertThat(room.commands()).isEqualTo(1);
    }

    @Test
    @Timeout(120)
    void useAThreadOfTheirOwnIfTheExecutorRefuses() {
        Completions refused = new Completions(
                task -> {
                    throw new RejectedExecutionException("shut down");
                },
                room);
        ReplyFuture<Object> future = new ReplyFuture<>(tasks::add);
        refused.end(answered(future));
        refused.dispatch();

        assertThat(future).succeedsWithin(60, TimeUnit.SECONDS).isEqualTo("value");
        while (room.commands() > 0) {
            Thread.onSpinWait();
        }
    }

    private ReplyFuture<Object> answered() {
        ReplyFuture<Object> future = new ReplyFuture<>(tasks::add);
        completions.end(answered(future));
        return future;
    }

    private Call answered(ReplyFuture<?> future) {
        SingleCall call = call(future);
        call.take(Words.reply("+value\r\n"));
        return call;
    }

    private SingleCall call(ReplyFuture<?> future) {
        SingleCall call = new SingleCall(GET, future, Words.farDeadline());
        future.belongsTo(call);
        assertThat(room.tryEnter(call.commands(), call.bytes())).isTrue();
        assertThat(call.claim()).isTrue();
        return call;
    }
}
