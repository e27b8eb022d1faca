package dev.carmine.mq.internal.worker;

import dev.carmine.client.CarmineOverloadException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the wake marker of the queue on a connection of its own. It is only the supervisor that begins and cancels a
 * wait; it ends on a thread of the client's, which does no more here than to take note of it.
 */
final class Bell {
    private static final long SHORTEST = Clock.ofMillis(1);

    private final Desk desk;
    private final QueueLink link;
    private final Troubles troubles;
    private final Pauses pauses = new Pauses(ThreadLocalRandom.current());

    // Guarded by the desk's lock.
    private @Nullable CompletableFuture<? extends @Nullable Object> wait;
    private long notBefore;

    Bell(Desk desk, QueueLink link, Troubles troubles) {
        this.desk = desk;
        this.link = link;
        this.troubles = troubles;
    }

    /** When to begin to wait; under the lock. */
    long dueAt() {
        return desk.mayWaitForMarker() ? notBefore : Clock.NEVER;
    }

    /** Begins to wait; without the lock. */
    void listen() {
        Duration limit = desk.under(this::limit);
        if (limit == null) {
            return;
        }
        CompletableFuture<? extends @Nullable Object> begun;
        try {
            begun = link.marker(limit);
        } catch (Throwable e) {
            begun = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<? extends @Nullable Object> now = begun;
        desk.under(() -> wait = now);
        CompletableFuture<?> unused = now.whenComplete((marker, e) -> desk.under(() -> rang(now, marker, e)));
    }

    private @Nullable Duration limit() {
        if (!desk.mayWaitForMarker()) {
            return null; // somebody has begun an exchange meanwhile
        }
        desk.waitsForMarker = true;
        return Duration.ofNanos(Math.max(SHORTEST, desk.attention.lookAt() - desk.clock.now()));
    }

    private @Nullable Void rang(
            CompletableFuture<? extends @Nullable Object> which, @Nullable Object marker, @Nullable Throwable e) {
        if (wait != which) {
            return null; // it was cancelled
        }
        ended();
        if (e == null) {
            pauses.succeeded();
        } else {
            failed(e);
        }
        if (marker != null || e != null) {
            desk.attention.tookMarker();
        } // else its time was over, and a marker that comes now stays for the next wait
        desk.changed();
        return null;
    }

    private void ended() {
        wait = null;
        desk.waitsForMarker = false;
    }

    private void failed(Throwable e) {
        desk.tally.errors.increment();
        notBefore = desk.clock.now() + pauses.next();
        String what = e instanceof CarmineOverloadException
                ? "a worker finds no dedicated connection to wait on, and looks from time to time instead: each worker"
                        + " takes one of the client's PoolOptions.maxSize, so raise that"
                : "a worker's wait for new messages has failed, and is begun anew";
        troubles.tell(pauses.areFrequent(), what, e);
    }

    /** Ends the wait, if there is one; without the lock. It may have taken the marker. */
    void cancel() {
        CompletableFuture<?> cancelled = desk.under(() -> {
            CompletableFuture<?> current = wait;
            if (current != null) {
                ended();
                desk.attention.tookMarker();
            }
            return current;
        });
        if (cancelled != null) {
            cancelled.cancel(false);
        }
    }
}
