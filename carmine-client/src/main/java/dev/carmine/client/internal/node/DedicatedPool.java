package dev.carmine.client.internal.node;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.PoolStats;
import dev.carmine.client.internal.wire.Link;
import dev.carmine.client.internal.wire.LinkListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Connections that one borrower has for himself: a bounded number of places, each with a connection or for one. The
 * connection given back last is lent first, and borrowers who wait are served in the order in which they came. Each idle
 * connection watches itself, so one that the server has closed, or that is idle for too long or too old, ends without
 * traffic and leaves its place. Thread-safe; no I/O under the lock.
 */
public final class DedicatedPool {
    /** How long threads may take to end after their last call. */
    private static final long TO_END = TimeUnit.SECONDS.toNanos(1);

    private final String node;
    private final PoolOptions options;
    private final Function<LinkListener, Link> opener;
    private final PoolTotals totals = new PoolTotals();
    private final LeakWatch leakWatch;

    /** Guards everything below. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Borrowers for whom there was no place; nothing is idle while there are any. */
    private final WaitingLine<Place> line = new WaitingLine<>(lock);

    /** Places with idle connections, the one given back last first. */
    private final ArrayDeque<Place> idle = new ArrayDeque<>();

    private final Map<Link, Place> lent = new HashMap<>();

    /** Places whose borrowers are about to open a connection. */
    private int opening;

    private boolean closed;

    /**
     * Makes an empty pool.
     *
     * @param node the server, for messages
     * @param options its bounds
     * @param opener opens a connection without waiting for it; the listener must be told of its end
     * @param leaks told of borrowers who do not give back what they have borrowed
     */
    public DedicatedPool(String node, PoolOptions options, Function<LinkListener, Link> opener, LeakListener leaks) {
        this.node = node;
        this.options = options;
        this.opener = opener;
        this.leakWatch = new LeakWatch(node, options.leakDetection(), leaks, totals.leaks);
    }

    /**
     * Lends a connection, waiting while all are lent.
     *
     * @param command for messages
     * @param deadline in the time of {@link System#nanoTime()}
     */
    public Link borrow(String command, long deadline) {
        Place place;
        try {
            place = reserve(command, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(command, e);
        }
        if (Thread.currentThread().isInterrupted()) {
            leave(place);
            throw interrupted(command, null);
        }
        return lend(place);
    }

    /**
     * Lends a connection if that needs no waiting and overtakes nobody who waits.
     *
     * @return null if all are lent
     */
    public @Nullable Link tryBorrow(String command) {
        Place place;
        lock.lock();
        try {
            requireOpen(command);
            place = takeUnlessOthersWait();
        } finally {
            lock.unlock();
        }
        return place == null ? null : lend(place);
    }

    private Place reserve(String command, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            requireOpen(command);
            Place place = takeUnlessOthersWait();
            if (place == null) {
                place = line.await(deadline);
            }
            if (place == null) {
                requireOpen(command);
                totals.timedOut.increment();
                throw new CarmineTimeoutException(
                        command + " on " + node + " was not sent: all " + options.maxSize()
                                + " dedicated connections stayed in use; raise PoolOptions.maxSize or hold them"
                                + " for a shorter time",
                        Fate.NOT_SENT,
                        null);
            }
            return place;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Place takeUnlessOthersWait() {
        return line.isEmpty() ? take() : null;
    }

    /** A place with an idle connection, or one for a new connection, or null; under the lock. */
    private @Nullable Place take() {
        for (Place place = idle.poll(); place != null; place = idle.poll()) {
            if (place.link().takeUp()) {
                lent.put(place.link(), place);
                return place;
            }
            totals.closed.increment(); // it has ended by itself, or is about to
        }
        if (lent.size() + opening >= options.maxSize()) {
            return null;
        }
        opening++;
        return new Place();
    }

    /** Gives what is free to those who wait; under the lock, whenever something has become free. */
    private void serveWaiting() {
        while (!closed && !line.isEmpty()) {
            Place place = take();
            if (place == null) {
                return;
            }
            line.hand(place);
        }
    }

    /** Opens the connection of a place that has none. */
    private Link lend(Place place) {
        if (!place.isEmpty()) {
            totals.borrowed.increment();
            return place.link();
        }
        Link link;
        try {
            link = opener.apply(place);
        } catch (Throwable e) {
            leave(place);
            throw e;
        }
        totals.borrowed.increment();
        totals.opened.increment();
        boolean late;
        lock.lock();
        try {
            opening--;
            place.fill(link);
            lent.put(link, place);
            late = closed;
        } finally {
            lock.unlock();
        }
        if (late) {
            link.closeSoon();
        }
        return link;
    }

    /** Gives up a place that was taken for nothing. */
    private void leave(Place place) {
        if (!place.isEmpty()) {
            giveBack(place.link());
            return;
        }
        lock.lock();
        try {
            opening--;
            serveWaiting();
        } finally {
            lock.unlock();
        }
    }

    /** Has the calling thread, which has borrowed a connection, reported if it keeps it for too long. */
    public void watch(Link link) {
        leakWatch.watch(link);
    }

    /** Takes a connection back that nothing is under way on. */
    public void giveBack(Link link) {
        long rest = Math.min(options.maxIdleTime().toNanos(), options.maxAge().toNanos() - link.age());
        if (rest <= 0) {
            discard(link);
            return;
        }
        link.layAside(rest);
        boolean kept;
        lock.lock();
        try {
            Place place = lent.remove(link);
            // From here on an end of the link is told to its place, which finds it idle.
            kept = place != null && !closed && !link.isClosed();
            if (place != null && kept) {
                idle.addFirst(place);
            } else if (place != null) {
                totals.closed.increment();
            }
            serveWaiting();
        } finally {
            lock.unlock();
        }
        if (!kept) {
            link.closeSoon();
        }
    }

    /** Takes a connection back that nobody may use again. */
    public void discard(Link link) {
        lock.lock();
        try {
            if (lent.remove(link) != null) {
                totals.closed.increment();
            }
            serveWaiting();
        } finally {
            lock.unlock();
        }
        link.closeSoon();
    }

    /** An idle connection has ended. One that is lent keeps its place until it is given back. */
    private void forget(Place place) {
        lock.lock();
        try {
            if (idle.remove(place)) {
                totals.closed.increment();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many connections there are, and what has happened. */
    public PoolStats stats() {
        lock.lock();
        try {
            return totals.with(options.maxSize(), lent.size() + opening, idle.size(), line.size());
        } finally {
            lock.unlock();
        }
    }

    /** Lends no more connections; those who wait for one fail. */
    public void refuse() {
        lock.lock();
        try {
            closed = true;
            line.dismiss();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Closes all connections. One that is lent may first get the replies to the calls under way on it.
     *
     * @param timeout how long that may take, in nanoseconds
     */
    public void close(long timeout) {
        refuse();
        List<Link> all;
        lock.lock();
        try {
            all = new ArrayList<>(lent.keySet());
            idle.forEach(place -> all.add(place.link()));
            totals.closed.add(idle.size());
            idle.clear();
        } finally {
            lock.unlock();
        }
        long deadline = System.nanoTime() + timeout + TO_END;
        all.forEach(link -> link.closeWithin(timeout));
        all.forEach(link -> link.awaitEnd(Math.max(0, deadline - System.nanoTime())));
    }

    private void requireOpen(String command) {
        if (closed) {
            throw new CarmineConnectionException(
                    command + " on " + node + " was not sent: the client is closed", Fate.NOT_SENT, null);
        }
    }

    private CarmineInterruptedException interrupted(String command, @Nullable Throwable cause) {
        return new CarmineInterruptedException(
                command + " on " + node + " was not sent: interrupted while waiting for a dedicated connection",
                Fate.NOT_SENT,
                cause);
    }

    /** A place in the pool. Guarded by the lock; who has reserved it may look at its connection without. */
    private final class Place implements LinkListener {
        private @Nullable Link link;

        boolean isEmpty() {
            return link == null;
        }

        void fill(Link opened) {
            link = opened;
        }

        Link link() {
            if (link == null) {
                throw new IllegalStateException("the place is empty");
            }
            return link;
        }

        @Override
        public void ended() {
            forget(this);
        }
    }
}
