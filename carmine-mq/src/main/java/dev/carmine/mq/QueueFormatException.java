package dev.carmine.mq;

/** The queue on the server has a layout that this version of the library does not know. Nothing was changed. */
public final class QueueFormatException extends QueueException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message what was found, and what to do
     */
    public QueueFormatException(String message) {
        super(message, null);
    }
}
