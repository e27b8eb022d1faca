package dev.carmine.client.internal.reply;

import dev.carmine.client.TypeRef;
import dev.carmine.protocol.RespReader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads stored values as text, and knows their shape, by which they can be read as something else. */
final class StoredDecoder<T extends @Nullable Object> extends ReplyDecoder<T> {
    private final Function<RespReader, T> reading;
    private final Shape<?> shape;

    StoredDecoder(Function<RespReader, T> reading, Shape<?> shape) {
        this.reading = reading;
        this.shape = shape;
    }

    @Override
    public T read(RespReader frame) {
        return reading.apply(frame);
    }

    @Override
    public ReplyDecoder<?> storedAs(TypeRef<?> type) {
        return new TypedDecoder<>(shape, type, null);
    }
}
