package dev.carmine.benchmarks.client;

/**
 * Where a client connects.
 *
 * @param host the server's or the delaying proxy's
 * @param port the server's or the delaying proxy's
 * @param secured whether TLS is spoken there; the JVM's own trust store then trusts the server
 */
public record Address(String host, int port, boolean secured) {

    /** As the URI that all clients understand. */
    String uri() {
        return (secured ? "rediss://" : "redis://") + host + ":" + port;
    }
}
