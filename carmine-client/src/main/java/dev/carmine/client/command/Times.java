package dev.carmine.client.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Times as the words of commands. What is finer than the server's unit is rounded up, or refused with advice. */
final class Times {
    private static final long SHORTEST_BLOCKING_MILLIS = 2;

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    /** So many seconds are a number of 64 bits in milliseconds too. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / MILLIS_PER_SECOND - 1;

    private Times() {}

    /** Milliseconds, rounded up. */
    static long millis(Duration time) {
        return millis(time.getSeconds(), time.getNano(), time);
    }

    /** Milliseconds since 1970, rounded up. */
    static long millis(Instant time) {
        return millis(time.getEpochSecond(), time.getNano(), time);
    }

    /** The nanoseconds are never negative, whatever the sign of the seconds. */
    private static long millis(long seconds, int nanos, Object time) {
        if (seconds > MOST_SECONDS || seconds < -MOST_SECONDS) {
            throw new IllegalArgumentException("The time " + time + " is too long for a command");
        }
        return seconds * MILLIS_PER_SECOND + (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
    }

    /** Seconds; a command that counts in them has a sibling that counts in milliseconds. */
    static long seconds(Duration time, String command, String sibling) {
        requireWholeSeconds(time.getNano(), time, command, sibling);
        return time.getSeconds();
    }

    /** Seconds since 1970; a command that counts in them has a sibling that counts in milliseconds. */
    static long seconds(Instant time, String command, String sibling) {
        requireWholeSeconds(time.getNano(), time, command, sibling);
        return time.getEpochSecond();
    }

    private static void requireWholeSeconds(int nanos, Object time, String command, String sibling) {
        if (nanos != 0) {
            throw new IllegalArgumentException(
                    command + " counts whole seconds, which " + time + " is not: use " + sibling);
        }
    }

    /** {@code EX seconds}, or {@code PX milliseconds} if the time has a fraction of a second. */
    static List<Object> expireIn(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("The time to live must be positive, but is " + time);
        }
        return time.getNano() == 0 ? List.of("EX", time.getSeconds()) : List.of("PX", millis(time));
    }

    /** {@code EXAT seconds}, or {@code PXAT milliseconds} if the time has a fraction of a second. */
    static List<Object> expireAt(Instant time) {
        return time.getNano() == 0 ? List.of("EXAT", time.getEpochSecond()) : List.of("PXAT", millis(time));
    }

    /** The timeout of a blocking command in milliseconds. */
    static long blockingMillis(Duration timeout) {
        return millis(requireNotNegative(timeout));
    }

    /**
     * The timeout of a blocking command in seconds, with three decimals at most, and at least two milliseconds unless it
     * is zero: servers before 7.0 cut off what is finer, and take one millisecond for zero, which means for ever.
     */
    static String blockingSeconds(Duration timeout) {
        long millis = requireNotNegative(timeout).isZero() ? 0 : Math.max(millis(timeout), SHORTEST_BLOCKING_MILLIS);
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    private static Duration requireNotNegative(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("The timeout must not be negative, but is " + timeout);
        }
        return timeout;
    }
}
