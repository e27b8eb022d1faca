package dev.carmine.it.wire;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;

/** A number that tests can wait for. */
public final class Tally {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final String name;

    /** Guarded by {@link #lock}. */
    private long value;

    /**
     * A tally that begins at zero.
     *
     * @param name what it counts, for messages
     */
    public Tally(String name) {
        this.name = name;
    }

    /**
     * The present number.
     *
     * @return the sum of all that was added
     */
    public long value() {
        lock.lock();
        try {
            return value;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Counts.
     *
     * @param amount what to add; may be negative
     */
    public void add(long amount) {
        lock.lock();
        try {
            value += amount;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the number is large enough; fails after ten seconds.
     *
     * @param wanted the least number
     */
    public void awaitAtLeast(long wanted) {
        await(current -> current >= wanted, "at least " + wanted);
    }

    /**
     * Waits until the number is right; fails after ten seconds.
     *
     * @param wanted the number
     */
    public void awaitExactly(long wanted) {
        await(current -> current == wanted, "exactly " + wanted);
    }

    private void await(LongPredicate condition, String wanted) {
        lock.lock();
        try {
            long left = LIMIT.toNanos();
            while (!condition.test(value)) {
                if (left <= 0) {
                    throw new IllegalStateException(
                            "expected " + wanted + " " + name + " within " + LIMIT.toSeconds() + " s, got " + value);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + wanted + " " + name, e);
        } finally {
            lock.unlock();
        }
    }
}
