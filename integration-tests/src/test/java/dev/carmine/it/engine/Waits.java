package dev.carmine.it.engine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * Where the client's threads and its callers wait, which tells who leads a connection: its holder waits for the socket,
 * everybody else is parked.
 */
final class Waits {
    private static final String SELECTOR = "sun.nio.ch.SelectorImpl";

    private Waits() {}

    /** Whether a thread waits for a socket: it then leads. */
    static boolean isInSelector(Thread thread) {
        return isIn(thread, SELECTOR);
    }

    /** Whether a thread waits for another one. */
    static boolean isParked(Thread thread) {
        return isIn(thread, LockSupport.class.getName());
    }

    /** Whether a thread waits for either. */
    static boolean isWaiting(Thread thread) {
        return isInSelector(thread) || isParked(thread);
    }

    /** Waits until a thread waits for a socket. */
    static void awaitInSelector(Thread thread) {
        Awaitility.await("a thread in a selector")
                .atMost(Limit.PATIENT)
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .until(() -> isInSelector(thread));
    }

    /** The thread of the shared link of the only client in this JVM. */
    static Thread linkThread() {
        List<Thread> found = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("carmine-\\d+-wire"))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("expected the thread of one client, found " + found);
        }
        return found.get(0);
    }

    private static boolean isIn(Thread thread, String className) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(className));
    }
}
