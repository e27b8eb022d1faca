package dev.carmine.client.internal.wire;

import dev.carmine.client.Endpoint;
import dev.carmine.client.internal.wire.CredentialsSource.Stamped;
import dev.carmine.protocol.RespReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a wire that is ready for commands: looks up the host, asks for credentials, tries the addresses in turn, and
 * shakes hands. Confined to the link's thread.
 */
final class Connector implements AutoCloseable {
    private final LinkSettings settings;
    private final Doorbell bell;
    private final Handshake handshake;

    /** Asks for the addresses of the host; null if there is none to look up. */
    private final @Nullable Inquiry<List<InetAddress>> lookUp;

    private final Inquiry<Stamped> credentials;

    /** Null if TLS is not wanted. */
    private final @Nullable TlsConnector tls;

    /** Serve one wire after the other, so that reconnecting allocates no memory outside the heap. */
    private final ByteBuffer out = ByteBuffer.allocateDirect(Wire.BUFFER_SIZE);

    private final ByteBuffer in = ByteBuffer.allocateDirect(Wire.BUFFER_SIZE);

    Connector(LinkSettings settings, Doorbell bell) {
        this.settings = settings;
        this.bell = bell;
        this.handshake = new Handshake(settings);
        this.lookUp = settings.endpoint() instanceof Endpoint.Tcp tcp
                ? new Inquiry<>(
                        "looking up " + tcp.host(),
                        settings.threadName() + "-lookup",
                        bell,
                        () -> settings.resolver().resolve(tcp.host()))
                : null;
        this.credentials = new Inquiry<>(
                "asking the credentials provider",
                settings.threadName() + "-credentials",
                bell,
                settings.credentials()::ask);
        this.tls = settings.tls() != null && settings.endpoint() instanceof Endpoint.Tcp tcp
                ? new TlsConnector(settings.tls(), tcp, settings.threadName() + "-tls", bell)
                : null;
    }

    /**
     * A wire that is ready for commands.
     *
     * @param greeting what the handshake has told
     * @param generation of the credentials that it authenticated with
     */
    record Connected(Wire wire, Handshake.Greeting greeting, long generation) {}

    /**
     * Connects within the connect timeout.
     *
     * @throws ConnectionRefused if the server does not want this client
     * @throws IOException if no address could be reached in time
     */
    Connected connect(Pause pause, Consumer<RespReader> pushes) throws IOException {
        long deadline = System.nanoTime() + settings.connectTimeout();
        List<? extends SocketAddress> addresses = addresses(pause, deadline);
        for (; ; ) {
            Stamped login = credentials(pause, deadline);
            try {
                return connect(addresses, login, deadline, pause, pushes);
            } catch (ConnectionRefused e) {
                if (!e.isAuthentication() || settings.credentials().generation() == login.generation()) {
                    throw e;
                }
                // Newer ones were pushed meanwhile, and the server may know only those.
            }
        }
    }

    private Stamped credentials(Pause pause, long deadline) throws IOException {
        CredentialsSource source = settings.credentials();
        return source.newest(source.mayBlock() ? credentials.ask(pause, deadline) : source.ask());
    }

    /** Tries one address after the other; each gets its share of the time. */
    private Connected connect(
            List<? extends SocketAddress> addresses,
            Stamped login,
            long deadline,
            Pause pause,
            Consumer<RespReader> pushes)
            throws IOException {
        Exception failure = null;
        for (int i = 0; i < addresses.size(); i++) {
            long now = System.nanoTime();
            long share = (deadline - now) / (addresses.size() - i);
            try {
                return connect(addresses.get(i), login, now + share, pause, pushes);
            } catch (IOException | RuntimeException e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        if (failure instanceof RuntimeException unusable) {
            throw unusable;
        }
        throw failure instanceof IOException refused
                ? refused
                : new IOException("the resolver gave no address for " + settings.endpoint());
    }

    private List<? extends SocketAddress> addresses(Pause pause, long deadline) throws IOException {
        if (settings.endpoint() instanceof Endpoint.Tcp tcp && lookUp != null) {
            return lookUp.ask(pause, deadline).stream()
                    .map(address -> new InetSocketAddress(address, tcp.port()))
                    .toList();
        }
        Endpoint.Unix unix = (Endpoint.Unix) settings.endpoint();
        return List.of(UnixDomainSocketAddress.of(unix.path()));
    }

    private Connected connect(
            SocketAddress address, Stamped login, long deadline, Pause pause, Consumer<RespReader> pushes)
            throws IOException {
        ChannelTransport transport = ChannelTransport.open(address, bell.selector());
        try {
            while (!transport.finishConnect()) {
                long rest = deadline - System.nanoTime();
                if (rest <= 0) {
                    throw new SocketTimeoutException("no answer from " + address + " in time");
                }
                pause.await(Math.min(rest, Pause.LONGEST), () -> false);
            }
            Transport secured = tls == null ? transport : tls.connect(transport, pause, deadline);
            Wire wire = new Wire(secured, out.clear(), in, settings.limits(), pushes);
            Handshake.Greeting greeting = handshake.perform(wire, login.credentials(), pause, deadline);
            wire.leadsTo(greeting.server());
            return new Connected(wire, greeting, login.generation());
        } catch (SSLException e) {
            transport.close();
            throw new IOException("TLS with " + settings.endpoint() + " failed: " + e.getMessage(), e);
        } catch (Throwable e) {
            transport.close();
            throw e;
        }
    }

    /** Waits no more for answers that have not come. */
    @Override
    public void close() {
        if (lookUp != null) {
            lookUp.close();
        }
        credentials.close();
        if (tls != null) {
            tls.close();
        }
    }
}
