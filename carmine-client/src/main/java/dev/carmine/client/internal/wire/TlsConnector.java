package dev.carmine.client.internal.wire;

import dev.carmine.client.Endpoint;
import dev.carmine.client.TlsOptions;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Makes TLS connections to one server. Certificates are checked and keys used on a thread of their own, for both may be
 * the user's code, or ask somebody else over the network. Otherwise confined to the link's thread.
 */
final class TlsConnector implements AutoCloseable {
    /** An address of IPv4 or IPv6, which is no name for SNI. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private final TlsOptions options;
    private final Endpoint.Tcp server;
    private final Inquiry<Boolean> tasks;

    /** Serve one transport after the other. */
    private TlsTransport.@Nullable Buffers buffers;

    /** Whose tasks are to be run; taken by the thread that runs them, which may have been asked for another's. */
    private final AtomicReference<@Nullable TlsTransport> due = new AtomicReference<>();

    TlsConnector(TlsOptions options, Endpoint.Tcp server, String threadName, Doorbell bell) {
        this.options = options;
        this.server = server;
        this.tasks = new Inquiry<>("checking the certificates of TLS", threadName, bell, () -> {
            TlsTransport asked = due.getAndSet(null);
            if (asked != null) {
                asked.runTasks();
            }
            return true;
        });
    }

    /**
     * Shakes hands.
     *
     * @param transport a connected transport; closed with the one returned
     * @throws SSLException if the server cannot be trusted or does not speak TLS
     * @throws SocketTimeoutException if it was not done in time
     */
    Transport connect(Transport transport, Pause pause, long deadline) throws IOException {
        SSLEngine engine = engine();
        if (buffers == null) {
            buffers = new TlsTransport.Buffers(engine);
        }
        TlsTransport tls = new TlsTransport(transport, engine, buffers);
        try {
            while (!tls.handshake()) {
                if (tls.hasTasks()) {
                    due.set(tls);
                    boolean unused = tasks.ask(pause, deadline);
                } else {
                    awaitServer(pause, deadline);
                }
            }
            return tls;
        } catch (SSLException e) {
            tls.close(); // tells the server why
            throw e;
        }
    }

    private static void awaitServer(Pause pause, long deadline) throws IOException {
        long rest = deadline - System.nanoTime();
        if (rest <= 0) {
            throw new SocketTimeoutException("connected, but the TLS handshake got no reply in time;"
                    + " does the server speak TLS on this port?");
        }
        pause.await(Math.min(rest, Pause.LONGEST), () -> false);
    }

    private SSLEngine engine() {
        SSLEngine engine = options.context().createSSLEngine(server.host(), server.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        if (!options.protocols().isEmpty()) {
            parameters.setProtocols(options.protocols().toArray(String[]::new));
        }
        if (!ADDRESS.matcher(server.host()).matches()) {
            nameHost(parameters, server.host());
        }
        if (options.isHostnameVerified()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** Says by SNI which host is meant; the JDK itself does so only for names with dots. */
    private static void nameHost(SSLParameters parameters, String host) {
        try {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        } catch (IllegalArgumentException e) {
            // A name that DNS would not have, with an underscore for instance: then as the JDK does, without SNI.
        }
    }

    /** Waits no more for a check that has not ended. */
    @Override
    public void close() {
        tasks.close();
    }
}
