package dev.carmine.client.internal.wire;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespReader;
import dev.carmine.protocol.RespTypeException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code MULTI}, the commands of a transaction, and {@code EXEC}, which leave unbroken. The server executes nothing
 * before it has the whole of {@code EXEC}, and forgets everything if the connection is lost before: until then the fate
 * of all is that they were not sent, and all of them may be sent again. That is different once it has said that it
 * refuses {@code MULTI}: then it executes one command after the other, as those of a pipeline.
 *
 * <p>Each command is answered twice: when it is queued, where only an error means anything, and in the reply to
 * {@code EXEC}.
 *
 * @see <a href="https://redis.io/docs/latest/develop/using-commands/transactions/">Transactions</a>
 */
final class TransactionCall extends BatchCall {
    /** What is read for {@code EXEC}: the replies of all. */
    private static final Object EXECUTED = "executed";

    /** What is read for {@code EXEC} if a watched key was touched, and nothing was executed. */
    private static final Object CONFLICT = "conflict";

    /** What is read for {@code MULTI}. */
    private static final Object BEGUN = "begun";

    /** Whether it is never sent again. */
    private final boolean once;

    private TransactionCall(EncodedCommand<?>[] commands, @Nullable Object owner, long deadline, boolean once) {
        super(commands, owner, deadline);
        this.once = once;
    }

    /**
     * A transaction that is sent, and sent again as other calls are.
     *
     * @param commands from {@code MULTI} to {@code EXEC}
     */
    static TransactionCall sent(EncodedCommand<?>[] commands, @Nullable Object owner, long deadline) {
        return new TransactionCall(commands, owner, deadline, false);
    }

    /**
     * A transaction that depends on the state of the connection, and so is never sent again.
     *
     * @param commands from {@code MULTI} to {@code EXEC}
     */
    static TransactionCall sentOnce(EncodedCommand<?>[] commands, @Nullable Object owner, long deadline) {
        return new TransactionCall(commands, owner, deadline, true);
    }

    @Override
    String name() {
        return "a transaction of " + inner() + " commands";
    }

    /** Nothing is executed before the last byte has arrived. */
    @Override
    long bytesOfFirst() {
        return bytes();
    }

    @Override
    void read(int position, RespReader reply) {
        @Nullable Object[] outcomes = outcomes();
        if (position == 0) {
            outcomes[0] = reply.isError() ? refused(reply) : BEGUN;
        } else if (position <= inner()) {
            readQueued(position, reply);
        } else {
            outcomes[position] = readExecuted(reply);
        }
    }

    /** A command's first answer. If the server has refused {@code MULTI} it is the only one: the command was executed. */
    private void readQueued(int position, RespReader reply) {
        if (isBegun()) {
            outcomes()[position] = reply.isError() ? refused(reply) : null;
        } else {
            super.read(position, reply);
        }
    }

    private Object readExecuted(RespReader reply) {
        if (reply.isError()) {
            Failed failed = refused(reply);
            if (isBegun()) {
                failAllButRefused(failed);
            }
            return failed;
        }
        if (reply.isNull()) {
            return CONFLICT;
        }
        int size;
        try {
            size = reply.readArraySize();
        } catch (RespTypeException e) {
            return unreadable(e);
        }
        if (size != inner()) {
            return unreadable(new CarmineProtocolException(
                    "EXEC has answered " + size + " replies to " + inner() + " commands", -1, null));
        }
        for (int i = 1; i <= size; i++) {
            super.read(i, reply.fork());
        }
        return EXECUTED;
    }

    private Failed unreadable(RuntimeException cause) {
        Failed failed = new Failed(new Failure.Unreadable(cause), Fate.UNKNOWN);
        failAllButRefused(failed);
        return failed;
    }

    private void failAllButRefused(Failed failed) {
        @Nullable Object[] outcomes = outcomes();
        for (int i = 1; i <= inner(); i++) {
            if (outcomes[i] == null) {
                outcomes[i] = failed;
            }
        }
    }

    private static Failed refused(RespReader reply) {
        return new Failed(new Failure.Refused(reply.readError(), null), Fate.UNKNOWN);
    }

    /** Only if a command was not even queued because of something that passes: then none was executed. */
    @Override
    boolean wantsAnotherTry() {
        if (once || !isBegun() || !(outcomes()[inner() + 1] instanceof Failed)) {
            return false;
        }
        for (int i = 1; i <= inner(); i++) {
            if (outcomes()[i] instanceof Failed failed && Replies.isPassing(encodedCommands()[i], failed)) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean mayBeResent(long accepted) {
        return !once
                && !isRefused()
                && (end > accepted
                        || Arrays.stream(encodedCommands(), 1, inner() + 1).allMatch(EncodedCommand::isRepeatable));
    }

    /** Always from the start: on another connection the rest would be no transaction. */
    @Override
    void rewind(boolean fromStart) {
        super.rewind(true);
    }

    @Override
    void setFailure(Failure failure, long accepted) {
        if (isRefused()) {
            super.setFailure(failure, accepted);
            return;
        }
        Arrays.fill(outcomes(), new Failed(failure, end > accepted ? Fate.NOT_SENT : Fate.UNKNOWN));
    }

    @Override
    void completeFuture(ReplyFuture<?> future) {
        TransactionOutcome outcome = TransactionOutcome.of(this);
        future.settle(outcome.commands().isAnswered(), outcome::valuesOrThrow);
    }

    /** Whether the transaction was not executed because a watched key was touched. */
    boolean isConflict() {
        return outcomes()[inner() + 1] == CONFLICT;
    }

    /** Whether the server has taken {@code MULTI}. */
    boolean isBegun() {
        return outcomes()[0] == BEGUN;
    }

    /** Whether the server has refused {@code MULTI}, and so executes each command by itself. */
    private boolean isRefused() {
        return outcomes()[0] instanceof Failed;
    }

    /** How many commands there are between {@code MULTI} and {@code EXEC}. */
    private int inner() {
        return commands() - 2;
    }
}
