package dev.carmine.client.internal.pubsub;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The server's consent to what one caller has asked for. Changed under the lock of its {@link Delivery}. */
public final class Confirmation {
    private final CompletableFuture<@Nullable Void> future = new CompletableFuture<>();

    /** What is still to be confirmed. */
    private final Set<Topic> missing;

    Confirmation(Collection<Topic> missing) {
        this.missing = new HashSet<>(missing);
        giveIfComplete();
    }

    private void giveIfComplete() {
        if (missing.isEmpty()) {
            future.complete(null);
        }
    }

    boolean isOver() {
        return future.isDone();
    }

    boolean isAbout(Topic topic) {
        return missing.contains(topic);
    }

    void confirm(Topic topic) {
        if (missing.remove(topic)) {
            giveIfComplete();
        }
    }

    void refuse(CarmineException cause) {
        future.completeExceptionally(cause);
    }

    /**
     * Waits for it.
     *
     * @param command what was asked, for messages
     * @param nanos the longest wait
     * @param lastFailure why there is no connection; gives null if there is one
     * @throws CarmineServerException if the server has refused
     * @throws CarmineUnansweredException if it did not come
     */
    public void await(String command, long nanos, Supplier<? extends @Nullable Throwable> lastFailure) {
        try {
            Object unused = future.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof CarmineServerException refused) {
                throw refused;
            }
            throw new CarmineConnectionException(
                    command + " was not confirmed: " + cause.getMessage(), Fate.UNKNOWN, cause);
        } catch (TimeoutException e) {
            Throwable failure = lastFailure.get();
            throw new CarmineTimeoutException(
                    command + " was not confirmed within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms"
                            + (failure == null ? "" : "; there is no connection: " + failure.getMessage()),
                    Fate.UNKNOWN,
                    failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CarmineInterruptedException(
                    "the thread was interrupted while it waited for " + command, Fate.UNKNOWN, e);
        }
    }
}
