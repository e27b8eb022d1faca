package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/**
 * What can go wrong between a caller and Redis, divided by what the caller can do about it.
 *
 * <ul>
 *   <li>{@link CarmineUnansweredException}: no reply came; its {@link CarmineUnansweredException#fate() fate} says
 *       whether the command may have run.
 *   <li>{@link CarmineServerException}: the server answered with an error.
 *   <li>{@link CarminePipelineException}: some commands of a pipeline failed; it carries the replies of all.
 *   <li>{@link CarmineConflictException}: others were faster than a transaction; nothing was executed.
 *   <li>{@link CarmineOverloadException}: the client's limits were reached; nothing was sent.
 *   <li>{@link CarmineSerializationException}: a value could not be written or read.
 *   <li>{@link CarmineProtocolException}: the server sent what is not RESP, or not what the command replies.
 *   <li>{@link CarmineModuleException}: the exceptions of other modules.
 * </ul>
 *
 * Messages name the command, the node, the phase and the time waited; never a key's value and never a credential.
 */
public abstract sealed class CarmineException extends RuntimeException
        permits CarmineUnansweredException,
                CarmineServerException,
                CarmineOverloadException,
                CarminePipelineException,
                CarmineConflictException,
                CarmineSerializationException,
                CarmineProtocolException,
                CarmineModuleException {
    private static final long serialVersionUID = 1;

    CarmineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
