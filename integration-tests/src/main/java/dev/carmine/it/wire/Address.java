package dev.carmine.it.wire;

import dev.carmine.it.process.WorkFolder;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where something listens.
 *
 * @param transport how to talk to it
 * @param socket where its bytes go to
 */
public record Address(Transport transport, SocketAddress socket) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * A port.
     *
     * @param transport TCP or TLS
     * @param host the host
     * @param port the port
     * @return its address
     */
    public static Address ofPort(Transport transport, String host, int port) {
        return new Address(transport, new InetSocketAddress(host, port));
    }

    /**
     * A unix socket.
     *
     * @param path where it is
     * @return its address
     */
    public static Address ofPath(Path path) {
        return new Address(Transport.UNIX, UnixDomainSocketAddress.of(path));
    }

    /**
     * Where nothing listened a moment ago: a free port, which another process may take first, or a new path.
     *
     * @param transport how to talk to what will listen there
     * @return the address
     */
    static Address unused(Transport transport) {
        return transport == Transport.UNIX ? ofPath(Paths.next()) : ofPort(transport, LOOPBACK, Ports.free());
    }

    /**
     * The address for a client.
     *
     * @return a URI without user and database
     */
    public String uri() {
        return uri("");
    }

    /**
     * The address for a client.
     *
     * @param userInfo {@code user:password}, percent-encoded, or empty for none
     * @return a URI without database
     */
    public String uri(String userInfo) {
        return transport.scheme() + "://" + (userInfo.isEmpty() ? "" : userInfo + "@") + this;
    }

    /**
     * The address for a client.
     *
     * @param userInfo {@code user:password}, percent-encoded, or empty for none
     * @param database the index of the database
     * @return a URI
     */
    public String uri(String userInfo, int database) {
        return uri(userInfo) + (transport == Transport.UNIX ? "?database=" : "/") + database;
    }

    /** What the client calls it: {@code host:port}, or a path. */
    @Override
    public String toString() {
        return socket instanceof InetSocketAddress server
                ? server.getHostString() + ":" + server.getPort()
                : socket.toString();
    }

    /** Paths of unix sockets. Systems allow about a hundred bytes, so they are short. */
    private static final class Paths {
        private static final Path FOLDER = WorkFolder.newFolder("sockets");
        private static final AtomicInteger LAST = new AtomicInteger();

        static Path next() {
            return FOLDER.resolve(LAST.incrementAndGet() + ".sock");
        }
    }
}
