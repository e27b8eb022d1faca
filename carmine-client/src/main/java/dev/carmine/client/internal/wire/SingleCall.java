package dev.carmine.client.internal.wire;

import dev.carmine.client.CarmineException;
import dev.carmine.client.Fate;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespError;
import dev.carmine.protocol.RespReader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A call of one command. */
final class SingleCall extends Call {
    private final EncodedCommand<?> command;

    /** How many of the command's bytes were copied; confined to the holder of the lead. */
    private int copied;

    /** What the decoder has read, or {@link Failed}; written before the call is done, read after. */
    private @Nullable Object outcome;

    SingleCall(EncodedCommand<?> command, @Nullable Object owner, long deadline) {
        super(owner, deadline);
        this.command = command;
    }

    @Override
    int commands() {
        return 1;
    }

    @Override
    long bytes() {
        return command.bytes().length;
    }

    @Override
    long bytesOfFirst() {
        return command.bytes().length;
    }

    @Override
    long bytesToSend() {
        return command.bytes().length;
    }

    @Override
    String name() {
        return command.spec().label();
    }

    @Override
    boolean copyTo(ByteBuffer target) {
        byte[] bytes = command.bytes();
        int length = Math.min(bytes.length - copied, target.remaining());
        target.put(bytes, copied, length);
        copied += length;
        return copied == bytes.length;
    }

    @Override
    boolean take(RespReader reply) {
        if (isOpen()) {
            outcome = Replies.read(command, reply);
        }
        return true;
    }

    @Override
    void refusedBy(ServerVersion server) {
        if (isOpen() && outcome instanceof Failed failed) {
            outcome = failed.saidBy(server);
        }
    }

    @Override
    boolean isAwaitingReply(long accepted) {
        return end <= accepted;
    }

    @Override
    boolean wantsAnotherTry() {
        return outcome instanceof Failed failed && Replies.isPassing(command, failed);
    }

    @Override
    boolean mayBeResent(long accepted) {
        return end > accepted || command.isRepeatable();
    }

    @Override
    void rewind(boolean fromStart) {
        copied = 0;
        outcome = null;
    }

    @Override
    void setFailure(Failure failure, long accepted) {
        outcome = new Failed(failure, end > accepted ? Fate.NOT_SENT : Fate.UNKNOWN);
    }

    /**
     * The value of a call that is done.
     *
     * @throws CarmineException if there is none
     */
    @Nullable Object result() {
        return Replies.finish(command, outcome);
    }

    /** The error that the server has answered, or null; of a call that is done. */
    @Nullable RespError refusal() {
        return Replies.refusal(outcome);
    }

    @Override
    void completeFuture(ReplyFuture<?> future) {
        boolean answered =
                !(outcome instanceof Failed failed) || failed.failure().isAnswer();
        future.settle(answered, this::result);
    }
}
