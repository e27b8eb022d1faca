package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;

/**
 * How much of what {@code XADD} with {@code IDMP} has added a stream remembers: {@code
 * XcfgsetArgs.duration(Duration.ofMinutes(10)).maxsize(500)}. Immutable. Since Redis 8.6.
 *
 * @see <a href="https://redis.io/docs/latest/commands/xcfgset/">XCFGSET</a>
 */
public final class XcfgsetArgs {
    private static final long MOST_ENTRIES = 10_000;

    private final Words duration;
    private final Words size;

    private XcfgsetArgs(Words duration, Words size) {
        this.duration = duration;
        this.size = size;
    }

    /**
     * Says for how long ({@code IDMP-DURATION}).
     *
     * @param time in whole seconds, up to a day; the server's default is 100 seconds
     * @return arguments with that time
     * @throws IllegalArgumentException if it is not positive, longer than a day, or has a fraction of a second
     */
    public static XcfgsetArgs duration(Duration time) {
        if (time.isZero() || time.isNegative() || time.getNano() != 0 || time.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "XCFGSET counts whole seconds, from one to those of a day, but is given " + time);
        }
        return new XcfgsetArgs(Words.of("IDMP-DURATION", time.getSeconds()), Words.none());
    }

    /**
     * Says how many entries of each producer ({@code IDMP-MAXSIZE}), and leaves the time as it is.
     *
     * @param entries from 1 to 10000; the server's default is 100
     * @return arguments with that number
     * @throws IllegalArgumentException if it is out of that range
     */
    public static XcfgsetArgs onlyMaxsize(long entries) {
        return new XcfgsetArgs(Words.none(), size(entries));
    }

    /**
     * Says how many entries of each producer, too ({@code IDMP-MAXSIZE}).
     *
     * @param entries from 1 to 10000; the server's default is 100
     * @return arguments with that number instead of any other
     * @throws IllegalArgumentException if it is out of that range
     */
    public XcfgsetArgs maxsize(long entries) {
        return new XcfgsetArgs(duration, size(entries));
    }

    private static Words size(long entries) {
        return Words.of("IDMP-MAXSIZE", Amounts.upTo(MOST_ENTRIES, "number of entries", entries));
    }

    /** What follows the key. */
    List<Object> words() {
        return duration.and(size).toList();
    }
}
