package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/** There is no connection, or it was lost before the reply came. */
public final class CarmineConnectionException extends CarmineUnansweredException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message command, node, phase and remedy
     * @param fate what is known about the command
     * @param cause what led to it, or null
     */
    public CarmineConnectionException(String message, Fate fate, @Nullable Throwable cause) {
        super(message, fate, cause);
    }
}
