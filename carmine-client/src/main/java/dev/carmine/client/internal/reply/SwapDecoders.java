package dev.carmine.client.internal.reply;

import dev.carmine.client.TypeRef;
import org.jspecify.annotations.Nullable;

/** The decoders of what is read to be swapped. */
public final class SwapDecoders {
    /** First the bytes stand for the value too. */
    private static final Shape<SeenValue<Object>> SEEN = new Shape<>(
            (in, value) -> {
                Object bytes = value.apply(in);
                return new SeenValue<>((byte[]) bytes, bytes);
            },
            // What it is read as may be the very bytes that it is read from, and be changed.
            (read, function) ->
                    new SeenValue<>(read.bytes(), function.apply(read.bytes().clone())));

    private SwapDecoders() {}

    /** A stored value with its bytes, or null. */
    public static <V> ReplyDecoder<@Nullable SeenValue<V>> seen(TypeRef<V> type) {
        return new TypedDecoder<>(SEEN.nullable(), type, null);
    }
}
