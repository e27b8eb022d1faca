package dev.carmine.client;

import java.time.Duration;

/**
 * Something that happened to the client's connections: to the shared one, but for {@link LeakSuspected}, which is about a
 * dedicated one.
 */
public sealed interface ConnectionEvent {
    /**
     * The server it is about.
     *
     * @return the text of its {@link Endpoint}
     */
    String node();

    /**
     * A connection is ready for commands.
     *
     * @param node see {@link #node()}
     * @param protocol the version of RESP in use; never {@link Protocol#AUTO}
     */
    record Connected(String node, Protocol protocol) implements ConnectionEvent {}

    /**
     * The connection was lost; the client will try to make a new one.
     *
     * @param node see {@link #node()}
     * @param cause why
     */
    record Disconnected(String node, Throwable cause) implements ConnectionEvent {}

    /**
     * The client waits before it tries to connect.
     *
     * @param node see {@link #node()}
     * @param attempt which attempt in a row it will be, from 1
     * @param delay until then
     * @param cause why the last one failed, or why the connection was lost
     */
    record Reconnecting(String node, int attempt, Duration delay, Throwable cause) implements ConnectionEvent {}

    /**
     * The server refuses the credentials. If it does so when the client connects, calls fail until it accepts them, and
     * the client goes on trying. If it refuses those that a {@link CredentialsProvider} has pushed, the connection goes on
     * with those it has.
     *
     * @param node see {@link #node()}
     * @param message what the server says
     */
    record AuthenticationFailed(String node, String message) implements ConnectionEvent {}

    /**
     * A session has had its connection for longer than {@link PoolOptions#leakDetection} allows. It keeps it; but if it
     * never ends, others will wait in vain.
     *
     * @param node see {@link #node()}
     * @param held how long it has had it
     * @param borrower a throwable that was never thrown: its stack trace is that of the code that began the session
     */
    record LeakSuspected(String node, Duration held, Throwable borrower) implements ConnectionEvent {}
}
