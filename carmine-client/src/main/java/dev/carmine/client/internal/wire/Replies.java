package dev.carmine.client.internal.wire;

import dev.carmine.client.Fate;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.reply.ReplyDecoder;
import dev.carmine.protocol.RespError;
import dev.carmine.protocol.RespReader;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From a reply's frame to a command's value: read on the thread that holds the lead, finished on the caller's. */
final class Replies {
    /** Error codes by which a server says that it has not executed a command and may do so a little later. */
    private static final Set<String> PASSING = Set.of("LOADING", "BUSY", "TRYAGAIN", "CLUSTERDOWN", "MASTERDOWN");

    /** Commands that run scripts: an error they return may be the script's own, whatever its code. */
    private static final Set<String> SCRIPTS =
            Set.of("EVAL", "EVALSHA", "EVAL_RO", "EVALSHA_RO", "FCALL", "FCALL_RO", "EXEC");

    /** How servers themselves begin these messages. */
    private static final Pattern SAID_BY_SERVER =
            Pattern.compile("(LOADING|BUSY) (Redis|Valkey) is (loading|busy running a script)");

    private Replies() {}

    /** Reads a reply into the decoder's intermediate value, or into {@link Failed}. */
    static @Nullable Object read(EncodedCommand<?> command, RespReader reply) {
        try {
            if (reply.isError()) {
                return new Failed(new Failure.Refused(reply.readError(), null), Fate.UNKNOWN);
            }
            return command.decoder().read(reply);
        } catch (RuntimeException e) {
            return new Failed(new Failure.Unreadable(e), Fate.UNKNOWN);
        }
    }

    /** Turns what {@link #read} gave into the command's value. */
    static <T extends @Nullable Object> T finish(EncodedCommand<T> command, @Nullable Object read) {
        if (read instanceof Failed failed) {
            throw failed.failure().toException(command, failed.fate());
        }
        ReplyDecoder<T> decoder = command.decoder();
        return decoder.hasFinisher() ? decoder.finish(read) : Unchecked.cast(read);
    }

    /** The error that the server has answered, or null if what {@link #read} gave is anything else. */
    static @Nullable RespError refusal(@Nullable Object read) {
        return read instanceof Failed failed && failed.failure() instanceof Failure.Refused refused
                ? refused.error()
                : null;
    }

    /** Whether an error that is the server's own says "not executed, try again". */
    static boolean isPassing(RespError error) {
        return PASSING.contains(error.code());
    }

    /** Whether a failure says "not executed, try again". */
    static boolean isPassing(EncodedCommand<?> command, Failed failed) {
        RespError error = refusal(failed);
        return error != null
                && isPassing(error)
                && (!SCRIPTS.contains(command.name())
                        || SAID_BY_SERVER.matcher(error.message()).lookingAt());
    }
}
