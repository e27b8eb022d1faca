package dev.carmine.it.fault;

import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.Connection;
import dev.carmine.it.wire.Listener;
import dev.carmine.it.wire.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A proxy that behaves like a bad network. It is reached by the same transport as what is behind it: over a loopback port
 * or a unix socket of its own. TLS passes through it untouched, so that its faults strike within records and handshakes,
 * and bytes are those of the network.
 *
 * <p>What is set on the proxy holds for all its connections, present and future; a {@link ProxiedConnection} can be treated
 * apart. All methods may be called by any thread; waiting ones fail after ten seconds.
 */
public final class FaultProxy extends LinkControls implements AutoCloseable {
    private static final String THREAD_NAME = "fault-proxy";

    private final Address target;
    private final Tally accepted = new Tally("connections");
    private final Tally open = new Tally("open connections");
    private final Tally toServer = new Tally("bytes to the server");
    private final Tally toClient = new Tally("bytes to the client");
    private final List<Consumer<ProxiedConnection>> hooks = new CopyOnWriteArrayList<>();

    private volatile Listener listener;

    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock, down to the constructor.
    private final Map<Direction, Link> links = new EnumMap<>(Direction.class);
    private final List<ProxiedConnection> connections = new ArrayList<>();

    private FaultProxy(Address target) {
        this.target = target;
        for (Direction direction : Direction.values()) {
            links.put(direction, Link.PERFECT);
        }
        this.listener = Listener.open(target.transport().carrier(), THREAD_NAME, this::accept);
    }

    /**
     * Opens a proxy.
     *
     * @param target where connections are passed on to; nothing need listen there yet
     * @return a proxy that passes everything on at once
     */
    public static FaultProxy to(Address target) {
        return new FaultProxy(target);
    }

    /**
     * Where clients connect to.
     *
     * @return the address, which stays the same while connections are refused
     */
    public Address address() {
        return new Address(target.transport(), listener.address().socket());
    }

    /**
     * Does something with each new connection before its first byte passes.
     *
     * @param hook runs on the accepting thread; it can tell connections apart by their number
     */
    public void onConnection(Consumer<ProxiedConnection> hook) {
        hooks.add(hook);
    }

    /**
     * Waits for a connection.
     *
     * @param number 1 for the first one
     * @return that connection, open or not
     */
    public ProxiedConnection connection(int number) {
        awaitConnections(number);
        lock.lock();
        try {
            return connections.get(number - 1);
        } finally {
            lock.unlock();
        }
    }

    /** Refuses connections, as a machine does on which nothing listens. Those that are open stay. */
    public void refuseConnections() {
        listener.close();
    }

    /** Accepts connections again, at the same address. */
    public void acceptConnections() {
        listener = Listener.at(listener.address(), THREAD_NAME, this::accept);
    }

    /**
     * Cuts all open connections now.
     *
     * @param how in order or by a reset
     */
    public void cutAll(Cut how) {
        snapshot().stream().filter(ProxiedConnection::isOpen).forEach(connection -> connection.cut(how));
    }

    /**
     * How many connections there have been. Those that the server refused do not count.
     *
     * @return the number of the latest one
     */
    public long connections() {
        return accepted.value();
    }

    /**
     * How many bytes have arrived from one side, over all connections, whatever became of them.
     *
     * @param direction which way
     * @return their number
     */
    public long bytes(Direction direction) {
        return received(direction).value();
    }

    /**
     * Waits until there have been so many connections.
     *
     * @param count how many at least
     */
    public void awaitConnections(long count) {
        accepted.awaitAtLeast(count);
    }

    /**
     * Waits until so many connections are {@linkplain ProxiedConnection#isOpen() open}.
     *
     * @param count how many exactly
     */
    public void awaitOpenConnections(long count) {
        open.awaitExactly(count);
    }

    /**
     * Waits until so many bytes have arrived from one side.
     *
     * @param direction which way
     * @param count how many at least, since the proxy was opened
     */
    public void awaitBytes(Direction direction, long count) {
        received(direction).awaitAtLeast(count);
    }

    /** Stops listening, resets all connections and ends all threads. */
    @Override
    public void close() {
        refuseConnections();
        try {
            for (ProxiedConnection connection : snapshot()) {
                connection.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while closing the proxy at " + address(), e);
        }
    }

    @Override
    void change(Direction direction, UnaryOperator<Link> change) {
        lock.lock();
        try {
            links.computeIfPresent(direction, (key, link) -> change.apply(link));
            connections.forEach(connection -> connection.change(direction, change));
        } finally {
            lock.unlock();
        }
    }

    Tally received(Direction direction) {
        return direction == Direction.TO_SERVER ? toServer : toClient;
    }

    String threadName(String part) {
        return THREAD_NAME + "-" + address() + "-" + part;
    }

    void noteClosed() {
        open.add(-1);
    }

    private void accept(Connection client) {
        Connection server;
        try {
            server = Connection.open(target);
        } catch (IOException e) {
            ProxiedConnection.end(client, Cut.RST);
            return;
        }
        ProxiedConnection connection = add(client, server);
        hooks.forEach(hook -> hook.accept(connection));
        open.add(1);
        accepted.add(1);
        connection.start();
    }

    private ProxiedConnection add(Connection client, Connection server) {
        lock.lock();
        try {
            ProxiedConnection connection = new ProxiedConnection(this, connections.size() + 1, client, server, links);
            connections.add(connection);
            return connection;
        } finally {
            lock.unlock();
        }
    }

    private List<ProxiedConnection> snapshot() {
        lock.lock();
        try {
            return List.copyOf(connections);
        } finally {
            lock.unlock();
        }
    }
}
