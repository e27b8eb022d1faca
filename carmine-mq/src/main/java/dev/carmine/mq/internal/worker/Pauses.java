package dev.carmine.mq.internal.worker;

import java.util.random.RandomGenerator;

/** The pauses after failures in a row: from a bound that doubles each time, up to two seconds. Confined by its owner. */
final class Pauses {
    private static final long FIRST = Clock.ofMillis(20);
    private static final int MOST_DOUBLINGS = 7;
    private static final long LONGEST = Clock.ofMillis(2_000);

    private final RandomGenerator random;
    private int failures;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    /** The next one, in nanoseconds. */
    long next() {
        long bound = Math.min(LONGEST, FIRST << Math.min(failures++, MOST_DOUBLINGS));
        return bound / 2 + random.nextLong(bound / 2 + 1);
    }

    /** Whether there was a failure since the last success. */
    boolean areFrequent() {
        return failures > 1;
    }

    void succeeded() {
        failures = 0;
    }
}
