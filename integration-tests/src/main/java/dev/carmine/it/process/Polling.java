package dev.carmine.it.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what can only be asked for again and again, such as the state of another process. */
public final class Polling {
    private static final long PAUSE_NANOS = 2_000_000;

    private Polling() {}

    /**
     * Waits until a condition holds.
     *
     * @param limit how long at most
     * @param condition asked every few milliseconds on the calling thread
     * @return whether it held in time
     * @throws IllegalStateException if the thread is interrupted
     */
    public static boolean await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted while waiting");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    /**
     * Waits until a condition holds, and fails if it does not.
     *
     * @param limit how long at most
     * @param condition asked every few milliseconds on the calling thread
     * @param failure says what is the matter, once the limit has passed
     * @throws IllegalStateException if the condition does not hold in time, or the thread is interrupted
     */
    public static void require(Duration limit, BooleanSupplier condition, Supplier<String> failure) {
        if (!await(limit, condition)) {
            throw new IllegalStateException(failure.get() + " (waited " + limit.toSeconds() + " s)");
        }
    }
}
