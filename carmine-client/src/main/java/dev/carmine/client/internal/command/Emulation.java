package dev.carmine.client.internal.command;

import static dev.carmine.client.ServerVersion.redis;
import static dev.carmine.client.ServerVersion.valkey;
import static dev.carmine.client.internal.command.CommandTable.DELEX;
import static dev.carmine.client.internal.command.CommandTable.DELIFEQ;
import static dev.carmine.client.internal.command.CommandTable.EVAL;
import static dev.carmine.client.internal.command.CommandTable.EVALSHA;
import static dev.carmine.client.internal.command.CommandTable.HSETEX;
import static dev.carmine.client.internal.command.CommandTable.SET;

import dev.carmine.client.ServerVersion;
import dev.carmine.protocol.RespError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A script that does what not every server has a command for. It takes one key, and then the same words as the command,
 * so that its call {@linkplain #suited becomes} that command where the server has it. Immutable.
 *
 * <p>Most compare what is stored with a value, before which stands {@code IFEQ}. So that a long one need not travel, the
 * script takes {@code IFSHA1} and its digest as well.
 */
public final class Emulation extends ScriptText {
    /** In bytes. A shorter value fits into a packet, and is compared faster than it is digested. */
    static final int LONGEST_COMPARED = 1_024;

    private static final int NOT_COMPARING = 0;

    /** How servers since 7.0 name the script, behind the error of a command in it. */
    private static final Pattern PLACE_AFTER = Pattern.compile(" script: [0-9a-f]{40}, on @user_script:\\d+\\.$");

    /** How older ones do, before it: once if the command has failed, twice if the server did not run it. */
    private static final Pattern PLACE_BEFORE = Pattern.compile(
            "^ERR Error running script \\(call to \\w+\\): @user_script:\\d+: (?:@user_script: \\d+: -)?(?=[A-Z][A-Z0-9]+ )");

    private static final byte[] IFSHA1 = ascii("IFSHA1");

    /** Where the key stands in a call of the script: behind the name, the digest, and the number of keys. */
    private static final int KEY = 3;

    /** {@code SET key value IFEQ expected …}. */
    public static final Emulation SET_IF_EQUAL = new Emulation(
            "compareAndSet", "set-if-equal.lua", 2, new Native(redis("8.4"), SET), new Native(valkey("8.1"), SET));

    /** {@code DELEX key IFEQ expected}; the name of {@code DELIFEQ} has the condition in it. */
    public static final Emulation DELETE_IF_EQUAL = new Emulation(
            "compareAndDelete",
            "delete-if-equal.lua",
            1,
            new Native(redis("8.4"), DELEX),
            new Native(valkey("9.0"), DELIFEQ, words -> List.of(words.get(0), words.get(2))));

    /** {@code HSET} with {@code IFEQ}, which no server has. */
    public static final Emulation HSET_IF_EQUAL = new Emulation("compareAndHset", "hset-if-equal.lua", 3);

    /** {@code HDEL} with {@code IFEQ}, which no server has. */
    public static final Emulation HDEL_IF_EQUAL = new Emulation("compareAndHdel", "hdel-if-equal.lua", 2);

    /** {@code HSETEX key FNX FIELDS count field value …}. */
    public static final Emulation HSET_IF_NONE_EXISTS = new Emulation(
            "hsetAllIfNoneExist",
            "hset-if-none-exists.lua",
            NOT_COMPARING,
            new Native(redis("8.0"), HSETEX),
            new Native(valkey("9.0"), HSETEX));

    /** How many words behind the key {@code IFEQ} stands. */
    private final int condition;

    private final List<Native> natives;

    private Emulation(String method, String resource, int condition, Native... natives) {
        super(textOf(resource), EVALSHA.onBehalfOf(method), EVAL.onBehalfOf(method));
        this.condition = condition;
        this.natives =
                Arrays.stream(natives).map(form -> form.onBehalfOf(method)).toList();
    }

    private static String textOf(String resource) {
        try (InputStream in = Objects.requireNonNull(Emulation.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a server says of a command within a script, without where in which script that is.
     *
     * @param error the error of an emulation
     * @return the error of the command alone; the same if it is no such error
     */
    public static RespError withoutScript(RespError error) {
        String message = PLACE_AFTER
                .matcher(PLACE_BEFORE.matcher(error.message()).replaceFirst(""))
                .replaceFirst("");
        return message.equals(error.message()) ? error : new RespError(message.split(" ", 2)[0], message);
    }

    @Override
    <T extends @Nullable Object> EncodedCommand<T> suited(EncodedCommand<T> command, @Nullable ServerVersion server) {
        for (Native form : natives) {
            if (server != null && server.isAtLeast(form.since)) {
                return form.saying(command);
            }
        }
        boolean hasLongWords = command.bytes().length > LONGEST_COMPARED;
        return condition != NOT_COMPARING && hasLongWords ? digesting(command) : command;
    }

    /** The call with a digest instead of the value to compare with, if that is long. */
    private <T extends @Nullable Object> EncodedCommand<T> digesting(EncodedCommand<T> call) {
        List<byte[]> words = EncodedWords.of(call.bytes());
        int ifeq = KEY + condition;
        byte[] expected = words.get(ifeq + 1);
        if (expected.length <= LONGEST_COMPARED) {
            return call;
        }
        words.set(ifeq, IFSHA1);
        words.set(ifeq + 1, ascii(sha1(expected)));
        return call.said(call.spec(), EncodedWords.encoded(words));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The command that some servers have for it.
     *
     * @param since the first version that has it
     * @param command its name, of one word
     * @param words its words from the key on, made of those of the script
     */
    private record Native(ServerVersion since, CommandSpec command, UnaryOperator<List<byte[]>> words) {
        private static final int[] NATIVE_KEY = {1};

        Native(ServerVersion since, CommandSpec command) {
            this(since, command, UnaryOperator.identity());
        }

        Native onBehalfOf(String method) {
            return new Native(since, command.onBehalfOf(method), words);
        }

        <T extends @Nullable Object> EncodedCommand<T> saying(EncodedCommand<T> call) {
            List<byte[]> all = EncodedWords.of(call.bytes());
            List<byte[]> said = new ArrayList<>(List.of(ascii(command.name())));
            said.addAll(words.apply(all.subList(KEY, all.size())));
            return call.said(command, EncodedWords.encoded(said), NATIVE_KEY);
        }
    }
}
