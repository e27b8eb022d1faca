package dev.carmine.client.internal;

import dev.carmine.client.ConnectionEvent;
import dev.carmine.client.ConnectionListener;
import dev.carmine.client.Protocol;
import dev.carmine.client.internal.wire.LinkListener;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Takes the events of links from their threads to the user's listener on the callback executor. */
final class EventForwarder implements LinkListener {
    private static final System.Logger LOG = System.getLogger(EventForwarder.class.getName());

    private final String node;
    private final ConnectionListener listener;
    private final Executor executor;

    EventForwarder(String node, ConnectionListener listener, Executor executor) {
        this.node = node;
        this.listener = listener;
        this.executor = executor;
    }

    @Override
    public void connected(Protocol protocol) {
        forward(new ConnectionEvent.Connected(node, protocol));
    }

    @Override
    public void disconnected(Throwable cause) {
        forward(new ConnectionEvent.Disconnected(node, cause));
    }

    @Override
    public void reconnecting(int attempt, long nanos, Throwable cause) {
        forward(new ConnectionEvent.Reconnecting(node, attempt, Duration.ofNanos(nanos), cause));
    }

    @Override
    public void authenticationFailed(String message) {
        forward(new ConnectionEvent.AuthenticationFailed(node, message));
    }

    /** A borrower has not given a dedicated connection back in time. */
    void leakSuspected(Duration held, Throwable borrower) {
        forward(new ConnectionEvent.LeakSuspected(node, held, borrower));
    }

    private void forward(ConnectionEvent event) {
        LOG.log(System.Logger.Level.DEBUG, event);
        try {
            executor.execute(() -> deliver(event));
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "the callback executor refused an event of " + node, e);
        }
    }

    private void deliver(ConnectionEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a connection listener has thrown", e);
        }
    }
}
