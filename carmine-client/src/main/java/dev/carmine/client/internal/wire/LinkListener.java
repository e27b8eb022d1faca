package dev.carmine.client.internal.wire;

import dev.carmine.client.Protocol;

/** Hears what happens to a link's connection. Called on the link's thread: must not block and must not throw. */
public interface LinkListener {
    /** A connection is ready for commands. */
    default void connected(Protocol protocol) {}

    /** The connection was lost. */
    default void disconnected(Throwable cause) {}

    /**
     * An attempt to connect has failed and will be repeated.
     *
     * @param attempt how many have failed in a row
     * @param nanos until the next
     */
    default void reconnecting(int attempt, long nanos, Throwable cause) {}

    /** The server refuses the credentials. */
    default void authenticationFailed(String message) {}

    /** The link has ended; nothing follows. */
    default void ended() {}
}
