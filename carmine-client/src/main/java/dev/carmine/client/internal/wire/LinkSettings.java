package dev.carmine.client.internal.wire;

import dev.carmine.client.Endpoint;
import dev.carmine.client.HostResolver;
import dev.carmine.client.Protocol;
import dev.carmine.client.TlsOptions;
import dev.carmine.protocol.RespLimits;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a link needs to know. Times are in nanoseconds.
 *
 * @param threadName name of the link's thread
 * @param endpoint where the node listens
 * @param tls how to speak TLS, or null not to; only over TCP
 * @param credentials what to authenticate with
 * @param clientName name for CLIENT LIST, or null
 * @param libraryVersion what CLIENT SETINFO says
 * @param database index of the database
 * @param protocol version to speak; {@link Protocol#AUTO} for the newest both know
 * @param limits what replies may look like
 * @param connectTimeout for looking up, connecting and the handshake together
 * @param commandTimeout the shortest silence that ends a wire which owes replies
 * @param idleCheck how long a wire may be silent before it is asked with PING whether it lives
 * @param firstBackoff bound of the wait before the first attempt to reconnect
 * @param longestBackoff bound of all such waits
 * @param maxCommands bound on the commands in flight
 * @param maxBytes bound on their bytes
 * @param callbacks where futures are completed and listeners called
 * @param resolver looks up the host, if there is one, at each attempt
 * @param listener hears what happens to the connection; called on the link's thread
 */
public record LinkSettings(
        String threadName,
        Endpoint endpoint,
        @Nullable TlsOptions tls,
        CredentialsSource credentials,
        @Nullable String clientName,
        String libraryVersion,
        int database,
        Protocol protocol,
        RespLimits limits,
        long connectTimeout,
        long commandTimeout,
        long idleCheck,
        long firstBackoff,
        long longestBackoff,
        int maxCommands,
        long maxBytes,
        Executor callbacks,
        HostResolver resolver,
        LinkListener listener) {

    /** The node as messages name it. */
    public String node() {
        return endpoint.toString();
    }

    /** Shows no credentials. */
    @Override
    public String toString() {
        return threadName + "[" + node() + "]";
    }
}
