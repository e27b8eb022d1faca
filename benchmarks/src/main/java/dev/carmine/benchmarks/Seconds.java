package dev.carmine.benchmarks;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as the command line writes them: seconds, with a fraction if need be. */
final class Seconds {
    private static final double NANOS = 1e9;

    private Seconds() {}

    /**
     * Reads a number of seconds.
     *
     * @throws IllegalArgumentException if it is not a positive number
     */
    static Duration parse(String seconds) {
        double number = Double.parseDouble(seconds);
        if (!(number > 0)) {
            throw new IllegalArgumentException("Expected more than 0 seconds, got " + seconds + ".");
        }
        return Duration.ofNanos(Math.round(number * NANOS));
    }

    /** Writes a duration as {@link #parse} reads it. */
    static String format(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString();
    }
}
