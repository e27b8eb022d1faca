package dev.carmine.client.internal.pubsub;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.wire.Audience;
import dev.carmine.client.internal.wire.ListeningLink;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of one client, which share a connection. There is one while anybody listens, and a little longer, so
 * that who listens again soon finds it. Thread-safe.
 */
public final class Subscriptions implements AutoCloseable {
    private static final long LINGER = TimeUnit.SECONDS.toNanos(5);

    private final String node;
    private final Function<Audience, ListeningLink> links;
    private final Topics topics = new Topics();
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock.

    private @Nullable ListeningLink link;
    private @Nullable Throwable lastFailure;
    private boolean closed;

    /**
     * Begins without a connection.
     *
     * @param node the server, for messages
     * @param links makes the connection when somebody listens
     */
    public Subscriptions(String node, Function<Audience, ListeningLink> links) {
        this.node = node;
        this.links = links;
    }

    /** The server, for messages. */
    public String node() {
        return node;
    }

    /**
     * Has a delivery hear of topics; it is told when the server has confirmed each.
     *
     * @throws CarmineConnectionException if the client is closed
     */
    public void add(Collection<Topic> added, Delivery<?> delivery) {
        lock.lock();
        try {
            if (closed) {
                throw Delivery.clientClosed();
            }
            if (added.isEmpty()) {
                return;
            }
            ListeningLink present = link;
            if (present == null) {
                present = links.apply(new Ear());
                present.start();
                link = present;
            }
            topics.add(added, delivery);
            present.wake();
        } finally {
            lock.unlock();
        }
    }

    /** Has a delivery hear of topics no more. */
    public void remove(Collection<Topic> removed, Delivery<?> delivery) {
        lock.lock();
        try {
            topics.remove(removed, delivery);
            if (link != null) {
                link.wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Has the connection authenticate with the newest credentials. */
    public void renewCredentials() {
        lock.lock();
        try {
            if (link != null) {
                link.wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Why there is no connection at present; null if there is one, or none was tried. */
    public @Nullable Throwable lastFailure() {
        lock.lock();
        try {
            return lastFailure;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes no more subscriptions, and ends all there are.
     *
     * @param nanos how long to wait for the connection's thread
     */
    public void close(long nanos) {
        ListeningLink ending;
        lock.lock();
        try {
            closed = true;
            ending = link;
        } finally {
            lock.unlock();
        }
        if (ending != null) {
            ending.close();
            ending.awaitEnd(nanos);
        }
    }

    @Override
    public void close() {
        close(0);
    }

    /** What the link's thread does; each link has one. */
    private final class Ear extends SubscriberEar {
        private boolean connected;

        /** Since when nobody listens; of meaning while nobody does. */
        private long emptySince;

        private boolean empty;

        Ear() {
            super(topics);
        }

        @Override
        public void connected() {
            connected = true;
            note(null);
            super.connected();
        }

        @Override
        public void lost(Throwable cause) {
            connected = false;
            note(cause);
            super.lost(cause);
        }

        private void note(@Nullable Throwable failure) {
            lock.lock();
            try {
                lastFailure = failure;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void credentialsRefused(Throwable cause) {
            topics.refuseAll(new CarmineConnectionException(
                    "the server refuses the credentials: " + cause.getMessage(), Fate.NOT_SENT, cause));
        }

        @Override
        public long untilNext() {
            long lingering = empty ? Math.max(0, emptySince + LINGER - System.nanoTime()) : Long.MAX_VALUE;
            return Math.min(super.untilNext(), lingering);
        }

        @Override
        public boolean isOver() {
            lock.lock();
            try {
                boolean wasEmpty = empty;
                empty = topics.isEmpty();
                if (!empty) {
                    return false;
                }
                long now = System.nanoTime();
                if (!wasEmpty) {
                    emptySince = now;
                }
                if (connected && now - emptySince < LINGER) {
                    return false;
                }
                forget();
                return true;
            } finally {
                lock.unlock();
            }
        }

        private void forget() {
            topics.clear();
            link = null;
            lastFailure = null;
        }

        @Override
        public void closed() {
            Set<Delivery<?>> listening;
            lock.lock();
            try {
                listening = topics.clear();
                link = null;
            } finally {
                lock.unlock();
            }
            listening.forEach(Delivery::ended);
        }
    }
}
