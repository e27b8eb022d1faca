package dev.carmine.client;

import dev.carmine.client.internal.command.ValueEncoder;
import dev.carmine.client.internal.value.StoredValues;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Turns values into bytes and back exactly as commands do: text, numbers and bytes as they are, all else by the client's
 * serializer. For values that are to be stored within something larger, such as an envelope, or that a script returns
 * among other things. It comes from {@link Carmine#values}. Immutable and thread-safe.
 */
public final class ValueCodec {
    private final Supplier<Serializer> serializer;
    private final String place;

    ValueCodec(Supplier<Serializer> serializer, String place) {
        this.serializer = serializer;
        this.place = Objects.requireNonNull(place, "place");
    }

    /**
     * The bytes that a command would store.
     *
     * @param value text, a number, bytes or an object
     * @return a fresh array
     * @throws CarmineSerializationException if it is of a kind that cannot be stored, or cannot be written
     * @throws IllegalArgumentException if it is NaN
     * @throws NullPointerException if it is null, since Redis stores no nulls
     */
    public byte[] encode(Object value) {
        return ValueEncoder.bytes(value, place, serializer);
    }

    /**
     * Reads what a command has stored.
     *
     * @param bytes what is stored; not to be modified, for it is the value itself where bytes are asked for
     * @param type what to read it as
     * @param <T> what to read it as
     * @return the value
     * @throws CarmineSerializationException if something else is stored
     */
    public <T> T decode(byte[] bytes, TypeRef<T> type) {
        return StoredValues.value(serializer, place, bytes, type);
    }

    /** What the values are: {@code ValueCodec[the body of a message]}. */
    @Override
    public String toString() {
        return "ValueCodec[" + place + "]";
    }
}
