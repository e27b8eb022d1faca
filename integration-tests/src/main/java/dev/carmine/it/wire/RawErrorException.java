package dev.carmine.it.wire;

import java.io.Serial;

/** An error reply, read by a {@link RawConnection}. The message is the server's, beginning with its code. */
public final class RawErrorException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * An error reply.
     *
     * @param message the text of the reply
     */
    public RawErrorException(String message) {
        super(message);
    }
}
