package dev.carmine.mq;

/** A message is larger than the queue's options allow. Nothing was sent. */
public final class BodyTooLargeException extends QueueException {
    private static final long serialVersionUID = 1;

    /** In bytes. */
    private final int size;

    /** In bytes. */
    private final int limit;

    /**
     * Creates an exception.
     *
     * @param queue the queue's name
     * @param size how large the message is
     * @param limit how large it may be
     */
    public BodyTooLargeException(String queue, int size, int limit) {
        super(
                "a message for the queue " + queue + " has " + size + " bytes with its headers, and at most " + limit
                        + " are allowed: keep the content elsewhere and enqueue a reference to it, or raise"
                        + " QueueOptions.maxBodySize",
                null);
        this.size = size;
        this.limit = limit;
    }

    /**
     * How large the message is.
     *
     * @return bytes of its encoded body with headers and type
     */
    public int size() {
        return size;
    }

    /**
     * How large it may be.
     *
     * @return bytes
     * @see QueueOptions.Builder#maxBodySize
     */
    public int limit() {
        return limit;
    }
}
