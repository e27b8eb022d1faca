package dev.carmine.mq.internal.worker;

/**
 * How many messages a worker leases beyond its free slots, so that quick handlers need not wait for the server each time:
 * as many as it gets through in a millisecond, as the last ones let expect. Guarded by the desk's lock.
 */
final class Lookahead {
    /** So long the last one of those that wait for a slot should wait. */
    static final long HORIZON = Clock.ofMillis(1);

    /** What has waited for a slot for so long is left to others. */
    static final long PATIENCE = Clock.ofMillis(20);

    private static final int MOST = 100;

    /** The part of each new value in a mean. */
    private static final double NEW = 1.0 / 8;

    /** How long a message occupies its slot, in nanoseconds: a mean in which the last ones weigh most. */
    private double time;

    /** How many messages are handled side by side: such a mean too. */
    private double parallel;

    Lookahead() {
        isTooFar();
    }

    /**
     * A message has left its slot.
     *
     * @param nanos how long it was there
     * @param running how many were being handled, with it
     */
    void handled(long nanos, int running) {
        time += (nanos - time) * NEW;
        parallel += (running - parallel) * NEW;
    }

    /** What was leased ahead was of no use: nothing is, until handlers have shown again that they are quick. */
    void isTooFar() {
        time = Math.max(time, (double) PATIENCE);
        parallel = 1;
    }

    /** How many messages to lease beyond free slots. */
    int messages() {
        return (int) Math.min(MOST, HORIZON * parallel / Math.max(1, time));
    }
}
