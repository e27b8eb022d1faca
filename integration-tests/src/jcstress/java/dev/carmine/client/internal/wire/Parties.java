package dev.carmine.client.internal.wire;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.FrameInput;
import dev.carmine.protocol.RespLimits;
import dev.carmine.protocol.RespReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The parties that hand the lead of a link to each other: what {@link Link} and {@link LinkThread} do at these moments,
 * in the same order, without a wire. Keep the two in step.
 */
class Parties {
    private static final EncodedCommand<?> COMMAND = EncodedCommand.of(Command.of("PING"));
    private static final byte[] REPLY = ":7\r\n".getBytes(StandardCharsets.US_ASCII);

    final Lead lead = new Lead();
    final SubmissionQueue submissions = new SubmissionQueue();
    volatile boolean closing;

    /** The link's thread has the lead. */
    Parties() {}

    /** Somebody else has the lead. */
    Parties(Lead.Holder holder) {
        lead.releaseToCallers();
        if (holder == Lead.Holder.CALLER && !lead.tryLeadAlone()) {
            throw new AssertionError("nobody else is there");
        }
    }

    static SingleCall call() {
        return new SingleCall(COMMAND, null, Long.MAX_VALUE);
    }

    static BatchCall batch() {
        return new BatchCall(new EncodedCommand<?>[] {COMMAND}, null, Long.MAX_VALUE);
    }

    /** A reply that reads as the number 7. */
    static RespReader reply() {
        FrameInput input = new FrameInput(RespLimits.defaults());
        input.feed(ByteBuffer.wrap(REPLY));
        if (!input.nextFrame()) {
            throw new AssertionError("a whole frame was fed");
        }
        return input.frame();
    }

    /**
     * {@link Link}: a caller leaves a call to whoever has the lead.
     *
     * @return whether it wakes the link's thread
     */
    boolean submit() {
        submissions.push(call());
        return signal();
    }

    /** {@link Link}: the link is told to end; it is told of newer credentials in the same way. */
    boolean close() {
        closing = true;
        return signal();
    }

    /** {@link Link}: a caller that has the lead has its reply, and saw nobody else. */
    boolean releaseAlone() {
        lead.releaseAlone();
        return (!submissions.isEmpty() || closing) && signal();
    }

    /** {@link Link}: a caller comes. Tells whether it leads. */
    boolean tryLead() {
        return submissions.isEmpty() && lead.tryLeadAlone();
    }

    /** {@link Link}: a caller that may lead runs its call by itself or leaves it to others. */
    boolean call(boolean led) {
        if (!led) {
            return submit();
        }
        if (submissions.isEmpty() && !closing) {
            return releaseAlone();
        }
        lead.handOver();
        return true;
    }

    /** {@link LinkThread}: callers may lead from now on; it wakes itself if they need not. */
    boolean releaseToCallers() {
        lead.releaseToCallers();
        return (!submissions.isEmpty() || closing) && lead.tryGiveToWire();
    }

    /** {@link LinkThread}: the link ends. Tells whether it has found a call to fail. */
    boolean end() {
        lead.close();
        return failSubmitted();
    }

    private boolean signal() {
        return switch (lead.holder()) {
            case NONE -> lead.tryGiveToWire();
            case CALLER, WIRE -> false; // rings; see DoorbellStress
            case CLOSED -> failSubmitted();
        };
    }

    private boolean failSubmitted() {
        return submissions.takeAll() != null;
    }

    /** Whether what was submitted will be looked at: nothing is there, or its keeper holds the lead. */
    boolean nothingIsLeftBehind() {
        return submissions.isEmpty() || lead.holder() == Lead.Holder.WIRE;
    }
}
