package dev.carmine.client.internal.pubsub;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.internal.wire.Audience;
import dev.carmine.client.internal.wire.ListeningLink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The connections of a client on which {@code MONITOR} runs. Thread-safe. */
public final class Monitors implements AutoCloseable {
    private final String node;
    private final Function<Audience, ListeningLink> links;
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock.

    private final Set<MonitorConnection> running = new HashSet<>();
    private boolean closed;

    /**
     * Begins without any.
     *
     * @param node the server, for messages
     * @param links makes a link for each
     */
    public Monitors(String node, Function<Audience, ListeningLink> links) {
        this.node = node;
        this.links = links;
    }

    /** The server, for messages. */
    public String node() {
        return node;
    }

    /**
     * Begins one more.
     *
     * @param delivery where what it shows goes
     * @throws CarmineConnectionException if the client is closed
     */
    public MonitorConnection start(Delivery<?> delivery) {
        lock.lock();
        try {
            if (closed) {
                throw Delivery.clientClosed();
            }
            MonitorConnection connection = new MonitorConnection(links, delivery, this::remove);
            connection.start();
            running.add(connection);
            return connection;
        } finally {
            lock.unlock();
        }
    }

    private void remove(MonitorConnection ended) {
        lock.lock();
        try {
            running.remove(ended);
        } finally {
            lock.unlock();
        }
    }

    /** Has all connections authenticate with the newest credentials. */
    public void renewCredentials() {
        lock.lock();
        try {
            running.forEach(MonitorConnection::renewCredentials);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins no more, and ends all.
     *
     * @param nanos how long to wait for their threads, all together
     */
    public void close(long nanos) {
        long deadline = System.nanoTime() + nanos;
        List<MonitorConnection> ending;
        lock.lock();
        try {
            closed = true;
            ending = List.copyOf(running);
        } finally {
            lock.unlock();
        }
        ending.forEach(MonitorConnection::close);
        ending.forEach(connection -> connection.awaitEnd(Math.max(0, deadline - System.nanoTime())));
    }

    @Override
    public void close() {
        close(0);
    }
}
