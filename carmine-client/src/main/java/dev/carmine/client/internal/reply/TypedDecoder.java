package dev.carmine.client.internal.reply;

import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.protocol.RespReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads stored values as a type of the user. It can do so when it has been told the client's way to store values. */
final class TypedDecoder<S extends @Nullable Object, T extends @Nullable Object> extends ReplyDecoder<T> {
    private final Shape<S> shape;
    private final TypeRef<?> type;
    private final @Nullable StoredValues values;

    TypedDecoder(Shape<S> shape, TypeRef<?> type, @Nullable StoredValues values) {
        this.shape = shape;
        this.type = type;
        this.values = values;
    }

    @Override
    public S read(RespReader frame) {
        return shape.reading().read(frame, Values::bytes);
    }

    @Override
    public T finish(@Nullable Object read) {
        StoredValues known = Objects.requireNonNull(values, "a command is made ready before it is sent");
        try {
            return Unchecked.cast(shape.mapping().map(Unchecked.cast(read), bytes -> known.read((byte[]) bytes, type)));
        } catch (Counting.Failure e) {
            throw known.notRead(e.place(), type, e.reason());
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw known.notRead(type, e);
        }
    }

    @Override
    public boolean hasFinisher() {
        return true;
    }

    @Override
    public boolean needsValues() {
        return values == null;
    }

    @Override
    public ReplyDecoder<T> with(StoredValues values) {
        return new TypedDecoder<>(shape, type, values);
    }
}
