package dev.carmine.client.internal.node;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.PoolStats;
import dev.carmine.client.internal.wire.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Connections that one borrower has for himself: a bounded number, the one given back last lent first. Each watches
 * itself, so an idle one that the server has closed is known to be closed. Thread-safe; no I/O under the lock.
 */
public final class DedicatedPool {
    /** How long threads may take to end after their last call. */
    private static final long TO_END = TimeUnit.SECONDS.toNanos(1);

    private final String node;
    private final PoolOptions options;
    private final Supplier<Link> opener;

    /** Guards everything below; fair, so that who waits longest is served first. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Condition changed = lock.newCondition();

    /** Idle connections, the one given back last first. */
    private final ArrayDeque<Idle> idle = new ArrayDeque<>();

    /** Lent connections, and when they were opened. */
    private final Map<Link, Long> lent = new HashMap<>();

    /** Places taken for connections that are being opened. */
    private int opening;

    private int waiting;
    private boolean closed;

    /**
     * Makes an empty pool.
     *
     * @param node the server, for messages
     * @param options its bounds
     * @param opener opens a connection without waiting for it
     */
    public DedicatedPool(String node, PoolOptions options, Supplier<Link> opener) {
        this.node = node;
        this.options = options;
        this.opener = opener;
    }

    /**
     * Lends a connection, waiting while all are lent.
     *
     * @param command for messages
     * @param deadline in the time of {@link System#nanoTime()}
     */
    public Link borrow(String command, long deadline) {
        return open(reserve(command, deadline));
    }

    /**
     * Lends a connection if that needs no waiting.
     *
     * @return null if all are lent
     */
    public @Nullable Link tryBorrow(String command) {
        List<Link> evicted = new ArrayList<>();
        Idle found;
        lock.lock();
        try {
            requireOpen(command);
            found = take(evicted);
        } finally {
            lock.unlock();
            evicted.forEach(Link::closeSoon);
        }
        return found == null ? null : open(found);
    }

    /** Finds an idle connection, or a place for a new one. */
    private Idle reserve(String command, long deadline) {
        List<Link> evicted = new ArrayList<>();
        try {
            lock.lockInterruptibly();
            try {
                waiting++;
                for (; ; ) {
                    requireOpen(command);
                    Idle found = take(evicted);
                    if (found != null) {
                        return found;
                    }
                    if (deadline - System.nanoTime() > 0) {
                        long unused = changed.awaitNanos(deadline - System.nanoTime());
                    } else {
                        throw new CarmineTimeoutException(
                                command + " on " + node + " was not sent: all " + options.maxSize()
                                        + " dedicated connections stayed in use; raise PoolOptions.maxSize or hold them"
                                        + " for a shorter time",
                                Fate.NOT_SENT,
                                null);
                    }
                }
            } finally {
                waiting--;
                lock.unlock();
                evicted.forEach(Link::closeSoon);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CarmineInterruptedException(
                    command + " on " + node + " was not sent: interrupted while waiting for a dedicated connection",
                    Fate.NOT_SENT,
                    e);
        }
    }

    /** A usable idle connection, a place without a connection yet, or null; under the lock. */
    private @Nullable Idle take(List<Link> evicted) {
        long now = System.nanoTime();
        evict(now, evicted);
        for (Idle found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
            Link link = found.link();
            if (link != null && link.takeUp()) {
                lent.put(link, found.opened());
                return found;
            }
        }
        if (lent.size() + opening >= options.maxSize()) {
            return null;
        }
        opening++;
        return new Idle(null, now, now);
    }

    /** Removes idle connections that are closed, too old, or idle for too long; under the lock. */
    private void evict(long now, List<Link> evicted) {
        idle.removeIf(candidate -> {
            Link link = candidate.link();
            boolean over = link == null
                    || link.isClosed()
                    || now - candidate.opened() > options.maxAge().toNanos()
                    || now - candidate.since() > options.maxIdleTime().toNanos();
            if (over && link != null) {
                evicted.add(link);
            }
            return over;
        });
    }

    private Link open(Idle place) {
        if (place.link() != null) {
            return place.link();
        }
        Link link = null;
        boolean late;
        try {
            link = opener.get();
        } finally {
            lock.lock();
            try {
                opening--;
                late = closed;
                if (link != null && !late) {
                    lent.put(link, place.opened());
                } else {
                    changed.signal();
                }
            } finally {
                lock.unlock();
            }
        }
        if (late) {
            link.closeSoon();
        }
        return link;
    }

    /** Takes a connection back that nothing is under way on. */
    public void giveBack(Link link) {
        List<Link> evicted = new ArrayList<>();
        lock.lock();
        try {
            Long opened = lent.remove(link);
            if (opened != null && !closed) {
                link.layAside();
                idle.addFirst(new Idle(link, opened, System.nanoTime()));
            } else {
                evicted.add(link);
            }
            evict(System.nanoTime(), evicted);
            changed.signal();
        } finally {
            lock.unlock();
        }
        evicted.forEach(Link::closeSoon);
    }

    /** Takes a connection back that nobody may use again. */
    public void discard(Link link) {
        lock.lock();
        try {
            lent.remove(link);
            changed.signal();
        } finally {
            lock.unlock();
        }
        link.closeSoon();
    }

    /** How many connections there are. */
    public PoolStats stats() {
        lock.lock();
        try {
            return new PoolStats(options.maxSize(), lent.size() + opening, idle.size(), waiting);
        } finally {
            lock.unlock();
        }
    }

    /** Lends no more connections; those who wait for one fail. */
    public void refuse() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
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
        List<Link> all = new ArrayList<>();
        lock.lock();
        try {
            for (Idle candidate : idle) {
                if (candidate.link() != null) {
                    all.add(candidate.link());
                }
            }
            all.addAll(lent.keySet());
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

    /**
     * A connection that nobody has, or a place for one.
     *
     * @param link the connection; null if it is to be opened
     * @param opened when it was opened
     * @param since since when it is idle
     */
    private record Idle(@Nullable Link link, long opened, long since) {}
}
