package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/** The root of the exceptions of modules built on the client, such as the message queue and the locks. */
public abstract non-sealed class CarmineModuleException extends CarmineException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message what happened and what to do
     * @param cause what led to it, or null
     */
    protected CarmineModuleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
