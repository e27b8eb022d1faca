package dev.carmine.it.chaos;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One command of a {@link Load}, given to somebody who knows what may come of it. What may not is thrown as an
 * {@link AssertionError}.
 *
 * @param <T> what the command's reply becomes
 */
abstract class Errand<T extends @Nullable Object> {
    /** The server has not executed the command, and said so until the time was over. */
    private static final Set<String> NOT_NOW = Set.of("LOADING", "BUSY");

    private final Command<T> command;

    Errand(Command<T> command) {
        this.command = command;
    }

    final Command<T> command() {
        return command;
    }

    /** The command has a value. */
    abstract void succeeded(T value);

    /** The command may have been executed, and has no value. */
    abstract void mayHaveRun();

    /** The command has no value. */
    final void failed(Throwable failure) {
        if (failure instanceof CarmineTimeoutException || failure instanceof CarmineConnectionException) {
            if (((CarmineUnansweredException) failure).fate() == Fate.UNKNOWN) {
                mayHaveRun();
            }
        } else if (!(failure instanceof CarmineServerException refused && NOT_NOW.contains(refused.code()))) {
            throw new AssertionError(command.name() + " must not fail like this", failure);
        }
    }

    /**
     * The command has no value although its deadline has not passed. What was not sent, and what only reads, the client
     * should have sent again, unless it was part of a pipeline, which stays in one piece.
     */
    final void failedEarly(Throwable failure) {
        if (failure instanceof CarmineConnectionException lost
                && (command.isReadOnly() || lost.fate() == Fate.NOT_SENT)) {
            throw new AssertionError(command.name() + " should have been sent again", lost);
        }
    }
}
