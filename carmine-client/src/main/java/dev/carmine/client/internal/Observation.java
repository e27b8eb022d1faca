package dev.carmine.client.internal;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineOverloadException;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.internal.wire.PipelineOutcome;
import dev.carmine.client.internal.wire.TransactionOutcome;
import dev.carmine.client.metrics.ClientObserver;
import dev.carmine.client.metrics.ClientObserver.Outcome;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the observer, if there is one, of the start and the end of each call. */
final class Observation {
    private static final Observation OFF = new Observation(null);

    private final @Nullable ClientObserver observer;

    private Observation(@Nullable ClientObserver observer) {
        this.observer = observer;
    }

    static Observation by(@Nullable ClientObserver observer) {
        return observer == null ? OFF : new Observation(observer);
    }

    boolean isOff() {
        return observer == null;
    }

    <T extends @Nullable Object> T of(String command, Supplier<T> call) {
        ClientObserver present = present();
        long start = System.nanoTime();
        Outcome outcome = Outcome.OTHER;
        present.commandStarted(command);
        try {
            T value = call.get();
            outcome = outcomeOf(value);
            return value;
        } catch (RuntimeException e) {
            outcome = outcomeOf(e);
            throw e;
        } finally {
            present.commandEnded(command, outcome, System.nanoTime() - start);
        }
    }

    <T extends @Nullable Object> CompletableFuture<T> ofAsync(String command, Supplier<CompletableFuture<T>> call) {
        ClientObserver present = present();
        long start = System.nanoTime();
        present.commandStarted(command);
        CompletableFuture<T> future;
        try {
            future = call.get();
        } catch (Throwable e) {
            present.commandEnded(command, outcomeOf(e), System.nanoTime() - start);
            throw e;
        }
        CompletableFuture<?> unused = future.whenComplete((value, e) ->
                present.commandEnded(command, e == null ? outcomeOf(value) : outcomeOf(e), System.nanoTime() - start));
        return future;
    }

    private ClientObserver present() {
        if (observer == null) {
            throw new IllegalStateException("nobody observes");
        }
        return observer;
    }

    private static Outcome outcomeOf(@Nullable Object value) {
        if (value instanceof TransactionOutcome transaction) {
            return transaction.refusal() == null ? outcomeOf(transaction.commands()) : outcomeOf(transaction.refusal());
        }
        if (value instanceof PipelineOutcome pipeline) {
            for (RuntimeException error : pipeline.errors()) {
                if (error != null) {
                    return outcomeOf(error);
                }
            }
        }
        return Outcome.SUCCESS;
    }

    private static Outcome outcomeOf(Throwable e) {
        if (e instanceof CarmineServerException) {
            return Outcome.SERVER_ERROR;
        } else if (e instanceof CarmineTimeoutException) {
            return Outcome.TIMEOUT;
        } else if (e instanceof CarmineConnectionException) {
            return Outcome.CONNECTION;
        } else if (e instanceof CarmineOverloadException) {
            return Outcome.OVERLOAD;
        } else if (e instanceof CarmineInterruptedException || e instanceof CancellationException) {
            return Outcome.CANCELLED;
        } else if ((e instanceof CompletionException || e instanceof CarminePipelineException)
                && e.getCause() != null) {
            return outcomeOf(e.getCause());
        }
        return Outcome.OTHER;
    }
}
