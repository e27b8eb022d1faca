package dev.carmine.client;

import java.time.Duration;

/**
 * How a lost connection is made anew: the n-th wait is drawn at random from zero to {@code firstDelay · 2^n}, but not
 * beyond {@code longestDelay}, so that many clients do not return in one instant. Immutable.
 *
 * @param firstDelay bound of the first wait; by default 20 ms. Raise it where thousands of clients share a server
 * @param longestDelay bound of all waits; by default 2 s. Lower it where a server's return must be noticed sooner
 */
public record ReconnectOptions(Duration firstDelay, Duration longestDelay) {
    private static final ReconnectOptions DEFAULTS = new ReconnectOptions(Duration.ofMillis(20), Duration.ofSeconds(2));

    /**
     * Checks the bounds.
     *
     * @param firstDelay at least a millisecond
     * @param longestDelay at least as long as the first
     */
    public ReconnectOptions {
        Durations.requireAtLeast("firstDelay", firstDelay, Duration.ofMillis(1));
        Durations.requireAtLeast("longestDelay", longestDelay, firstDelay);
    }

    /**
     * The defaults.
     *
     * @return waits from 20 ms up to 2 s
     */
    public static ReconnectOptions defaults() {
        return DEFAULTS;
    }
}
