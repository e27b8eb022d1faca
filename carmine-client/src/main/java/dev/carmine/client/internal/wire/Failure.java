package dev.carmine.client.internal.wire;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.Blocking;
import dev.carmine.client.internal.command.Emulation;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.command.Since;
import dev.carmine.protocol.RespError;
import dev.carmine.protocol.RespTypeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a command has no value. The exception is made by whoever throws it, so that its stack trace is the caller's and
 * the thread that reads is not held up.
 */
sealed interface Failure {
    /**
     * Makes the exception to throw.
     *
     * @param command what has failed
     * @param fate what is known about it; of no meaning where the server has answered
     */
    CarmineException toException(EncodedCommand<?> command, Fate fate);

    /**
     * The server answered with an error.
     *
     * @param server which server that was, if it is known
     */
    record Refused(RespError error, @Nullable ServerVersion server) implements Failure {
        /** How servers say that they do not know a command; of one within a script they speak otherwise, or add so. */
        private static final Pattern UNKNOWN =
                Pattern.compile("ERR unknown (?:sub)?command\\b(?! called from script)", Pattern.CASE_INSENSITIVE);

        @Override
        public CarmineException toException(EncodedCommand<?> command, Fate fate) {
            RespError said = command.spec().isEmulation() ? Emulation.withoutScript(error) : error;
            return new CarmineServerException(
                    said.code(), command.spec().label() + need(command) + ": " + withoutArguments(said));
        }

        /** Which server it takes to know the command, if this one is another and does not. */
        private String need(EncodedCommand<?> command) {
            if (!UNKNOWN.matcher(error.message()).lookingAt()) {
                return "";
            }
            Since since = command.spec().since();
            if (since == null || (server != null && since.isIn(server))) {
                return "";
            }
            return " needs " + since + (server == null ? "" : ", this is " + server);
        }
    }

    /** The reply is well-formed, but of another kind than the command's. */
    record Unreadable(RuntimeException thrown) implements Failure {
        @Override
        public CarmineException toException(EncodedCommand<?> command, Fate fate) {
            String what = thrown instanceof RespTypeException ? thrown.getMessage() : thrown.toString();
            return new CarmineProtocolException(
                    command.spec().label() + ": the reply cannot be read: " + what, -1, thrown);
        }
    }

    /**
     * There is no connection, or it was lost.
     *
     * @param again whether the next connection is sent again what may run twice
     */
    record Lost(String node, String reason, @Nullable Throwable cause, boolean again) implements Failure {
        /** There will be no next connection, or nothing was sent. */
        Lost(String node, String reason, @Nullable Throwable cause) {
            this(node, reason, cause, false);
        }

        @Override
        public CarmineException toException(EncodedCommand<?> command, Fate fate) {
            String advice = fate == Fate.NOT_SENT
                    ? "was not sent and can be tried again"
                    : "was sent and may have been executed"
                            + (again && mayBeMarked(command) ? " (mark it retryable() if it may run twice)" : "");
            return new CarmineConnectionException(
                    command.spec().label() + " on " + node + " " + advice + ": " + reason, fate, cause);
        }

        /** Whether it might do no harm twice; what waits for an element and takes it would take another. */
        private static boolean mayBeMarked(EncodedCommand<?> command) {
            boolean takes = command.spec().blocking() != Blocking.NEVER && !command.isReadOnly();
            return !takes && !command.isRepeatable();
        }
    }

    /** The deadline passed. */
    record Late(String node, String phase, @Nullable Throwable cause) implements Failure {
        @Override
        public CarmineException toException(EncodedCommand<?> command, Fate fate) {
            return new CarmineTimeoutException(
                    command.spec().label() + " on " + node + " ran out of time " + phase + " (" + describe(fate) + ")",
                    fate,
                    cause);
        }
    }

    /** The server's message without the arguments that some servers repeat in it: they may be secret. */
    static String withoutArguments(RespError error) {
        int arguments = error.message().indexOf(", with args beginning with");
        return arguments < 0 ? error.message() : error.message().substring(0, arguments);
    }

    /** Whether the server has answered. */
    default boolean isAnswer() {
        return this instanceof Refused || this instanceof Unreadable;
    }

    /** Says in words what a fate means. */
    static String describe(Fate fate) {
        return fate == Fate.NOT_SENT ? "not sent" : "sent, it may have been executed";
    }
}
