package dev.carmine.it.fault;

/**
 * The quality of one direction.
 *
 * @param delayNanos how long each byte is on its way
 * @param bytesPerSecond how many bytes pass at most; {@link #UNLIMITED} for no limit
 * @param flow what becomes of the bytes
 */
record Link(long delayNanos, long bytesPerSecond, Flow flow) {
    static final long UNLIMITED = Long.MAX_VALUE;
    static final Link PERFECT = new Link(0, UNLIMITED, Flow.FORWARD);

    enum Flow {
        FORWARD,
        /** They wait in the proxy; when that is full, they wait at the sender. */
        STALL,
        /** They vanish, and so does the news of a closed connection. */
        SWALLOW
    }

    Link withDelayNanos(long nanos) {
        return new Link(nanos, bytesPerSecond, flow);
    }

    Link withBytesPerSecond(long rate) {
        return new Link(delayNanos, rate, flow);
    }

    Link withFlow(Flow newFlow) {
        return new Link(delayNanos, bytesPerSecond, newFlow);
    }
}
