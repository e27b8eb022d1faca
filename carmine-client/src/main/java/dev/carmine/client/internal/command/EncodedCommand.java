package dev.carmine.client.internal.command;

import dev.carmine.client.Command;
import dev.carmine.client.internal.reply.ReplyDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command ready for the wire: all its bytes, where its keys stand, and how its reply is read. This is the form every
 * command has or takes on before it is queued, kept to one object and one array because one is made for every call.
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
    private final boolean markedRepeatable;

    EncodedCommand(CommandSpec spec, byte[] bytes, int[] keyPositions, ReplyDecoder<T> decoder) {
        this(spec, bytes, keyPositions, decoder, false);
    }

    private EncodedCommand(
            CommandSpec spec, byte[] bytes, int[] keyPositions, ReplyDecoder<T> decoder, boolean markedRepeatable) {
        this.spec = spec;
        this.bytes = bytes;
        this.keyPositions = keyPositions;
        this.decoder = decoder;
        this.markedRepeatable = markedRepeatable;
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
     * The command as it goes over the wire.
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
        return markedRepeatable || spec.isReadOnly();
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
        return spec.refusal();
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
        return new EncodedCommand<>(spec, bytes, keyPositions, other, markedRepeatable);
    }

    /**
     * The same command, marked as safe to run twice.
     *
     * @return the marked command
     */
    public EncodedCommand<T> repeatable() {
        return new EncodedCommand<>(spec, bytes, keyPositions, decoder, true);
    }

    /** The name alone: arguments may be secret. */
    @Override
    public String toString() {
        return spec.name();
    }
}
