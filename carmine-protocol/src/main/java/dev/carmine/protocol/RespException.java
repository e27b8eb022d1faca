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
     * Where in the stream the offending byte is. For an exceeded limit this is where the value begins that exceeds it,
     * or, if a streamed aggregate has too many elements, where the first one too many ends.
     *
     * @return the number of bytes received before it
     */
    public long offset() {
        return offset;
    }
}
