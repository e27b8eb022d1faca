package dev.carmine.it.server;

import java.io.Serial;

/** There is no server to test against: none is installed, and the embedded one does not run on this platform. */
public final class NoServerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * There is no server.
     *
     * @param message what to do about it
     */
    public NoServerException(String message) {
        super(message);
    }
}
