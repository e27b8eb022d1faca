package dev.carmine.mq;

/**
 * How many messages have gone through a queue since it exists. Each is exact; an operation that changes several counts
 * does so at once.
 *
 * @param accepted were added, or waited behind another one
 * @param delivered how often messages were handed out
 * @param redelivered how often messages were handed out that had been handed out before
 * @param acknowledged were handled with success
 * @param retried how often handlers have failed and another attempt was due
 * @param released how often messages were given back without penalty
 * @param deadLettered have died
 * @param cancelled were cancelled
 * @param expired were dropped since their time was over
 * @param cleared were dropped by {@link MessageQueue#clear}
 * @param purged dead ones that were deleted for ever, by hand or since there were too many or too old ones
 * @param redriven dead ones that were made ready again
 * @param leasesLost how often a worker has settled a message whose lease it had lost
 * @param reclaimed how often a lease has expired
 */
public record QueueTotals(
        long accepted,
        long delivered,
        long redelivered,
        long acknowledged,
        long retried,
        long released,
        long deadLettered,
        long cancelled,
        long expired,
        long cleared,
        long purged,
        long redriven,
        long leasesLost,
        long reclaimed) {}
