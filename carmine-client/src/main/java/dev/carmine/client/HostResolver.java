package dev.carmine.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Looks up the addresses of a host. It is asked at each attempt to connect, so that a server that has moved is found
 * again; note that the JVM itself keeps what it has looked up for 30 seconds ({@code networkaddress.cache.ttl}).
 * Implementations must be thread-safe.
 */
@FunctionalInterface
public interface HostResolver {
    /**
     * Looks up a host; may block.
     *
     * @param host a name, or an address in text form
     * @return its addresses, in the order in which to try them; not empty
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /**
     * Asks the system.
     *
     * @return a resolver on {@link InetAddress#getAllByName}
     */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
