package dev.carmine.benchmarks.client;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts messages that a handler gets, so that who has published them can wait for them. Thread-safe. */
final class Receipts {
    /** So that a lost message ends a trial rather than hold it up for ever. */
    private static final long PATIENCE_SECONDS = 10;

    private final Semaphore messages = new Semaphore(0);

    /** One message has come. */
    void add() {
        messages.release();
    }

    /** Waits until so many have come that nobody has waited for. */
    void await(int count) {
        try {
            if (!messages.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Of " + count + " messages " + messages.availablePermits() + " came.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for messages.", e);
        }
    }
}
