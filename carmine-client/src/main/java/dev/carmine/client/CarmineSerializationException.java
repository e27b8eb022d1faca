package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/** A value could not be turned into bytes, or bytes into the type asked for. The message never shows content. */
public final class CarmineSerializationException extends CarmineException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message the type, the command where it is known, and what is supported
     * @param cause what led to it, or null
     */
    public CarmineSerializationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
