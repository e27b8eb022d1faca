package dev.carmine.client;

/**
 * Hears what happens to the client's connection. It is called on the client's callback executor, so it may use the
 * client; events may be delivered late, and on different threads, but one after the other where that executor runs its
 * tasks in order.
 */
@FunctionalInterface
public interface ConnectionListener {
    /**
     * Something has happened. What it throws is logged.
     *
     * @param event what
     */
    void onEvent(ConnectionEvent event);
}
