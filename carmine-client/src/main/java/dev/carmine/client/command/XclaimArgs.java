package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What {@code XCLAIM} notes about the entries: {@code XclaimArgs.deliveredNow().retrycount(1)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/xclaim/">XCLAIM</a>
 */
public final class XclaimArgs {
    private final Words delivery;
    private final Words retrycount;
    private final Words force;
    private final Words lastid;

    private XclaimArgs(Words delivery, Words retrycount, Words force, Words lastid) {
        this.delivery = delivery;
        this.retrycount = retrycount;
        this.force = force;
        this.lastid = lastid;
    }

    private static XclaimArgs delivered(Words delivery) {
        return new XclaimArgs(delivery, Words.none(), Words.none(), Words.none());
    }

    /**
     * Notes them as delivered now.
     *
     * @return arguments with that time of delivery
     */
    public static XclaimArgs deliveredNow() {
        return delivered(Words.none());
    }

    /**
     * Notes them as delivered some time ago ({@code IDLE}).
     *
     * @param ago how long, rounded up to milliseconds
     * @return arguments with that time of delivery
     */
    public static XclaimArgs idle(Duration ago) {
        return delivered(Words.of("IDLE", Times.millis(ago)));
    }

    /**
     * Notes them as delivered at some time ({@code TIME}).
     *
     * @param time when, rounded up to milliseconds; a time to come counts as now
     * @return arguments with that time of delivery
     */
    public static XclaimArgs time(Instant time) {
        return delivered(Words.of("TIME", Times.millis(time)));
    }

    /**
     * Sets how often they were delivered ({@code RETRYCOUNT}), instead of counting once more.
     *
     * @param deliveries their number, 0 or more
     * @return arguments with that number
     * @throws IllegalArgumentException if the number is negative
     */
    public XclaimArgs retrycount(long deliveries) {
        if (deliveries < 0) {
            throw new IllegalArgumentException("The retry count must not be negative, but is " + deliveries);
        }
        return new XclaimArgs(delivery, Words.of("RETRYCOUNT", deliveries), force, lastid);
    }

    /**
     * Claims entries of the stream even if they are not pending ({@code FORCE}).
     *
     * @return arguments that do so
     */
    public XclaimArgs force() {
        return new XclaimArgs(delivery, retrycount, Words.of("FORCE"), lastid);
    }

    /**
     * Moves the group's last delivered id to this one, if it is greater ({@code LASTID}).
     *
     * @param id the id
     * @return arguments with that id
     */
    public XclaimArgs lastid(String id) {
        return new XclaimArgs(delivery, retrycount, force, Words.of("LASTID", id));
    }

    /** What follows the ids. */
    List<Object> words() {
        return delivery.and(retrycount).and(force).and(lastid).toList();
    }
}
