package dev.carmine.it.server;

import dev.carmine.it.process.GuardedProcess;
import dev.carmine.it.process.Polling;
import dev.carmine.it.process.Signal;
import dev.carmine.it.process.WorkFolder;
import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.Ports;
import dev.carmine.it.wire.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server on this machine: one port and one folder, and one process after the other. */
final class LocalProcess implements ServerProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final ServerBinary binary;
    private final ServerConfig config;
    private final Path folder = WorkFolder.newFolder("server");
    private final Path log = folder.resolve("server.log");
    private final Path socket = folder.resolve("server.sock");
    private volatile int port;
    private volatile int tlsPort;
    private volatile @Nullable GuardedProcess process;

    LocalProcess(ServerBinary binary, ServerOptions options) {
        this.binary = binary;
        this.config = new ServerConfig(options, binary.version());
        startOnAnyPort();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int tlsPort() {
        return tlsPort;
    }

    @Override
    public Address address() {
        return switch (Transport.ofTests()) {
            case TCP -> Address.ofPort(Transport.TCP, HOST, port);
            case TLS -> Address.ofPort(Transport.TLS, HOST, tlsPort);
            case UNIX -> Address.ofPath(socket);
        };
    }

    @Override
    public InetSocketAddress peerAddress() {
        return InetSocketAddress.createUnresolved(HOST, port);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public @Nullable Credentials credentials() {
        return config.credentials();
    }

    @Override
    public boolean isRunning() {
        GuardedProcess current = process;
        return current != null && current.isAlive();
    }

    @Override
    public void start() {
        if (isRunning()) {
            throw new IllegalStateException("the server on port " + port + " is running already");
        }
        // Another process may hold the port for a moment; it is this server's address, so there is no other choice.
        Polling.require(START_LIMIT, this::launch, () -> describe("port " + port + " is taken by another process"));
    }

    @Override
    public void shutdown() {
        GuardedProcess running = running();
        running.send(Signal.TERM);
        running.awaitExit(STOP_LIMIT);
    }

    @Override
    public void kill() {
        running().kill();
    }

    @Override
    public void send(Signal signal) {
        running().send(signal);
    }

    @Override
    public void close() {
        GuardedProcess current = process;
        if (current != null) {
            current.kill();
        }
        WorkFolder.delete(folder);
    }

    @Override
    public String log() {
        try {
            return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startOnAnyPort() {
        try {
            Polling.require(
                    START_LIMIT,
                    () -> {
                        port = Ports.free();
                        tlsPort = config.hasTls() ? Ports.free() : 0;
                        return launch();
                    },
                    () -> describe("every port that was tried is taken"));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a process and waits until it serves.
     *
     * @return false if another process has taken the port
     */
    private boolean launch() {
        Path file = folder.resolve("server.conf");
        write(file);
        int logged = log().length();
        GuardedProcess started = GuardedProcess.start(List.of(binary.path().toString(), file.toString()), folder, log);
        process = started;
        boolean settled = Polling.await(START_LIMIT, () -> !started.isAlive() || isServing(started.pid()));
        if (started.isAlive() && settled) {
            return true;
        }
        started.kill();
        if (settled && log().substring(logged).contains("in use")) {
            return false;
        }
        throw new IllegalStateException(describe(
                settled ? "the server ended while it was starting" : "the server did not serve within " + START_LIMIT));
    }

    private void write(Path file) {
        List<String> lines = new ArrayList<>(List.of("bind " + HOST, "dir " + folder));
        if (Transport.ofTests() == Transport.UNIX) {
            lines.add("unixsocket " + socket);
        }
        lines.addAll(config.lines(port, tlsPort));
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process itself, and not another server on the same port, answers. */
    private boolean isServing(long pid) {
        return ServerProbe.ask(port, config.credentials())
                .map(ServerInfo::processId)
                .filter(answering -> answering == pid)
                .isPresent();
    }

    private GuardedProcess running() {
        GuardedProcess current = process;
        if (current == null || !current.isAlive()) {
            throw new IllegalStateException("the server on port " + port + " is not running; start() it first");
        }
        return current;
    }

    private String describe(String problem) {
        return problem + ": " + binary.description() + "; last lines of its log:\n" + lastLogLines();
    }
}
