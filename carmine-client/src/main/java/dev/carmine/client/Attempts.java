package dev.carmine.client;

import dev.carmine.client.internal.wire.Backoff;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Attempts at what others can thwart, with a random pause before each but the first. Not thread-safe. */
final class Attempts {
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final String what;
    private final int most;
    private final Backoff pause = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, ThreadLocalRandom.current());
    private int made;

    /** For what is named so in messages. */
    Attempts(String what, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, but is " + most);
        }
        this.what = what;
        this.most = most;
    }

    /** Whether there is another attempt; waits for its time. */
    boolean next() {
        if (made == most) {
            return false;
        }
        if (made > 0) {
            await(pause.next());
        }
        made++;
        return true;
    }

    /** What is thrown after the last attempt. */
    CarmineConflictException conflict(String whatHappened, String advice) {
        String when = most == 1 ? "its only attempt" : "each of " + most + " attempts";
        return new CarmineConflictException(whatHappened + " in " + when + "; " + advice);
    }

    private void await(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long rest = nanos; rest > 0; rest = end - System.nanoTime()) {
            LockSupport.parkNanos(rest);
            if (Thread.currentThread().isInterrupted()) {
                throw new CarmineInterruptedException(
                        "the thread was interrupted between two attempts at " + what, Fate.NOT_SENT, null);
            }
        }
    }
}
