package dev.carmine.client.internal.wire;

import java.io.IOException;

/** The server answered the handshake, and does not want this client. */
final class ConnectionRefused extends IOException {
    private static final long serialVersionUID = 1;

    /** Whether it is the credentials that it refuses. */
    private final boolean authentication;

    ConnectionRefused(String message, boolean authentication) {
        super(message);
        this.authentication = authentication;
    }

    boolean isAuthentication() {
        return authentication;
    }
}
