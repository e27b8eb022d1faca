package dev.carmine.it.wire;

import java.util.Arrays;
import java.util.Locale;

/** What carries the bytes between clients and servers. */
public enum Transport {
    /** TCP alone. */
    TCP("redis"),
    /** TLS over TCP. */
    TLS("rediss"),
    /** Unix sockets. */
    UNIX("redis+unix");

    /** The system property that says what the tests run over: {@code tcp}, {@code tls} or {@code unix}. */
    public static final String PROPERTY = "carmine.it.transport";

    private final String scheme;

    Transport(String scheme) {
        this.scheme = scheme;
    }

    /**
     * What the tests run over: real servers, scripted ones and proxies are reached by it.
     *
     * @return what {@value #PROPERTY} names; TCP if that is not set
     */
    public static Transport ofTests() {
        return Configured.TRANSPORT;
    }

    /** The scheme of its URIs. */
    String scheme() {
        return scheme;
    }

    /**
     * What its own bytes travel in.
     *
     * @return TCP for TLS, else itself
     */
    public Transport carrier() {
        return this == TLS ? TCP : this;
    }

    /** As in the property. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final class Configured {
        static final Transport TRANSPORT = named(System.getProperty(PROPERTY, ""));

        private static Transport named(String name) {
            if (name.isEmpty()) {
                return TCP;
            }
            return Arrays.stream(values())
                    .filter(transport -> transport.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            PROPERTY + " must be one of " + Arrays.toString(values()) + ", not " + name));
        }
    }
}
