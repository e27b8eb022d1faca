package dev.carmine.it.server;

import dev.carmine.it.process.Polling;
import dev.carmine.it.process.Signal;
import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.Transport;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real server: one that the harness started, whose process can be stopped and killed, or one that was running
 * before, of which only the address is known. Get it from {@link RedisServers}.
 */
public final class RedisServer implements AutoCloseable {
    private static final Duration SYNC_LIMIT = Duration.ofSeconds(20);

    private final @Nullable ServerProcess process;
    private final String host;
    private final int port;
    private final Address address;
    private final String uri;
    private final @Nullable Credentials credentials;
    private final ServerInfo info;

    private RedisServer(
            @Nullable ServerProcess process,
            String host,
            int port,
            Address address,
            String uri,
            @Nullable Credentials credentials) {
        this.process = process;
        this.host = host;
        this.port = port;
        this.address = address;
        this.uri = uri;
        this.credentials = credentials;
        try (RawConnection connection = connect()) {
            this.info = ServerInfo.of(connection);
        }
    }

    static RedisServer start(ServerProgram program, ServerOptions options) {
        ServerProcess process = program.start(options);
        Address address = process.address();
        String uri = address.uri(options.password() == null ? "" : ":" + options.password());
        RedisServer server =
                new RedisServer(process, ServerProcess.HOST, process.port(), address, uri, process.credentials());
        if (options.master() != null) {
            server.awaitSynchronised();
        }
        return server;
    }

    static RedisServer attach(URI uri) {
        ServerUri parts = ServerUri.of(uri);
        Address address = Address.ofPort(Transport.TCP, parts.host(), parts.port());
        return new RedisServer(null, parts.host(), parts.port(), address, uri.toString(), parts.credentials());
    }

    /**
     * Where clients of tests reach the server: by what the {@linkplain Transport#ofTests tests run over}.
     *
     * @return the address, which stays the same when the server is restarted
     */
    public Address address() {
        return address;
    }

    /**
     * Where the server listens for TCP, whatever the tests run over; the harness itself talks to it there.
     *
     * @return the host
     */
    public String host() {
        return host;
    }

    /**
     * Where the server listens for TCP. It stays the same when the server is restarted.
     *
     * @return the port
     */
    public int port() {
        return port;
    }

    /**
     * Where the server listens for TLS.
     *
     * @return the port; 0 if there is none
     */
    public int tlsPort() {
        return owned().tlsPort();
    }

    /**
     * The server's {@link #address} for a client, with the password of the default user if that has one.
     *
     * @return a URI
     */
    public String uri() {
        return uri;
    }

    /**
     * Whose server it is.
     *
     * @return Redis or Valkey
     */
    public Flavour flavour() {
        return info.flavour();
    }

    /**
     * The server's own version, 8.1.1 for Valkey 8.1.1.
     *
     * @return its version
     */
    public Version version() {
        return info.version();
    }

    /**
     * The version of Redis whose commands the server has, 7.2.4 for Valkey 8.1.1.
     *
     * @return {@link #version()} if it is a Redis
     */
    public Version redisLevel() {
        return info.redisLevel();
    }

    /**
     * Whether it is Valkey.
     *
     * @param version the oldest that will do
     * @return true if it is that version or a newer one
     */
    public boolean isValkey(String version) {
        return flavour() == Flavour.VALKEY && version().isAtLeast(version);
    }

    /**
     * Opens a connection that may do everything.
     *
     * @return an authenticated connection that speaks RESP2
     */
    public RawConnection connect() {
        RawConnection connection = RawConnection.open(host, port);
        if (credentials != null) {
            credentials.authenticate(connection);
        }
        return connection;
    }

    /**
     * Runs one command on a connection of its own.
     *
     * @param words its name and arguments
     * @return the reply, as {@link RawConnection} reads it
     */
    public @Nullable Object call(String... words) {
        try (RawConnection connection = connect()) {
            return connection.call(words);
        }
    }

    /**
     * Reads a section of INFO.
     *
     * @param section the section's name
     * @return its fields
     */
    public Map<String, String> info(String section) {
        return ServerInfo.fields(String.valueOf(call("INFO", section)));
    }

    /** Deletes all keys of all databases, all scripts and all functions. */
    public void flushAll() {
        try (RawConnection connection = connect()) {
            connection.call("FLUSHALL");
            connection.call("SCRIPT", "FLUSH");
            if (redisLevel().isAtLeast("7.0")) {
                connection.call("FUNCTION", "FLUSH");
            }
        }
    }

    /**
     * Whether the harness started this server, so that its process may be stopped.
     *
     * @return false for a server that was running before
     */
    public boolean isOwned() {
        return process != null;
    }

    /**
     * Whether the server's process runs; a suspended one does.
     *
     * @return true between a start and the following shutdown or kill
     * @throws IllegalStateException if the harness did not start it
     */
    public boolean isRunning() {
        return owned().isRunning();
    }

    /** Starts the server again on the same port and folder, and waits until it serves. */
    public void start() {
        owned().start();
    }

    /** Asks the server to end, and waits until it has. */
    public void shutdown() {
        owned().shutdown();
    }

    /** Shuts the server down and starts it again on the same port. */
    public void restart() {
        shutdown();
        start();
    }

    /** Ends the server at once, as a crash does. */
    public void kill() {
        owned().kill();
    }

    /** Freezes the server: the kernel still accepts connections and bytes for it, but nothing answers. */
    public void suspend() {
        owned().send(Signal.STOP);
    }

    /** Lets a suspended server go on. */
    public void resume() {
        owned().send(Signal.CONT);
    }

    /**
     * The server's working directory. It is deleted when the server is closed.
     *
     * @return the folder
     * @throws IllegalStateException if the folder is in a container
     */
    public Path folder() {
        return owned().folder();
    }

    /**
     * All that the server has logged, over all restarts.
     *
     * @return the text of its log
     */
    public String log() {
        return owned().log();
    }

    /**
     * The end of the log, for messages about failures.
     *
     * @return at most twenty lines
     */
    public String lastLogLines() {
        return owned().lastLogLines();
    }

    /** Waits until this replica has copied its master's data and follows it; fails after twenty seconds. */
    public void awaitSynchronised() {
        Polling.require(
                SYNC_LIMIT,
                () -> "up".equals(info("replication").get("master_link_status")),
                () -> "the replica on port " + port + " has no link to its master: " + info("replication"));
    }

    /** Ends the server, frozen or not, and deletes its folder. A server that the harness did not start is left alone. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public String toString() {
        return info.flavour() + " " + info.version() + " at " + host + ":" + port;
    }

    @Nullable Credentials credentials() {
        return credentials;
    }

    /** Where another server that the harness starts reaches this one. */
    InetSocketAddress peerAddress() {
        return owned().peerAddress();
    }

    private ServerProcess owned() {
        if (process == null) {
            throw new IllegalStateException("the server at " + host + ":" + port + " was not started by the harness;"
                    + " use RedisServers.start() for one whose process the test may control");
        }
        return process;
    }
}
