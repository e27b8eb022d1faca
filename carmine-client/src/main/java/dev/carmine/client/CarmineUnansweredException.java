package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/**
 * A command got no reply: the connection was lost, the time was over, or the caller was interrupted. {@link #fate()}
 * tells whether the server may have executed it.
 */
public abstract sealed class CarmineUnansweredException extends CarmineException
        permits CarmineConnectionException, CarmineTimeoutException, CarmineInterruptedException {
    private static final long serialVersionUID = 1;

    /** The fate of the command. */
    private final Fate fate;

    CarmineUnansweredException(String message, Fate fate, @Nullable Throwable cause) {
        super(message, cause);
        this.fate = fate;
    }

    /**
     * Tells what became of the command.
     *
     * @return {@link Fate#NOT_SENT} if the server cannot have executed it, {@link Fate#UNKNOWN} if it may have
     */
    public final Fate fate() {
        return fate;
    }
}
