package dev.carmine.client.internal.wire;

import dev.carmine.client.internal.command.EncodedCommand;

/**
 * The commands of a handshake. A server that is full says so before it has been told anything, and closes: over a unix
 * socket it may have done both before the first byte could be sent. Its error is then the reply, all the same.
 */
final class HandshakeCall extends BatchCall {
    HandshakeCall(EncodedCommand<?>[] commands, long deadline) {
        super(commands, null, deadline);
    }

    @Override
    boolean isAwaitingReply(long accepted) {
        return true;
    }
}
