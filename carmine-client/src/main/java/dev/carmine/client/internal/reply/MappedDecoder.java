package dev.carmine.client.internal.reply;

import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.protocol.RespReader;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what another decoder reads, and finishes with a function of the user. */
final class MappedDecoder<S extends @Nullable Object, T extends @Nullable Object> extends ReplyDecoder<T> {
    private final ReplyDecoder<S> source;
    private final Function<? super S, ? extends T> function;

    MappedDecoder(ReplyDecoder<S> source, Function<? super S, ? extends T> function) {
        this.source = source;
        this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    public @Nullable Object read(RespReader frame) {
        return source.read(frame);
    }

    @Override
    public T finish(@Nullable Object read) {
        return function.apply(source.finish(read));
    }

    @Override
    public boolean hasFinisher() {
        return true;
    }

    @Override
    public boolean needsValues() {
        return source.needsValues();
    }

    @Override
    public ReplyDecoder<T> with(StoredValues values) {
        return new MappedDecoder<>(source.with(values), function);
    }
}
