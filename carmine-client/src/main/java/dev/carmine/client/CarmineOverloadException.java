package dev.carmine.client;

/** A limit of the client was reached, such as the commands in flight. Nothing was sent. */
public final class CarmineOverloadException extends CarmineException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message what was full, its limit, and what to do
     */
    public CarmineOverloadException(String message) {
        super(message, null);
    }
}
