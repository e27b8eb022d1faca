package dev.carmine.client.internal.wire;

import dev.carmine.client.internal.Unchecked;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call. Cancelling it abandons the call: an unsent command is removed, the reply of a sent one is
 * dropped. Asynchronous dependants without an executor of their own run on the client's.
 */
final class ReplyFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final Executor executor;

    /** The call that this is the future of; set before the future is handed out. */
    private @Nullable Call call;

    /** Whether the server has answered; written before the future completes with that answer. */
    private volatile boolean answered;

    ReplyFuture(Executor executor) {
        this.executor = executor;
    }

    void belongsTo(Call call) {
        this.call = call;
    }

    /**
     * Completes with what the supplier returns or throws; it may run user code.
     *
     * @param answered whether the server has answered everything
     */
    void settle(boolean answered, Supplier<? extends @Nullable Object> outcome) {
        this.answered = answered;
        T value;
        try {
            value = Unchecked.cast(outcome.get());
        } catch (Throwable e) {
            completeExceptionally(e);
            return;
        }
        complete(value);
    }

    /** Whether the server has answered, whoever has completed the future and with what. */
    boolean isAnswered() {
        return answered;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Call unwanted = call;
        if (cancelled && unwanted != null) {
            unwanted.abandon();
        }
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Dependant<>(executor);
    }

    @Override
    public Executor defaultExecutor() {
        return executor;
    }

    /** A future that depends on a reply, and passes the executor on. */
    private static final class Dependant<T> extends CompletableFuture<T> {
        private final Executor executor;

        Dependant(Executor executor) {
            this.executor = executor;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new Dependant<>(executor);
        }

        @Override
        public Executor defaultExecutor() {
            return executor;
        }
    }
}
