package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.carmine.it.junit.ThreadKind;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A call under way, waited for by a thread of its own or by nobody. Whoever asks for its end waits for
 * {@link Limit#PATIENT} at most.
 */
final class Pending<T extends @Nullable Object> {
    private final CompletableFuture<T> future;
    private final @Nullable Thread thread;

    /** Whether the thread was interrupted when its call had ended; written before the future completes. */
    private volatile boolean interrupted;

    private Pending(CompletableFuture<T> future) {
        this.future = future;
        this.thread = null;
    }

    private Pending(ThreadKind kind, Supplier<T> call) {
        this.future = new CompletableFuture<>();
        kind.assumeAvailable();
        this.thread = kind.start("caller", () -> run(call));
    }

    /** Runs a call that waits, in a thread of its own. */
    static <T extends @Nullable Object> Pending<T> on(ThreadKind kind, Supplier<T> call) {
        return new Pending<>(kind, call);
    }

    /** Watches a call that does not wait. */
    static <T extends @Nullable Object> Pending<T> of(CompletableFuture<T> future) {
        return new Pending<>(future);
    }

    private void run(Supplier<T> call) {
        try {
            T value = call.get();
            interrupted = Thread.currentThread().isInterrupted();
            future.complete(value);
        } catch (Throwable e) {
            interrupted = Thread.currentThread().isInterrupted();
            future.completeExceptionally(e);
        }
    }

    /** What the call gives. */
    T value() {
        try {
            return future.get(Limit.PATIENT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return fail("a value was expected", e.getCause());
        } catch (TimeoutException e) {
            throw hanging();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted", e);
        }
    }

    /** What the call throws, which must be of the type given. */
    <E extends Throwable> E failure(Class<E> type) {
        return type.cast(assertThat(outcome()).isInstanceOf(type).actual());
    }

    /** What the call throws, or null if it gives a value. */
    @Nullable Throwable outcome() {
        try {
            T unused = future.get(Limit.PATIENT.toSeconds(), TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            throw hanging();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted", e);
        }
    }

    boolean isDone() {
        return future.isDone();
    }

    /** The waiting thread. */
    Thread thread() {
        return Objects.requireNonNull(thread, "a future has no thread");
    }

    void interrupt() {
        thread().interrupt();
    }

    /** Whether the thread's interrupt flag was set when its call had ended; known when that has. */
    boolean endedInterrupted() {
        return interrupted;
    }

    /** Waits until the thread is parked, as callers are that wait for room or for another thread to serve them. */
    void awaitParked() {
        Awaitility.await("a parked caller")
                .atMost(Limit.PATIENT)
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .until(() -> Waits.isParked(thread()));
    }

    private AssertionError hanging() {
        AssertionError error = new AssertionError("the call has not ended within " + Limit.PATIENT);
        if (thread != null) {
            error.setStackTrace(thread.getStackTrace());
        }
        return error;
    }
}
