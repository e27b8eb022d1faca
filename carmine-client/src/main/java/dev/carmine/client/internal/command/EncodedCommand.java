package dev.carmine.client.internal.command;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Command;
import dev.carmine.client.Serializer;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.client.internal.reply.ReplyDecoder;
import dev.carmine.client.internal.value.StoredValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command in the form that is sent: all its bytes, where its keys stand, and how its reply is read. Kept to one object
 * and one array because one is made for every call.
 *
 * <p>A command that stores or reads objects needs the serializer of the client that runs it, and so is made
 * {@link #ready} by that client before it is queued: then the objects take their places among the bytes, and the decoder
 * is told how to read.
 *
 * @param <T> what the reply becomes
 */
public final class EncodedCommand<T extends @Nullable Object> implements Command<T> {
    private final CommandSpec spec;

    /** The whole RESP array. Shared between commands that differ in their decoders only; never modified. */
    private final byte[] bytes;

    /** The positions of the keys among the words, the name's words counted in, ascending. Often shared; never modified. */
    private final int[] keyPositions;

    private final ReplyDecoder<T> decoder;

    /** What is still to be serialized, and has empty words in its places; null if there is nothing. */
    private final @Nullable PendingValues pending;

    EncodedCommand(CommandSpec spec, byte[] bytes, int[] keyPositions, ReplyDecoder<T> decoder) {
        this(spec, bytes, keyPositions, decoder, null);
    }

    EncodedCommand(
            CommandSpec spec,
            byte[] bytes,
            int[] keyPositions,
            ReplyDecoder<T> decoder,
            @Nullable PendingValues pending) {
        this.spec = spec;
        this.bytes = bytes;
        this.keyPositions = keyPositions;
        this.decoder = decoder;
        this.pending = pending;
    }

    /**
     * The encoded form of any command.
     *
     * @param command a command of either kind
     * @param <T> what its reply becomes
     * @return the command itself, or the encoding of a {@link OpenCommand}
     */
    @SuppressWarnings("unchecked") // An OpenCommand is a Command<@Nullable Object> and of no other T.
    public static <T extends @Nullable Object> EncodedCommand<T> of(Command<T> command) {
        return command instanceof OpenCommand open ? (EncodedCommand<T>) open.encoded() : (EncodedCommand<T>) command;
    }

    /**
     * The command as it goes over the wire, if it is complete.
     *
     * @return the whole RESP array; not a copy, and not to be modified
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The command's name and flags.
     *
     * @return what is known of commands of this name
     */
    public CommandSpec spec() {
        return spec;
    }

    /**
     * How the reply is read.
     *
     * @return the decoder
     */
    public ReplyDecoder<T> decoder() {
        return decoder;
    }

    /**
     * Whether running the command twice does no harm, because it only reads or because the caller said so.
     *
     * @return true if it may be sent again when its fate is unknown
     */
    public boolean isRepeatable() {
        return spec.isRepeatable(bytes);
    }

    /**
     * How long the server may hold back the reply, as the command's own words say.
     *
     * @return the time in nanoseconds; 0 if it does not block, {@link Long#MAX_VALUE} if it may block for ever
     */
    public long blockNanos() {
        return spec.blocking().nanos(bytes);
    }

    /**
     * How long commands may take: what commands that do not block are given, and the time that the others may block.
     *
     * @param timeout of commands that do not block, in nanoseconds
     * @param commands the commands
     * @return the sum in nanoseconds; {@link Long#MAX_VALUE} if one may block for ever
     */
    public static long boundOf(long timeout, EncodedCommand<?>... commands) {
        long sum = timeout;
        for (EncodedCommand<?> command : commands) {
            long block = command.blockNanos();
            sum = sum > Long.MAX_VALUE - block ? Long.MAX_VALUE : sum + block;
        }
        return sum;
    }

    /**
     * Why the command must not run on a connection that others use, with what to do instead.
     *
     * @return the advice, or null if the command is harmless
     */
    public @Nullable String refusal() {
        return spec.refusalOf(bytes);
    }

    /**
     * Why the command must not run even on a connection that nobody else uses, with what to do instead.
     *
     * @return the advice, or null if it may run there
     */
    public @Nullable String refusalInSession() {
        return ConnectionState.isRefusedEverywhere(spec.name()) ? refusal() : null;
    }

    @Override
    public List<byte[]> keys() {
        if (keyPositions.length == 0) {
            return List.of();
        }
        List<byte[]> words = EncodedWords.of(bytes);
        List<byte[]> keys = new ArrayList<>(keyPositions.length);
        for (int position : keyPositions) {
            keys.add(words.get(position));
        }
        return keys;
    }

    /**
     * The same words with the reply read differently.
     *
     * @param other how to read it
     * @param <R> what the reply becomes then
     * @return the command with that decoder
     */
    public <R extends @Nullable Object> EncodedCommand<R> readBy(ReplyDecoder<R> other) {
        return new EncodedCommand<>(spec, bytes, keyPositions, other, pending);
    }

    /**
     * The same words with the stored values in the reply read as another type.
     *
     * @param type what to read them as
     * @param <R> what the reply becomes then: the same with that type in the place of text
     * @return the command with such a decoder
     */
    public <R extends @Nullable Object> EncodedCommand<R> storedAs(TypeRef<?> type) {
        return Unchecked.cast(type.type() == String.class ? this : readBy(decoder.storedAs(type)));
    }

    /**
     * This command, complete: nothing of it needs a serializer any more.
     *
     * @param client whose serializer is used, if it is needed
     * @return this very command if it was complete
     * @throws CarmineSerializationException if a value cannot be written
     */
    public EncodedCommand<T> ready(Supplier<Serializer> client) {
        if (pending == null && !decoder.needsValues()) {
            return this;
        }
        StoredValues values = new StoredValues(client.get(), spec);
        byte[] complete = pending == null ? bytes : pending.writtenInto(bytes, values);
        return new EncodedCommand<>(spec, complete, keyPositions, decoder.with(values));
    }

    /**
     * The same command, marked as safe to run twice.
     *
     * @return the marked command
     */
    public EncodedCommand<T> repeatable() {
        return new EncodedCommand<>(spec.markedRepeatable(), bytes, keyPositions, decoder, pending);
    }

    /**
     * The same script run by its text, for a server that does not know its digest.
     *
     * @return the command; itself if it runs no script by a digest, or one whose text is not known
     */
    public EncodedCommand<T> withScriptText() {
        ScriptText script = spec.script();
        return script == null ? this : script.withText(this);
    }

    /**
     * This command, which is {@linkplain #ready complete}, in the form that suits a server best.
     *
     * @param server which server runs it; null if that is not known
     * @return this very command, unless it runs a script for which the server has a command
     */
    public EncodedCommand<T> suited(@Nullable ServerVersion server) {
        ScriptText script = spec.script();
        return script == null ? this : script.suited(this, server);
    }

    /** The same with other words that leave the keys in their places. */
    EncodedCommand<T> said(CommandSpec other, byte[] words) {
        return said(other, words, keyPositions);
    }

    /** The same with other words. */
    EncodedCommand<T> said(CommandSpec other, byte[] words, int[] keys) {
        return new EncodedCommand<>(isRepeatable() ? other.markedRepeatable() : other, words, keys, decoder, pending);
    }

    /** The name alone: arguments may be secret. */
    @Override
    public String toString() {
        return spec.name();
    }
}
