package dev.carmine.client.internal.node;

import dev.carmine.client.internal.wire.Link;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Reports borrowers who do not give a connection back in time, once each, with the stack of the code that borrowed it.
 * The stack is taken only if that is asked for. The connection's own thread keeps the time. Thread-safe.
 */
final class LeakWatch {
    private static final System.Logger LOG = System.getLogger(LeakWatch.class.getName());

    private final String node;
    private final @Nullable Duration limit;
    private final LeakListener listener;
    private final LongAdder leaks;

    /**
     * Prepares.
     *
     * @param limit how long a borrower may have a connection; null for ever
     * @param listener told of each leak
     * @param leaks counts them
     */
    LeakWatch(String node, @Nullable Duration limit, LeakListener listener, LongAdder leaks) {
        this.node = node;
        this.limit = limit;
        this.listener = listener;
        this.leaks = leaks;
    }

    /** Watches a connection that the calling thread has just borrowed, until it is laid aside or closed. */
    void watch(Link link) {
        if (limit != null) {
            Duration held = limit;
            String thread = Thread.currentThread().getName();
            Throwable borrower = new Throwable("borrowed here by " + (thread.isEmpty() ? "a virtual thread" : thread));
            link.watch(held.toNanos(), () -> report(held, borrower));
        }
    }

    private void report(Duration held, Throwable borrower) {
        leaks.increment();
        LOG.log(
                System.Logger.Level.WARNING,
                "a session has had a dedicated connection of " + node + " for " + held.toMillis()
                        + " ms; does it ever end?",
                borrower);
        listener.leakSuspected(held, borrower);
    }
}
