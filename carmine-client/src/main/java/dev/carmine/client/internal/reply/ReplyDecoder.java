package dev.carmine.client.internal.reply;

import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.protocol.RespReader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply in two steps: {@link #read} on the connection's thread, {@link #finish} where the caller's code may run.
 * Decoders are stateless and shared.
 *
 * @param <T> what the reply becomes
 */
public abstract class ReplyDecoder<T extends @Nullable Object> {

    /** For the decoders of this package. */
    ReplyDecoder() {}

    /**
     * Reads a complete reply that is not an error. Only our own code runs here. Throws if the reply is not of a kind
     * that the command can answer, and may then leave the cursor anywhere within the frame.
     *
     * @param frame the cursor, at the beginning of the reply
     * @return what {@link #finish} takes
     */
    public abstract @Nullable Object read(RespReader frame);

    /**
     * Makes the result from what was read. Code of the user may run here, and whatever it throws is thrown.
     *
     * @param read what {@link #read} has returned
     * @return the result
     */
    public T finish(@Nullable Object read) {
        return Unchecked.cast(read);
    }

    /**
     * Whether {@link #finish} does anything.
     *
     * @return false if what {@link #read} returns is the result already
     */
    public boolean hasFinisher() {
        return false;
    }

    /**
     * A decoder of the same replies that reads the stored values in them as another type.
     *
     * @param type what to read them as
     * @return a decoder that {@link #needsValues() needs} the client's way to store values
     * @throws UnsupportedOperationException if this decoder does not know where stored values stand
     */
    public ReplyDecoder<?> storedAs(TypeRef<?> type) {
        throw new UnsupportedOperationException("a decoder of what @Stored marks must know its Shape");
    }

    /**
     * Whether {@link #finish} cannot work before {@link #with}.
     *
     * @return true if it reads objects, and was not told how
     */
    public boolean needsValues() {
        return false;
    }

    /**
     * This decoder, told how stored values are read.
     *
     * @param values the client's way to store values, and the command that is decoded
     * @return a decoder that can finish
     */
    public ReplyDecoder<T> with(StoredValues values) {
        return this;
    }

    /**
     * A decoder that applies a function to what this one gives.
     *
     * @param function the user's function, which runs in {@link #finish}
     * @param <R> what it gives
     * @return the composition
     */
    public final <R extends @Nullable Object> ReplyDecoder<R> map(Function<? super T, ? extends R> function) {
        return new MappedDecoder<>(this, function);
    }
}
