package dev.carmine.it.fault;

import dev.carmine.it.fault.Link.Flow;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What can be made worse on a whole {@link FaultProxy} and on one {@link ProxiedConnection} alike. */
public abstract sealed class LinkControls permits FaultProxy, ProxiedConnection {
    LinkControls() {}

    abstract void change(Direction direction, UnaryOperator<Link> change);

    /**
     * Delays what travels in either direction.
     *
     * @param eachWay half of the round trip; nothing arrives sooner, and order is kept
     */
    public final void delay(Duration eachWay) {
        for (Direction direction : Direction.values()) {
            delay(direction, eachWay);
        }
    }

    /**
     * Delays what travels in one direction.
     *
     * @param direction which way
     * @param delay nothing arrives sooner, and order is kept
     */
    public final void delay(Direction direction, Duration delay) {
        change(direction, link -> link.withDelayNanos(delay.toNanos()));
    }

    /**
     * Limits the rate of one direction.
     *
     * @param direction which way
     * @param bytesPerSecond a positive number
     */
    public final void throttle(Direction direction, long bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "bytesPerSecond must be positive, not " + bytesPerSecond + "; use stall to let nothing through");
        }
        change(direction, link -> link.withBytesPerSecond(bytesPerSecond));
    }

    /**
     * Holds back everything in one direction until {@link #resume}. When a few MiB have gathered, the sender can write
     * no more.
     *
     * @param direction which way
     */
    public final void stall(Direction direction) {
        change(direction, link -> link.withFlow(Flow.STALL));
    }

    /**
     * Lets everything in one direction vanish, also the news that the sender has closed the connection: to the receiver
     * it looks like a peer that lost its power.
     *
     * @param direction which way
     */
    public final void swallow(Direction direction) {
        change(direction, link -> link.withFlow(Flow.SWALLOW));
    }

    /**
     * Ends {@link #stall} and {@link #swallow}. What was swallowed is lost.
     *
     * @param direction which way
     */
    public final void resume(Direction direction) {
        change(direction, link -> link.withFlow(Flow.FORWARD));
    }
}
