package dev.carmine.client.internal.wire;

import dev.carmine.client.Fate;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespReader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A call of several commands that leave unbroken: a pipeline, a handshake. */
sealed class BatchCall extends Call permits HandshakeCall, TransactionCall {
    private final EncodedCommand<?>[] commands;
    private final long bytes;

    /** What was read for each command, or {@link Failed}; written before the call is done, read after. */
    private final @Nullable Object[] outcomes;

    /** How many commands have a reply; confined, like the rest, to the holder of the lead. */
    private int replied;

    /** How many bytes the commands without a reply have. */
    private long unanswered;

    /** The command whose bytes are to be copied next. */
    private int sending;

    /** How many bytes of that command were copied. */
    private int copied;

    BatchCall(EncodedCommand<?>[] commands, @Nullable Object owner, long deadline) {
        super(owner, deadline);
        this.commands = commands;
        this.outcomes = new Object[commands.length];
        long sum = 0;
        for (EncodedCommand<?> command : commands) {
            sum += command.bytes().length;
        }
        this.bytes = sum;
        this.unanswered = sum;
    }

    @Override
    int commands() {
        return commands.length;
    }

    @Override
    long bytes() {
        return bytes;
    }

    @Override
    long bytesOfFirst() {
        return commands[0].bytes().length;
    }

    @Override
    long bytesToSend() {
        return unanswered;
    }

    @Override
    String name() {
        return "a pipeline of " + commands.length + " commands";
    }

    @Override
    boolean copyTo(ByteBuffer target) {
        while (sending < commands.length) {
            byte[] from = commands[sending].bytes();
            int length = Math.min(from.length - copied, target.remaining());
            target.put(from, copied, length);
            copied += length;
            if (copied < from.length) {
                return false;
            }
            sending++;
            copied = 0;
        }
        return true;
    }

    @Override
    boolean take(RespReader reply) {
        if (isOpen()) {
            read(replied, reply);
        }
        unanswered -= commands[replied].bytes().length;
        replied++;
        return replied == commands.length;
    }

    @Override
    void refusedBy(ServerVersion server) {
        if (isOpen() && outcomes[replied - 1] instanceof Failed failed) {
            outcomes[replied - 1] = failed.saidBy(server);
        }
    }

    /** Reads the reply to a command into its outcome. */
    void read(int position, RespReader reply) {
        outcomes[position] = Replies.read(commands[position], reply);
    }

    @Override
    boolean isAwaitingReply(long accepted) {
        return end - unanswered + commands[replied].bytes().length <= accepted;
    }

    /** Only if no command was executed: one that was must not run again, and the others keep their place after it. */
    @Override
    boolean wantsAnotherTry() {
        for (int i = 0; i < commands.length; i++) {
            if (!(outcomes[i] instanceof Failed failed && Replies.isPassing(commands[i], failed))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Only if that holds for every command without a reply, for they must not overtake each other. A script's digest is
     * not sent without the command before it that has said the text: the next server may not know it.
     */
    @Override
    boolean mayBeResent(long accepted) {
        long position = end - unanswered;
        for (int i = replied; i < commands.length; i++) {
            position += commands[i].bytes().length;
            if (replied > 0 && commands[i].spec().script() != null) {
                return false;
            }
            if (position <= accepted && !commands[i].isRepeatable()) {
                return false;
            }
        }
        return true;
    }

    @Override
    void rewind(boolean fromStart) {
        if (fromStart) {
            replied = 0;
            unanswered = bytes;
        }
        sending = replied;
        copied = 0;
    }

    @Override
    void setFailure(Failure failure, long accepted) {
        long position = end - unanswered;
        for (int i = replied; i < commands.length; i++) {
            position += commands[i].bytes().length;
            outcomes[i] = new Failed(failure, position > accepted ? Fate.NOT_SENT : Fate.UNKNOWN);
        }
    }

    /** What was read for each command of a call that is done; to be turned into values by {@link Replies#finish}. */
    @Nullable Object[] outcomes() {
        return outcomes;
    }

    /** How many commands have a reply. */
    int replies() {
        return replied;
    }

    EncodedCommand<?>[] encodedCommands() {
        return commands;
    }

    @Override
    void completeFuture(ReplyFuture<?> future) {
        PipelineOutcome outcome = PipelineOutcome.of(this);
        future.settle(outcome.isAnswered(), outcome::valuesOrThrow);
    }
}
