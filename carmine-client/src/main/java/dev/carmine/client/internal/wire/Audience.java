package dev.carmine.client.internal.wire;

import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespReader;
import org.jspecify.annotations.Nullable;

/** Who listens to a {@link ListeningLink}. Called on its thread: must not block. */
public interface Audience {
    /** There is a connection, on which nothing was asked yet. */
    void connected();

    /**
     * Something has come: a message, or the answer to what was sent.
     *
     * @throws RuntimeException if it makes no sense; the connection is given up
     */
    void received(RespReader frame);

    /** All that had arrived by now was handed over. */
    void endOfBatch();

    /**
     * The next command to send; it is sent now.
     *
     * @return null if there is none
     */
    @Nullable EncodedCommand<?> next();

    /** How long until there may be a next command though nothing happens; {@link Long#MAX_VALUE} if there is none. */
    long untilNext();

    /** Nothing has come for long: the next command should be one that is answered. */
    void ask();

    /** AUTH is sent, and will be answered in its turn. */
    void authenticating();

    /** Whether something sent has not been answered yet. */
    boolean isAwaiting();

    /** The connection was lost, or could not be made; another attempt follows. */
    void lost(Throwable cause);

    /** The connection could not be made because the server refuses the credentials; another attempt follows. */
    void credentialsRefused(Throwable cause);

    /**
     * Whether nobody listens any more.
     *
     * @return true if the link is to end; then nothing follows
     */
    boolean isOver();

    /** The link was closed. */
    void closed();
}
