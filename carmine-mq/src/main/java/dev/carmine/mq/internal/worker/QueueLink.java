package dev.carmine.mq.internal.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a worker says to the server. Thread-safe. */
interface QueueLink {
    /**
     * Makes an exchange, and waits for the answer.
     *
     * @throws RuntimeException if there is none
     */
    ExchangeReply exchange(ExchangeCall call);

    /**
     * Extends leases, and waits for the answer.
     *
     * @return a letter for each: k extended, c extended and to be cancelled, l lost
     * @throws RuntimeException if there is none
     */
    String extend(String worker, List<Extension> extensions);

    /**
     * Attends to schedules that are due: has their messages enqueued, and moves them on. Called by one thread at a time.
     *
     * @return how many were due
     * @throws RuntimeException if there is no answer
     */
    int attendToSchedules();

    /**
     * Waits for the wake marker of the queue, and takes it away.
     *
     * @return completes with null if the time is over, with anything else if the marker came; to cancel it ends the
     *     waiting on the server
     */
    CompletableFuture<? extends @Nullable Object> marker(Duration limit);
}
