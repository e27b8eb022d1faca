package dev.carmine.client.internal.wire;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How the link's thread waits while it connects: what callers submit meanwhile is still seen, and still times out. */
interface Pause {
    /** The longest wait in one piece; who waits looks around then and goes on. */
    long LONGEST = TimeUnit.SECONDS.toNanos(1);

    /**
     * Waits until the socket is ready, there is something else to look at, or the time is over.
     *
     * @param nanos the longest wait
     * @param over ends the wait when it is true and somebody rings
     * @throws IOException if the link is being closed
     */
    void await(long nanos, BooleanSupplier over) throws IOException;
}
