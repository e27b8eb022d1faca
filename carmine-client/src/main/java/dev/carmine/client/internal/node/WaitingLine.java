package dev.carmine.client.internal.node;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads that wait for something, each of which is handed one, in the order in which they came. What is handed to a
 * thread is its own, even if its time ends at that moment; so nothing that is handed over is lost, and nobody who comes
 * later gets it first. All methods are called under the lock that the line is made with.
 */
final class WaitingLine<T> {
    private final ReentrantLock lock;
    private final ArrayDeque<Waiter<T>> waiters = new ArrayDeque<>();
    private boolean dismissed;

    WaitingLine(ReentrantLock lock) {
        this.lock = lock;
    }

    boolean isEmpty() {
        return waiters.isEmpty();
    }

    int size() {
        return waiters.size();
    }

    /**
     * Waits at the end of the line.
     *
     * @param deadline in the time of {@link System#nanoTime()}
     * @return what this thread was handed; null if the time was over before, or all were dismissed
     * @throws InterruptedException if the thread was interrupted before it was handed anything; if it was interrupted at
     *     the same time, it has what it was handed and is still interrupted
     */
    @Nullable T await(long deadline) throws InterruptedException {
        Waiter<T> me = new Waiter<>(lock.newCondition());
        waiters.add(me);
        try {
            long rest = deadline - System.nanoTime();
            while (me.handed == null && !dismissed && rest > 0) {
                rest = me.called.awaitNanos(rest);
            }
        } catch (InterruptedException e) {
            if (me.handed == null) {
                throw e;
            }
            Thread.currentThread().interrupt();
        } finally {
            if (me.handed == null) {
                waiters.remove(me);
            }
        }
        return me.handed;
    }

    /** Hands something to whoever has waited longest; only if somebody waits. */
    void hand(T thing) {
        Waiter<T> longest = waiters.remove();
        longest.handed = thing;
        longest.called.signal();
    }

    /** Sends everybody away, and whoever comes later. */
    void dismiss() {
        dismissed = true;
        waiters.forEach(waiter -> waiter.called.signal());
    }

    private static final class Waiter<T> {
        private final Condition called;
        private @Nullable T handed;

        Waiter(Condition called) {
            this.called = called;
        }
    }
}
