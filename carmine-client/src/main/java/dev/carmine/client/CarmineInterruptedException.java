package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/** The calling thread was interrupted while it waited; its interrupt flag is set again. */
public final class CarmineInterruptedException extends CarmineUnansweredException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message command, node, phase and remedy
     * @param fate what is known about the command
     * @param cause what led to it, or null
     */
    public CarmineInterruptedException(String message, Fate fate, @Nullable Throwable cause) {
        super(message, fate, cause);
    }
}
