package dev.carmine.mq;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a worker looks like, and what it has done since it was made. The counts are those of this worker alone; those of
 * the queue are in {@link QueueStats}.
 *
 * @param state whether it leases messages
 * @param activity what it does at this moment
 * @param handling how many messages are being handled
 * @param waiting how many more it has leased ahead
 * @param succeeded messages that were done
 * @param retried messages that failed and will be handled again
 * @param deadLettered messages that were set aside: as the handler or the policy said, or since their attempts were used up
 * @param released messages that went back without having been handled, those with them that waited too long for a slot or a thread
 * @param cancelled messages that were cancelled while they were handled, or released, and will not be handled again
 * @param leasesLost messages whose lease was over before their outcome was known to the server
 * @param timedOut handlers that were interrupted since their time was over
 * @param queueing how long messages were in the queue before they were handed out, delays and earlier attempts included
 * @param handlingTime how long handlers took
 * @param exchanges calls that settle and lease messages and were answered
 * @param errors calls that were not answered, or by an error, lost connections among them; they are repeated. And how often
 *     the executor has refused tasks, or has not begun them
 * @param sinceLastExchange how long ago such a call was answered last; null if none was yet
 * @param sinceLastTurn how long ago the worker's own thread looked around last, as it does each second: if this is more
 *     than the client's command timeout, something is wrong with this program; null if it is stopped
 */
public record WorkerStats(
        WorkerState state,
        WorkerActivity activity,
        int handling,
        int waiting,
        long succeeded,
        long retried,
        long deadLettered,
        long released,
        long cancelled,
        long leasesLost,
        long timedOut,
        Times queueing,
        Times handlingTime,
        long exchanges,
        long errors,
        @Nullable Duration sinceLastExchange,
        @Nullable Duration sinceLastTurn) {

    /**
     * How long something took, many times over. All are zero if it has not happened yet.
     *
     * @param count how many times
     * @param last the last time
     * @param min the shortest
     * @param max the longest
     * @param mean the mean
     * @param p50 half of them took no longer; at most a sixteenth too large, as those that follow
     * @param p95 95 of 100 took no longer
     * @param p99 99 of 100 took no longer
     */
    public record Times(
            long count,
            Duration last,
            Duration min,
            Duration max,
            Duration mean,
            Duration p50,
            Duration p95,
            Duration p99) {}
}
