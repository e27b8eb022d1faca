package dev.carmine.it.engine;

import dev.carmine.client.ConnectionEvent;
import dev.carmine.client.ConnectionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Remembers what a client's listener hears. */
final class Events implements ConnectionListener {
    private final List<ConnectionEvent> heard = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(ConnectionEvent event) {
        heard.add(event);
    }

    /** Waits for an event of a kind. */
    <E extends ConnectionEvent> E await(Class<E> kind) {
        return Awaitility.await(kind.getSimpleName())
                .atMost(Limit.PATIENT)
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .until(() -> all(kind), found -> !found.isEmpty())
                .get(0);
    }

    /** The events of a kind so far, in order. */
    <E extends ConnectionEvent> List<E> all(Class<E> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
