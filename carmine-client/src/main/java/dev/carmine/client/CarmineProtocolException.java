package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/**
 * The server sent what is not RESP, what passes the reader's limits, or a reply of another kind than the command's. In
 * the first two cases nobody can tell where the next reply begins: the connection is closed, every call in flight gets
 * a {@link CarmineConnectionException}, and this exception is its cause. In the last case the call alone fails.
 */
public final class CarmineProtocolException extends CarmineException {
    private static final long serialVersionUID = 1;

    /** The byte offset. */
    private final long offset;

    /**
     * Creates an exception.
     *
     * @param message what was expected and what came
     * @param offset see {@link #offset()}
     * @param cause what led to it, or null
     */
    public CarmineProtocolException(String message, long offset, @Nullable Throwable cause) {
        super(message, cause);
        this.offset = offset;
    }

    /**
     * Tells where the offence is.
     *
     * @return the number of bytes that the connection had received before it, or -1 where it is not known
     */
    public long offset() {
        return offset;
    }
}
