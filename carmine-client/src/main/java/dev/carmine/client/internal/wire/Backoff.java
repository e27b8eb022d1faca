package dev.carmine.client.internal.wire;

import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: the n-th wait is drawn from the whole range up to the n-th bound, so that a
 * thousand clients do not return in one instant. Not thread-safe.
 */
public final class Backoff {
    private final long first;
    private final long longest;
    private final RandomGenerator random;
    private int attempts;

    /**
     * Creates a backoff.
     *
     * @param first bound of the first wait, in nanoseconds
     * @param longest bound of all waits, in nanoseconds
     */
    public Backoff(long first, long longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Draws the next wait, in nanoseconds. */
    public long next() {
        int doublings = Math.min(attempts++, Long.numberOfLeadingZeros(first) - 2);
        return random.nextLong(Math.min(longest, first << doublings) + 1);
    }

    /** How many waits were drawn since the last success. */
    int attempts() {
        return attempts;
    }

    void reset() {
        attempts = 0;
    }
}
