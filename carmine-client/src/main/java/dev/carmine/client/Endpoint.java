package dev.carmine.client;

import java.nio.file.Path;
import java.util.Objects;

/** Where a server listens. Immutable; its text is what messages and events call the node. */
public sealed interface Endpoint {
    /**
     * A server reached over TCP.
     *
     * @param host name or address; one of IPv6 without brackets
     * @param port from 1 to 65535
     */
    record Tcp(String host, int port) implements Endpoint {
        /**
         * Checks the parts.
         *
         * @param host not empty
         * @param port from 1 to 65535
         * @throws IllegalArgumentException if they are not so
         */
        public Tcp {
            if (host.isEmpty()) {
                throw new IllegalArgumentException("host must not be empty");
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("port must be from 1 to 65535, but is " + port);
            }
        }

        /** As in a URI: {@code host:port}, with brackets around an address of IPv6. */
        @Override
        public String toString() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /**
     * A server on the same machine, reached through a unix socket.
     *
     * @param path of the socket; systems allow some hundred bytes
     */
    record Unix(Path path) implements Endpoint {
        /**
         * Checks that there is a path.
         *
         * @param path not null
         */
        public Unix {
            Objects.requireNonNull(path, "path");
        }

        /** The path. */
        @Override
        public String toString() {
            return path.toString();
        }
    }
}
