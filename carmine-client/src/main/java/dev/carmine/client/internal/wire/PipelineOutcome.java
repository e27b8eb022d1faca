package dev.carmine.client.internal.wire;

import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import dev.carmine.client.Outcome;
import dev.carmine.client.internal.command.EncodedCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each command of a pipeline.
 *
 * @param values the values; null also where there is an error
 * @param errors the errors; null where there is a value
 */
@SuppressWarnings("ArrayRecordComponent") // made once, handed on within the client, never compared
public record PipelineOutcome(
        @Nullable Object[] values, @Nullable RuntimeException[] errors) {

    /** What became of no commands. */
    public static final PipelineOutcome EMPTY = new PipelineOutcome(new Object[0], new RuntimeException[0]);

    /** Finishes the replies of a call that is done; runs user code. */
    static PipelineOutcome of(BatchCall call) {
        EncodedCommand<?>[] commands = call.encodedCommands();
        @Nullable Object[] read = call.outcomes();
        @Nullable Object[] values = new Object[commands.length];
        @Nullable RuntimeException[] errors = new RuntimeException[commands.length];
        for (int i = 0; i < commands.length; i++) {
            try {
                values[i] = Replies.finish(commands[i], read[i]);
            } catch (RuntimeException e) {
                errors[i] = e;
            }
        }
        return new PipelineOutcome(values, errors);
    }

    /** Whether the server has answered every command. */
    public boolean isAnswered() {
        for (RuntimeException error : errors) {
            if (error instanceof CarmineUnansweredException) {
                return false;
            }
        }
        return true;
    }

    /**
     * The exception of the pipeline as a whole: when its time was over, or not one command was answered.
     *
     * @return null if replies are to be looked at one by one
     */
    public @Nullable CarmineUnansweredException wholeFailure() {
        CarmineUnansweredException first = null;
        CarmineTimeoutException late = null;
        boolean anyAnswered = false;
        for (RuntimeException error : errors) {
            if (!(error instanceof CarmineUnansweredException unanswered)) {
                anyAnswered = true;
                continue;
            }
            first = first == null ? unanswered : first;
            if (late == null && error instanceof CarmineTimeoutException timeout) {
                late = timeout;
            }
        }
        if (!anyAnswered) {
            return first; // it had the best chances to be sent: its fate is that of them all
        }
        if (late == null || late.fate() == Fate.UNKNOWN) {
            return late;
        }
        return new CarmineTimeoutException(
                "a pipeline was executed in part, as its first replies say: " + late.getMessage(), Fate.UNKNOWN, late);
    }

    /**
     * The values of a pipeline, in the order of the commands.
     *
     * @return an unmodifiable list
     * @throws CarminePipelineException if a command failed; it carries the values of the others
     * @throws CarmineUnansweredException if there is a failure of the whole
     */
    public List<@Nullable Object> valuesOrThrow() {
        return valuesOrThrow("pipeline");
    }

    /** The same for a whole of another kind. */
    List<@Nullable Object> valuesOrThrow(String kind) {
        CarmineUnansweredException whole = wholeFailure();
        if (whole != null) {
            throw whole;
        }
        int failed = 0;
        RuntimeException first = null;
        for (RuntimeException error : errors) {
            if (error != null) {
                failed++;
                first = first == null || isConsequence(first) ? error : first;
            }
        }
        if (first == null) {
            return Collections.unmodifiableList(Arrays.asList(values));
        }
        throw new CarminePipelineException(
                failed + " of " + values.length + " commands of a " + kind + " failed, the first with: "
                        + first.getMessage(),
                replies(),
                first);
    }

    /**
     * What became of each command.
     *
     * @return an unmodifiable list in the order of the commands
     */
    public List<Outcome<@Nullable Object>> each() {
        List<Outcome<@Nullable Object>> each = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            RuntimeException error = errors[i];
            each.add(error == null ? new Outcome.Value<>(values[i]) : new Outcome.Failed<>(error));
        }
        return Collections.unmodifiableList(each);
    }

    /** Whether an error only says that another command of the transaction was refused. */
    private static boolean isConsequence(RuntimeException error) {
        return error instanceof CarmineServerException said && said.code().equals("EXECABORT");
    }

    /** The value of each command, or its error. */
    List<@Nullable Object> replies() {
        @Nullable Object[] replies = values.clone();
        for (int i = 0; i < replies.length; i++) {
            replies[i] = errors[i] == null ? values[i] : errors[i];
        }
        return Arrays.asList(replies);
    }
}
