package dev.carmine.protocol;

/**
 * The peer has sent what is not RESP, or more than {@link RespLimits} allow. Where the next frame begins is unknown
 * from then on, so the connection cannot be used any further.
 */
public class RespException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The number of bytes of the stream before what is wrong. */
    private final long offset;

    RespException(String message, long offset) {
        super(message + " (at byte " + offset + " of the stream)");
        this.offset = offset;
    }

    /**
     * Where in the stream the offending byte is; for an exceeded limit, where the value begins that exceeds it.
     *
     * @return the number of bytes received before it
     */
    public long offset() {
        return offset;
    }
}
