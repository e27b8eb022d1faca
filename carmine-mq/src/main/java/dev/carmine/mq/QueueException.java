package dev.carmine.mq;

import dev.carmine.client.CarmineModuleException;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong with a queue beyond what can go wrong with the client. Whatever is to be expected, such as an id
 * that is taken, is a result and not an exception.
 */
public abstract sealed class QueueException extends CarmineModuleException
        permits BodyTooLargeException, LeaseLostException, NoResultException, QueueFormatException {
    private static final long serialVersionUID = 1;

    QueueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
