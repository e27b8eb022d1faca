package dev.carmine.client.internal.wire;

import dev.carmine.client.Command;
import dev.carmine.client.Credentials;
import dev.carmine.client.Protocol;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.reply.VersionDecoders;
import dev.carmine.protocol.RespError;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The first commands on a new wire: protocol version, credentials, names, database, and which server it is, in one flush.
 *
 * <p>RESP2 is used only where the server does not know HELLO, does not speak version 3, or does not let this user say
 * HELLO; never because a password is wrong.
 *
 * @see <a href="https://redis.io/docs/latest/commands/hello/">HELLO</a>
 */
final class Handshake {
    private static final Set<String> AUTHENTICATION = Set.of("WRONGPASS", "NOAUTH", "NOPERM");

    /** What is to be done if the server says NOAUTH; it speaks of commands that users of this client do not send. */
    private static final String NO_PASSWORD = "the server wants a password: give it in the URI (redis://:password@host)"
            + " or by ClientOptions.Builder.credentials: ";

    /** Asks which server it is, where HELLO does not say so. A user who may not ask connects all the same. */
    private static final EncodedCommand<@Nullable ServerVersion> INFO =
            command("INFO", "server").readBy(VersionDecoders.OF_INFO);

    private final LinkSettings settings;

    Handshake(LinkSettings settings) {
        this.settings = settings;
    }

    /**
     * What both sides have told each other.
     *
     * @param protocol the protocol version in use
     * @param server which server it is; null if it did not say so, or does not let this user ask
     */
    record Greeting(Protocol protocol, @Nullable ServerVersion server) {}

    /**
     * Makes a connected wire ready for commands.
     *
     * @param credentials as whom, or null for nobody
     * @param deadline in the time of {@link System#nanoTime()}
     * @throws ConnectionRefused if the server does not want this client
     * @throws IOException if the connection is lost or the time is over
     */
    Greeting perform(Wire wire, @Nullable Credentials credentials, Pause pause, long deadline) throws IOException {
        if (settings.protocol() != Protocol.RESP2) {
            EncodedCommand<@Nullable ServerVersion> hello = hello(credentials);
            List<Step> steps = new ArrayList<>();
            steps.add(new Step(hello, Step.REQUIRED));
            addCommon(steps);
            BatchCall call = exchange(wire, steps, pause, deadline);
            RespError refusal = refusal(steps, call);
            if (refusal == null) {
                return new Greeting(Protocol.RESP3, answer(hello, call, 0));
            }
            if (settings.protocol() == Protocol.RESP3 || !meansRespTwo(refusal)) {
                throw refused(refusal);
            }
        }
        List<Step> steps = new ArrayList<>();
        if (credentials != null) {
            steps.add(new Step(auth(credentials), Step.REQUIRED));
        }
        if (settings.clientName() != null) {
            steps.add(new Step(command("CLIENT SETNAME", settings.clientName()), Step.OPTIONAL));
        }
        addCommon(steps);
        // A server that wants a password says so at the first command that it does not answer without one. If it says
        // anything else, that it is loading for instance, it has let us in.
        steps.add(new Step(command("PING"), error -> error.code().equals("NOAUTH")));
        steps.add(new Step(INFO, Step.OPTIONAL));
        BatchCall call = exchange(wire, steps, pause, deadline);
        RespError refusal = refusal(steps, call);
        if (refusal != null) {
            throw refused(refusal);
        }
        return new Greeting(Protocol.RESP2, answer(INFO, call, steps.size() - 1));
    }

    private void addCommon(List<Step> steps) {
        steps.add(new Step(command("CLIENT SETINFO", "LIB-NAME", "carmine"), Step.OPTIONAL));
        steps.add(new Step(command("CLIENT SETINFO", "LIB-VER", settings.libraryVersion()), Step.OPTIONAL));
        if (settings.database() != 0) {
            steps.add(new Step(command("SELECT", Integer.toString(settings.database())), Step.REQUIRED));
        }
    }

    private EncodedCommand<@Nullable ServerVersion> hello(@Nullable Credentials credentials) {
        List<String> words = new ArrayList<>(List.of("3"));
        if (credentials != null) {
            String user = credentials.user();
            words.addAll(List.of("AUTH", user == null ? "default" : user, credentials.password()));
        }
        String name = settings.clientName();
        if (name != null) {
            words.addAll(List.of("SETNAME", name));
        }
        return command("HELLO", words.toArray(String[]::new)).readBy(VersionDecoders.OF_HELLO);
    }

    /** AUTH; names no user if there is none, as servers before 6.0 want it. */
    static EncodedCommand<?> auth(Credentials credentials) {
        String user = credentials.user();
        return user == null ? command("AUTH", credentials.password()) : command("AUTH", user, credentials.password());
    }

    /** Sends the steps and reads their replies. */
    private static BatchCall exchange(Wire wire, List<Step> steps, Pause pause, long deadline) throws IOException {
        EncodedCommand<?>[] commands = steps.stream().map(Step::command).toArray(EncodedCommand<?>[]::new);
        HandshakeCall call = new HandshakeCall(commands, deadline);
        ArrayDeque<Call> queue = new ArrayDeque<>(List.of(call));
        try {
            while (!call.isDone()) {
                wire.write(queue, Call::finish, System.nanoTime());
                long rest = deadline - System.nanoTime();
                if (rest <= 0) {
                    throw new SocketTimeoutException("connected, but the handshake got no reply in time");
                }
                if (!wire.hasInput()) {
                    pause.await(Math.min(rest, Pause.LONGEST), () -> false);
                }
                wire.read(Call::finish);
            }
        } catch (IOException e) {
            RespError lastWords = refusal(steps, call);
            if (lastWords == null && call.replies() == 1) {
                // A server that is full says so, whatever it is told, and closes.
                lastWords = error(call, 0);
            }
            if (lastWords == null) {
                throw e;
            }
            ConnectionRefused refused = refused(lastWords);
            refused.addSuppressed(e);
            throw refused;
        }
        return call;
    }

    /** Which server it is, as a step was answered; null if that failed. */
    private static @Nullable ServerVersion answer(
            EncodedCommand<@Nullable ServerVersion> asked, BatchCall call, int step) {
        Object read = call.outcomes()[step];
        return read instanceof Failed ? null : Replies.finish(asked, read);
    }

    /** The first error that ends the connection, or null. */
    private static @Nullable RespError refusal(List<Step> steps, BatchCall call) {
        for (int i = 0; i < steps.size(); i++) {
            RespError error = error(call, i);
            if (error != null && steps.get(i).endsWith().test(error)) {
                return error;
            }
        }
        return null;
    }

    /** The error that the server has answered to a step, or null. */
    private static @Nullable RespError error(BatchCall call, int step) {
        return Replies.refusal(call.outcomes()[step]);
    }

    private static boolean meansRespTwo(RespError error) {
        return error.code().equals("NOPROTO")
                || error.code().equals("NOPERM")
                || error.message().startsWith("ERR unknown command");
    }

    private static ConnectionRefused refused(RespError error) {
        String advice = error.code().equals("NOAUTH") ? NO_PASSWORD : "";
        return new ConnectionRefused(advice + Failure.withoutArguments(error), AUTHENTICATION.contains(error.code()));
    }

    private static EncodedCommand<?> command(String name, String... words) {
        return EncodedCommand.of(Command.of(name).args((Object[]) words));
    }

    /** A command of the handshake, and which errors for it end the connection. */
    private record Step(EncodedCommand<?> command, Predicate<RespError> endsWith) {
        static final Predicate<RespError> REQUIRED = error -> true;
        static final Predicate<RespError> OPTIONAL = error -> false;
    }
}
