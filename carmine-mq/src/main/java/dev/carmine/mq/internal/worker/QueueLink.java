package dev.carmine.mq.internal.worker;

import java.time.Duration;
import java.util.List;

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
     * @return false if the time is over
     * @throws RuntimeException if there is no answer, also because the thread was interrupted, which ends the waiting on
     *     the server
     */
    boolean awaitMarker(Duration limit);
}
