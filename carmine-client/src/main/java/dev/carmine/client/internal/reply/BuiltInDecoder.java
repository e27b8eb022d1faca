package dev.carmine.client.internal.reply;

import dev.carmine.protocol.RespReader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the result with one of our own functions and has nothing left to finish. */
final class BuiltInDecoder<T extends @Nullable Object> extends ReplyDecoder<T> {
    private final Function<RespReader, T> reading;

    BuiltInDecoder(Function<RespReader, T> reading) {
        this.reading = reading;
    }

    @Override
    public T read(RespReader frame) {
        return reading.apply(frame);
    }
}
