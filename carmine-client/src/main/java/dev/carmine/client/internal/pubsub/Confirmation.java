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
import java.util.List;
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

    /** Whether the server was asked for any of it: from then on it may have consented. */
    private volatile boolean asked;

    private final List<Topic> topics;
    private final List<Topic> added;

    /** What is still to be confirmed. */
    private final Set<Topic> missing;

    /**
     * Begins.
     *
     * @param topics what the caller wants
     * @param added what of that nobody had wanted
     * @param missing what of that is not confirmed
     * @param asked whether the server was asked for any of that already
     */
    Confirmation(Collection<Topic> topics, List<Topic> added, Collection<Topic> missing, boolean asked) {
        this.topics = List.copyOf(topics);
        this.added = List.copyOf(added);
        this.missing = new HashSet<>(missing);
        this.asked = asked;
        giveIfComplete();
    }

    List<Topic> topics() {
        return topics;
    }

    /** What the server is to be asked for, since nobody had wanted it. */
    public List<Topic> added() {
        return added;
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

    void asked(Topic topic) {
        if (missing.contains(topic)) {
            asked = true;
        }
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
     * @param request what is asked, and of whom, for messages
     * @param nanos the longest wait
     * @param lastFailure why there is no connection; gives null if there is one
     * @throws CarmineServerException if the server has refused
     * @throws CarmineUnansweredException if it did not come
     */
    public void await(String request, long nanos, Supplier<? extends @Nullable Throwable> lastFailure) {
        try {
            Object unused = future.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof CarmineServerException refused) {
                throw refused;
            }
            throw new CarmineConnectionException(request + " was not confirmed: " + cause.getMessage(), fate(), cause);
        } catch (TimeoutException e) {
            Throwable failure = lastFailure.get();
            throw new CarmineTimeoutException(
                    request + " was not confirmed within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms ("
                            + (asked ? "sent" : "not sent")
                            + (failure == null ? ")" : "; there is no connection: " + failure.getMessage() + ")"),
                    fate(),
                    failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CarmineInterruptedException(
                    "the thread was interrupted while it waited for " + request, fate(), e);
        }
    }

    private Fate fate() {
        return asked ? Fate.UNKNOWN : Fate.NOT_SENT;
    }
}
