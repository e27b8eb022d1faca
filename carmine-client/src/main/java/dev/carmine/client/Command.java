package dev.carmine.client;

import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.command.OpenCommand;
import dev.carmine.client.internal.command.Since;
import dev.carmine.client.internal.reply.Decoders;
import dev.carmine.protocol.RespValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One command and how its reply is read: an immutable value, safe to keep, to share and to send many times. What to do
 * with it is a separate matter: wait for the reply, take a future, put it into a pipeline or a transaction.
 *
 * <p>Commands come from the factories of {@code dev.carmine.client.command}, such as {@code Strings.get("k")}, or from
 * {@link #of(String)} for whatever the server knows and Carmine does not. They are encoded when they are made, all but
 * objects: these are serialized when the command is run, by the client that runs it, and so must not be changed in
 * between. A value that cannot be encoded throws there, and never disturbs a connection.
 *
 * @param <T> what the reply becomes; nullable where the server can answer nil
 */
public sealed interface Command<T extends @Nullable Object> permits GenericCommand, EncodedCommand {

    /**
     * Begins any command the server may know. It is read-only, blocking or refused on shared connections just as the
     * typed command of that name is, however its name is written.
     *
     * @param name the command's words, separated by blanks: {@code "GET"}, {@code "client list"}
     * @return the command without arguments yet
     * @throws IllegalArgumentException if the name is blank, or goes on behind that of a command which has no subcommands:
     *     arguments are given by {@link GenericCommand#arg} and {@link GenericCommand#key(String)}
     */
    static GenericCommand of(String name) {
        return OpenCommand.named(name);
    }

    /**
     * The name in capitals, with the subcommand if there is one: {@code "CONFIG GET"}.
     *
     * @return the name
     */
    default String name() {
        return EncodedCommand.of(this).spec().name();
    }

    /**
     * Whether the server never changes data because of this command, so that it may be sent again when its first fate
     * is unknown.
     *
     * @return true if it only reads
     */
    default boolean isReadOnly() {
        return EncodedCommand.of(this).spec().isReadOnly();
    }

    /**
     * What a server must be to have a command of this name, as in {@code Redis 7.4 or Valkey 9.0}. An option of the
     * command may need more; see its Javadoc.
     *
     * @return words for people; null if Carmine does not know the command
     * @see ServerVersion#supports
     */
    default @Nullable String needs() {
        Since since = EncodedCommand.of(this).spec().since();
        return since == null ? null : since.toString();
    }

    /**
     * Whether the server may hold the reply back until something happens, as with {@code BLPOP}, or with {@code XREAD}
     * if it has the word {@code BLOCK}. Such a command runs on a connection of its own.
     *
     * @return true if it may block
     */
    default boolean isBlocking() {
        return EncodedCommand.of(this).blockNanos() > 0;
    }

    /**
     * The keys the command names, in order, as copies of their encoded bytes.
     *
     * @return the keys; empty if it names none
     */
    default List<byte[]> keys() {
        return EncodedCommand.of(this).keys();
    }

    /**
     * The same command with its reply read as text. This replaces whatever reading it had, {@link #map} included, as do
     * the other methods named {@code as…}.
     *
     * @return a command that gives text, or null for nil
     */
    default Command<@Nullable String> asText() {
        return EncodedCommand.of(this).readBy(Decoders.NULLABLE_TEXT);
    }

    /**
     * The same command with its reply read as an integer, which may also arrive as decimal text.
     *
     * @return a command that gives an integer, or null for nil
     */
    default Command<@Nullable Long> asLong() {
        return EncodedCommand.of(this).readBy(Decoders.NULLABLE_LONG);
    }

    /**
     * The same command with its reply read as a floating-point number, which may also arrive as text.
     *
     * @return a command that gives a number, or null for nil
     */
    default Command<@Nullable Double> asDouble() {
        return EncodedCommand.of(this).readBy(Decoders.NULLABLE_DOUBLE);
    }

    /**
     * The same command with its reply read as a truth value: a RESP3 boolean, 1 and 0, the texts {@code "1"},
     * {@code "0"}, {@code "true"} and {@code "false"}, and {@code OK} for true.
     *
     * @return a command that gives a truth value, or null for nil
     */
    default Command<@Nullable Boolean> asBool() {
        return EncodedCommand.of(this).readBy(Decoders.NULLABLE_BOOL);
    }

    /**
     * The same command with its reply read as bytes, exactly as stored.
     *
     * @return a command that gives a fresh array, or null for nil
     */
    default Command<byte @Nullable []> asBytes() {
        return EncodedCommand.of(this).readBy(Decoders.NULLABLE_BYTES);
    }

    /**
     * The same command with its reply read as an object: one value, as it was stored through the serializer of the
     * client that runs the command, or text, a number or bytes where the type is one of those. For replies with several
     * values use a view, such as {@link Carmine#as(Class)}.
     *
     * @param type what to read it as
     * @param <R> what to read it as
     * @return a command that gives an object, or null for nil; it fails with {@link CarmineSerializationException} if
     *     something else is stored
     */
    default <R> Command<@Nullable R> as(Class<R> type) {
        return as(TypeRef.of(type));
    }

    /**
     * The same command with its reply read as an object of a type with type arguments.
     *
     * @param type what to read it as
     * @param <R> what to read it as
     * @return a command that gives an object, or null for nil; it fails with {@link CarmineSerializationException} if
     *     something else is stored
     * @see #as(Class)
     */
    default <R> Command<@Nullable R> as(TypeRef<R> type) {
        return EncodedCommand.of(this).readBy(Decoders.valueAs(type));
    }

    /**
     * The same command with its reply read as a map of texts: a RESP3 map, or a list in which names and values
     * alternate. The map keeps the order of the reply.
     *
     * @return a command that gives a map, or null for nil
     */
    default Command<@Nullable Map<String, @Nullable String>> asMap() {
        return EncodedCommand.of(this).readBy(Decoders.NULLABLE_MAP);
    }

    /**
     * The same command with its reply as the server has sent it, types and nesting included. An error as the whole reply
     * is thrown as ever; one inside a collection is an element.
     *
     * @return a command that gives a tree of RESP values
     */
    default Command<RespValue> asRaw() {
        return EncodedCommand.of(this).readBy(Decoders.RAW);
    }

    /**
     * The same command with its reply read as {@link GenericCommand} describes, but with a {@code byte[]} in the place of
     * every text, exactly as the server has sent it: for scripts that return text and stored bytes side by side. In a
     * set, or as the key of a map, an array equals itself alone.
     *
     * @return a command that gives what the server has answered
     */
    default Command<@Nullable Object> asBinary() {
        return EncodedCommand.of(this).readBy(Decoders.ANYTHING_BINARY);
    }

    /**
     * The same command with its reply read past, where only an error matters: nothing is made of what may be large.
     *
     * @return a command that gives null
     */
    default Command<@Nullable Void> suppress() {
        return EncodedCommand.of(this).readBy(Decoders.NOTHING);
    }

    /**
     * The same command with a function applied to what its reply was read as. The function runs on the thread that
     * waits for the reply, or on the callback executor, never on a connection's own thread; if it throws, that call
     * alone fails.
     *
     * @param function what to make of the reply
     * @param <R> what the function gives
     * @return a command that gives the function's result
     */
    default <R extends @Nullable Object> Command<R> map(Function<? super T, ? extends R> function) {
        EncodedCommand<T> encoded = EncodedCommand.of(this);
        return encoded.readBy(encoded.decoder().map(function));
    }

    /**
     * The same command, marked as safe to run twice: it may be sent again when a lost connection leaves its fate
     * unknown, as only read-only commands are otherwise.
     *
     * @return the marked command
     */
    default Command<T> retryable() {
        return EncodedCommand.of(this).repeatable();
    }
}
