package dev.carmine.client.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call that is made once more, in another form, if the server does not understand it. It fails with the
 * exceptions of the call itself, and cancelling it cancels the call that is under way. Thread-safe.
 */
final class SecondTry<T extends @Nullable Object> extends CompletableFuture<T> {
    private final Executor executor;
    private volatile CompletableFuture<T> current;

    private SecondTry(CompletableFuture<T> first) {
        this.executor = first.defaultExecutor();
        this.current = first;
    }

    /**
     * Follows a call.
     *
     * @param wanted whether another try may help after an exception
     * @param second makes that try
     */
    static <T extends @Nullable Object> CompletableFuture<T> of(
            CompletableFuture<T> first, Predicate<Throwable> wanted, Function<Throwable, CompletableFuture<T>> second) {
        SecondTry<T> result = new SecondTry<>(first);
        CompletableFuture<?> unused = first.whenComplete((value, e) -> {
            if (e == null || result.isDone() || !wanted.test(e)) {
                result.settle(value, e);
            } else {
                result.tryAgain(second, e);
            }
        });
        return result;
    }

    private void tryAgain(Function<Throwable, CompletableFuture<T>> second, Throwable cause) {
        try {
            CompletableFuture<T> next = second.apply(cause);
            current = next;
            CompletableFuture<?> unused = next.whenComplete(this::settle);
            if (isCancelled()) {
                boolean unusedToo = next.cancel(false);
            }
        } catch (RuntimeException e) {
            boolean unused = completeExceptionally(e);
        }
    }

    private void settle(T value, @Nullable Throwable e) {
        boolean unused = e == null ? complete(value) : completeExceptionally(e);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            boolean unused = current.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return current.newIncompleteFuture();
    }

    @Override
    public Executor defaultExecutor() {
        return executor;
    }
}
