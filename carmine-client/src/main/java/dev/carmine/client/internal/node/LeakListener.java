package dev.carmine.client.internal.node;

import java.time.Duration;

/** Hears of borrowers who do not give their connection back. Called on a link's thread: must not block or throw. */
@FunctionalInterface
public interface LeakListener {
    /**
     * A borrower has had a connection for too long.
     *
     * @param held how long
     * @param borrower has the stack trace of the borrower; was never thrown
     */
    void leakSuspected(Duration held, Throwable borrower);
}
