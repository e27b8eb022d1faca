package dev.carmine.client;

import java.time.Duration;
import java.util.Objects;

/** Checks of options that are times. */
final class Durations {
    /** Longer times do not fit into nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Durations() {}

    static Duration requireAtLeast(String name, Duration value, Duration least) {
        Objects.requireNonNull(value, name);
        if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + " and at most " + LONGEST + ", but is " + value);
        }
        return value;
    }
}
