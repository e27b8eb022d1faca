package dev.carmine.client.internal.wire;

import dev.carmine.client.CarmineConflictException;
import dev.carmine.client.CarminePipelineException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a transaction.
 *
 * @param commands what became of each command between {@code MULTI} and {@code EXEC}
 * @param conflict whether nothing was executed because a watched key was touched
 * @param refusal why there was no transaction, although the commands were executed; null if there was one
 */
public record TransactionOutcome(
        PipelineOutcome commands,
        boolean conflict,
        @Nullable RuntimeException refusal) {

    /** Finishes the replies of a call that is done; runs user code. */
    static TransactionOutcome of(TransactionCall call) {
        if (call.isConflict()) {
            int inner = call.commands() - 2;
            return new TransactionOutcome(
                    new PipelineOutcome(new Object[inner], new RuntimeException[inner]), true, null);
        }
        PipelineOutcome all = PipelineOutcome.of(call);
        int exec = call.commands() - 1;
        PipelineOutcome commands = new PipelineOutcome(
                Arrays.copyOfRange(all.values(), 1, exec), Arrays.copyOfRange(all.errors(), 1, exec));
        return new TransactionOutcome(commands, false, call.isBegun() ? null : all.errors()[0]);
    }

    /**
     * The values, in the order of the commands.
     *
     * @return an unmodifiable list
     * @throws CarminePipelineException if a command failed; it carries the values of the others
     * @throws CarmineConflictException if nothing was executed because a watched key was touched
     * @throws dev.carmine.client.CarmineUnansweredException if there is no reply
     */
    public List<@Nullable Object> valuesOrThrow() {
        if (conflict) {
            throw new CarmineConflictException(
                    "the transaction was not executed: others have changed a key that its connection watches");
        }
        if (refusal != null && commands.wholeFailure() == null) {
            throw new CarminePipelineException(
                    "there was no transaction, for the server has refused MULTI; it took each command by itself: "
                            + refusal.getMessage(),
                    commands.replies(),
                    refusal);
        }
        return commands.valuesOrThrow("transaction");
    }
}
