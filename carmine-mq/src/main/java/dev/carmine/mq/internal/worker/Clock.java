package dev.carmine.mq.internal.worker;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A clock that counts nanoseconds from its beginning, and so never near the limits of its numbers: its times can be
 * compared.
 */
public final class Clock {
    /** Later than any time. */
    static final long NEVER = Long.MAX_VALUE;

    private final LongSupplier nanoTime;
    private final long origin;

    /**
     * Begins to count.
     *
     * @param nanoTime {@link System#nanoTime}, or what stands for it in a test
     */
    public Clock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
    }

    long now() {
        return nanoTime.getAsLong() - origin;
    }

    /** The time after a wait of any length. */
    static long after(long now, Duration wait) {
        long nanos = TimeUnit.NANOSECONDS.convert(wait); // the largest number if it is longer
        return nanos > NEVER - now ? NEVER : now + nanos;
    }

    static long ofMillis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
