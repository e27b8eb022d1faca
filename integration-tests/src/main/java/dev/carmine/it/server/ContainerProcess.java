package dev.carmine.it.server;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.PortBinding;
import dev.carmine.it.process.Polling;
import dev.carmine.it.process.Signal;
import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.Ports;
import dev.carmine.it.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/**
 * A server in a container, which is stopped, frozen and started again as a process is. The harness chooses the ports of
 * 127.0.0.1 that lead to it, because Docker would choose others at each start.
 */
final class ContainerProcess implements ServerProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private static final String CONFIG_FILE = "/server.conf";
    private static final int READABLE_BY_ALL = 0644;
    private static final int PORT_INSIDE = 6379;
    private static final int TLS_PORT_INSIDE = 6380;

    private final ServerImage image;
    private final ServerConfig config;
    private final int port = Ports.free();
    private final int tlsPort;
    private final GenericContainer<?> container;

    ContainerProcess(ServerImage image, ServerOptions options) {
        this.image = image;
        this.config = new ServerConfig(options, image.version());
        this.tlsPort = config.hasTls() ? Ports.free() : 0;
        this.container = new GenericContainer<>(image.name())
                .withCommand(image.command(CONFIG_FILE))
                .withCopyToContainer(Transferable.of(configFile()), CONFIG_FILE)
                .withStartupCheckStrategy(new NoCheck())
                .waitingFor(new NoWait());
        config.files().forEach(this::copy);
        publishPorts();
        startFirst();
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
            case UNIX ->
                throw new IllegalStateException(
                        "a server in a container has no unix socket on this machine; leave out " + Transport.PROPERTY);
        };
    }

    /** Containers reach each other on Docker's bridge; the address there may be another one after each start. */
    @Override
    public InetSocketAddress peerAddress() {
        String address = container.getCurrentContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .findFirst()
                .orElseThrow()
                .getIpAddress();
        return InetSocketAddress.createUnresolved(address, PORT_INSIDE);
    }

    @Override
    public @Nullable Credentials credentials() {
        return config.credentials();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    @Override
    public void start() {
        if (isRunning()) {
            throw new IllegalStateException("the server on port " + port + " is running already");
        }
        docker().startContainerCmd(container.getContainerId()).exec();
        awaitServing();
    }

    @Override
    public void shutdown() {
        send(Signal.TERM);
        awaitEnd();
    }

    @Override
    public void kill() {
        send(Signal.KILL);
        awaitEnd();
    }

    /** Docker's own pausing would do for {@code STOP}, but a paused container cannot be killed. */
    @Override
    public void send(Signal signal) {
        if (!isRunning()) {
            throw new IllegalStateException("the server on port " + port + " is not running; start() it first");
        }
        docker().killContainerCmd(container.getContainerId())
                .withSignal(signal.name())
                .exec();
    }

    @Override
    public void close() {
        container.stop();
    }

    @Override
    public Path folder() {
        throw new IllegalStateException("the server's folder is in a container; mark the test @NotInContainer");
    }

    @Override
    public String log() {
        return container.getContainerId() == null ? "" : container.getLogs();
    }

    private String configFile() {
        List<String> lines = new ArrayList<>(config.lines(PORT_INSIDE, TLS_PORT_INSIDE));
        // For the server, the harness and its tests come from another machine.
        lines.add("protected-mode no");
        return String.join("\n", lines) + "\n";
    }

    private void copy(Path file) {
        container.withCopyFileToContainer(MountableFile.forHostPath(file, READABLE_BY_ALL), file.toString());
    }

    /** Told to Docker only: for ports that it knows of, Testcontainers waits, and deletes what ends meanwhile. */
    private void publishPorts() {
        List<PortBinding> bindings = new ArrayList<>(List.of(published(port, PORT_INSIDE)));
        if (config.hasTls()) {
            bindings.add(published(tlsPort, TLS_PORT_INSIDE));
        }
        container.withCreateContainerCmdModifier(create -> {
            create.withExposedPorts(
                    bindings.stream().map(PortBinding::getExposedPort).toList());
            requireNonNull(create.getHostConfig()).withPortBindings(bindings);
        });
    }

    private static PortBinding published(int port, int inside) {
        return PortBinding.parse(HOST + ":" + port + ":" + inside);
    }

    private void startFirst() {
        try {
            startContainer();
            awaitServing();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startContainer() {
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            throw new IllegalStateException(describe("the container failed while it was starting"), e);
        }
    }

    private void awaitServing() {
        boolean settled = Polling.await(START_LIMIT, () -> isServing() || !isRunning());
        if (!settled || !isRunning()) {
            throw new IllegalStateException(describe(
                    settled
                            ? "the server ended while it was starting"
                            : "the server did not serve within " + START_LIMIT));
        }
    }

    private boolean isServing() {
        return ServerProbe.ask(port, config.credentials()).isPresent();
    }

    private void awaitEnd() {
        Polling.require(STOP_LIMIT, () -> !isRunning(), () -> describe("the server still runs"));
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    private String describe(String problem) {
        return problem + ": " + image.description() + "; last lines of its log:\n" + lastLogLines();
    }

    /** A server that ended is found out by waiting for it, which leaves its log to be read; Testcontainers deletes it. */
    private static final class NoCheck extends StartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient docker, String id) {
            return StartupStatus.SUCCESSFUL;
        }
    }

    /** Waiting is the same at each start, and Testcontainers would do it only at the first. */
    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
