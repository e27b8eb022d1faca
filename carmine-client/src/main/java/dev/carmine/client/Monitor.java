package dev.carmine.client;

import dev.carmine.client.internal.pubsub.Confirmation;
import dev.carmine.client.internal.pubsub.Delivery;
import dev.carmine.client.internal.pubsub.MonitorConnection;
import dev.carmine.client.internal.pubsub.Monitors;
import java.util.List;

/**
 * Shows every command that the server runs to a {@link MonitorHandler}, until it is closed. It has a connection of its
 * own, which is made again when it is lost; the handler then hears of a {@linkplain Gap gap}. Commands wait for the
 * handler in a queue of limited length. Thread-safe.
 *
 * <p>Meant for looking at a server for a while: it costs the server a part of its throughput, and shows keys and values to
 * whoever may run it.
 *
 * @see <a href="https://redis.io/docs/latest/commands/monitor/">MONITOR</a>
 */
public final class Monitor implements AutoCloseable {
    private final MonitorConnection connection;
    private final Delivery<?> delivery;

    private Monitor(MonitorConnection connection, Delivery<?> delivery) {
        this.connection = connection;
        this.delivery = delivery;
    }

    /** Begins one, and waits until the server has confirmed it. */
    static Monitor start(Monitors monitors, Delivery<MonitoredCommand> delivery, long nanos) {
        Confirmation confirmation = delivery.want(List.of(MonitorConnection.TOPIC));
        MonitorConnection connection = monitors.start(delivery);
        Monitor monitor = new Monitor(connection, delivery);
        try {
            confirmation.await("MONITOR on " + monitors.node(), nanos, connection::lastFailure);
        } catch (RuntimeException e) {
            monitor.close();
            throw e;
        }
        delivery.keep(confirmation);
        delivery.open();
        return monitor;
    }

    /**
     * How many commands were dropped because the handler was too slow.
     *
     * @return the number since the monitor began
     */
    public long dropped() {
        return delivery.dropped();
    }

    /** Ends the monitor. What waits for the handler is dropped; a command that it has already goes on. */
    @Override
    public void close() {
        delivery.close();
        connection.close();
    }

    @Override
    public String toString() {
        return delivery.isClosed() ? "Monitor[closed]" : "Monitor[open]";
    }
}
