package dev.carmine.mq;

/**
 * What becomes of the ticks of a schedule that nobody has attended to in time, since no worker was there or the server was
 * down. A worker that is there attends to ticks as they come, within a second or so if all its slots are taken, and within
 * five seconds if the queue is paused.
 */
public enum MissedTicks {
    /**
     * They are dropped: a tick counts only if it is found within a minute, and of several that are found at once only the
     * newest does.
     */
    SKIP,

    /** There is one message for all of them, under the id of the oldest. It goes on with the first tick that is to come. */
    RUN_ONCE,

    /**
     * There is a message for each, however many: at most a hundred are enqueued at a time, and a worker goes on until
     * there are no more.
     */
    RUN_ALL
}
