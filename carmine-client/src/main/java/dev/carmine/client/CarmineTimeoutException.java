package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/** The call's deadline passed before the reply came. */
public final class CarmineTimeoutException extends CarmineUnansweredException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message command, node, phase and remedy
     * @param fate what is known about the command
     * @param cause what led to it, or null
     */
    public CarmineTimeoutException(String message, Fate fate, @Nullable Throwable cause) {
        super(message, fate, cause);
    }
}
