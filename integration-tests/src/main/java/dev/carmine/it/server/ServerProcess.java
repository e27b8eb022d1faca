package dev.carmine.it.server;

import dev.carmine.it.process.Signal;
import dev.carmine.it.wire.Address;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that the harness started and may stop. Its ports are those of 127.0.0.1, and they stay the same however
 * often it is started again. What needs a running server throws {@link IllegalStateException} if there is none.
 */
interface ServerProcess {
    /** Where its ports are. */
    String HOST = "127.0.0.1";

    int LOG_LINES_IN_ERRORS = 20;

    int port();

    /** 0 if the server has no TLS. */
    int tlsPort();

    /** Where clients of tests reach it: by what the tests run over. */
    Address address();

    /** Where another server, started from the same program, reaches this one. */
    InetSocketAddress peerAddress();

    /** How the harness logs in; null if it need not. */
    @Nullable Credentials credentials();

    /** Whether it runs; a frozen one does. */
    boolean isRunning();

    /** Starts the server again and waits until it serves. */
    void start();

    /** Asks the server to end, and waits until it has. */
    void shutdown();

    /** Ends the server at once, frozen or not, and waits until it has. */
    void kill();

    void send(Signal signal);

    /** Ends the server for good, and deletes all that it has left. */
    void close();

    /** The server's working directory, if that is on this machine. */
    Path folder();

    /** All that it has logged since it was first started. */
    String log();

    default String lastLogLines() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_IN_ERRORS), lines.size()));
    }
}
