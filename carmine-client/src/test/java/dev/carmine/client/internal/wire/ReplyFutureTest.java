package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Fate;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReplyFutureTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final ReplyFuture<String> future = new ReplyFuture<>(tasks::add);
    private final SingleCall call = new SingleCall(Words.command("GET", "key"), future, Words.farDeadline());

    ReplyFutureTest() {
        future.belongsTo(call);
    }

    @Test
    void completesWithAValue() {
        assertThat(future.isAnswered()).isFalse();
        future.settle(true, () -> "value");

        assertThat(future).isCompletedWithValue("value");
        assertThat(future.isAnswered()).isTrue();
    }

    @Test
    void isAnsweredAlsoByAnError() {
        CarmineException error = new CarmineServerException("ERR", "GET: ERR no");
        future.settle(true, () -> {
            throw error;
        });

        assertThatThrownBy(future::join).isInstanceOf(CompletionException.class).hasCause(error);
        assertThat(future.isAnswered()).isTrue();
    }

    @Test
    void isNotAnsweredIfNoReplyCame() {
        future.settle(false, () -> {
            throw new CarmineConnectionException("it broke", Fate.UNKNOWN, null);
        });

        assertThat(future).isCompletedExceptionally();
        assertThat(future.isAnswered()).isFalse();
    }

    @Test
    void completesWithWhateverTheUsersFunctionThrows() {
        Error error = new StackOverflowError("the user's");
        future.settle(true, () -> {
            throw error;
        });

        assertThatThrownBy(future::join).hasCause(error);
        assertThat(future.isAnswered()).isTrue();
    }

    @Test
    void isNotAnsweredByWhoeverElseCompletesIt() {
        future.complete("mine");
        assertThat(future.isAnswered()).isFalse();
        future.settle(true, () -> "value");

        assertThat(future).isCompletedWithValue("mine");
        assertThat(future.isAnswered()).isTrue();
    }

    @Test
    void abandonsItsCallWhenItIsCancelled() {
        assertThat(future.cancel(true)).isTrue();

        assertThat(future).isCancelled();
        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        assertThat(call.isOpen()).isFalse();
        assertThat(call.claim()).isFalse();
        assertThat(future.isAnswered()).isFalse();
    }

    @Test
    void leavesItsCallAloneWhenItCannotBeCancelledAnyMore() {
        future.complete("mine");

        assertThat(future.cancel(false)).isFalse();
        assertThat(call.isOpen()).isTrue();
    }

    @Test
    void canBeCancelledWithoutACall() {
        assertThat(new ReplyFuture<>(tasks::add).cancel(true)).isTrue();
    }

    @Test
    void leavesItsCallAloneWhenADependantIsCancelled() {
        CompletableFuture<Integer> dependant = future.thenApply(String::length);
        dependant.cancel(true);

        assertThat(call.isOpen()).isTrue();
        assertThat(future).isNotDone();
    }

    @Test
    void runsAsynchronousDependantsOnTheClientsExecutor() {
        CompletableFuture<Integer> dependant = future.thenApplyAsync(String::length);
        future.settle(true, () -> "value");

        assertRunsOnTheExecutor(dependant);
    }

    @Test
    void runsTheDependantsOfDependantsThereToo() {
        CompletableFuture<Integer> dependant = future.thenApply(Function.identity())
                .thenApply(Function.identity())
                .copy()
                .thenApplyAsync(String::length);
        future.settle(true, () -> "value");

        assertRunsOnTheExecutor(dependant);
    }

    private void assertRunsOnTheExecutor(CompletableFuture<Integer> dependant) {
        assertThat(dependant).isNotDone();
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(dependant).succeedsWithin(30, TimeUnit.SECONDS).isEqualTo(5);
    }
}
