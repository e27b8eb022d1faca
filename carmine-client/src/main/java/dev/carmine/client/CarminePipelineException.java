package dev.carmine.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At least one command of a pipeline failed. All replies were read first: {@link #replies()} has the value of each
 * command that succeeded and the exception of each that did not; {@link #getCause()} is the first of those.
 */
public final class CarminePipelineException extends CarmineException {
    private static final long serialVersionUID = 1;

    /** The values and exceptions. */
    private final transient List<@Nullable Object> replies;

    /**
     * Creates an exception.
     *
     * @param message how many commands failed, and the first failure
     * @param replies values and exceptions, in the order of the commands
     * @param first the first failure
     */
    public CarminePipelineException(String message, List<? extends @Nullable Object> replies, RuntimeException first) {
        super(message, first);
        this.replies = Collections.unmodifiableList(new ArrayList<>(replies));
    }

    /**
     * Tells what became of each command.
     *
     * @return an unmodifiable list in the order of the commands: a value, null for a nil reply, or the exception of a
     *     command that failed; empty after Java serialization
     */
    public List<@Nullable Object> replies() {
        return replies == null ? List.of() : replies;
    }
}
