package dev.carmine.mq;

/** What becomes of a tick of a schedule if the message of the tick before is not done yet. */
public enum Overlap {
    /** It gets its message: both can be handled side by side. */
    ALLOW,

    /**
     * It is dropped. A message counts as not done while it is ready, delayed, waits for a retry or is handled; a dead one
     * does not hold up the schedule.
     */
    SKIP
}
