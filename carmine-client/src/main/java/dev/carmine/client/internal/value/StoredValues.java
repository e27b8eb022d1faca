package dev.carmine.client.internal.value;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.Unchecked;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stored values of one command as objects: plain ones by rules that never change, all others by the client's
 * serializer. Whatever goes wrong is told with the command and the type, and without content: neither messages nor
 * causes of other exceptions are passed on, since they quote what could not be read.
 *
 * @param serializer the client's
 * @param command for messages
 */
public record StoredValues(Serializer serializer, Object command) {

    /**
     * Reads one value that came otherwise than as a command's reply.
     *
     * @param serializer the client's, which text does not need
     * @param place what the value is, for messages
     * @throws CarmineSerializationException if it is not what is asked for
     */
    public static <T> T value(Supplier<Serializer> serializer, Object place, byte[] bytes, TypeRef<T> type) {
        if (type.type() == String.class) {
            return Unchecked.cast(new String(bytes, StandardCharsets.UTF_8));
        }
        StoredValues values = new StoredValues(serializer.get(), place);
        try {
            return Unchecked.cast(values.read(bytes, type));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw values.notRead(type, e);
        }
    }

    /**
     * The bytes of an object that is not plain.
     *
     * @throws CarmineSerializationException if it cannot be written
     */
    @SuppressWarnings("ConstantValue") // The serializer may be anybody's.
    public byte[] write(Object value) {
        byte[] bytes;
        try {
            bytes = serializer.serialize(value);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw failure(value.getClass().getTypeName() + " cannot be written", e);
        }
        if (bytes == null) {
            throw failure(
                    value.getClass().getTypeName() + " cannot be written",
                    new CarmineSerializationException("the serializer has given null", null));
        }
        return bytes;
    }

    /**
     * Reads what is stored. May throw anything; see {@link #notRead}.
     *
     * @throws CarmineSerializationException if it is not what is asked for
     */
    public Object read(byte[] bytes, TypeRef<?> type) {
        Object plain = PlainValues.read(bytes, type);
        Object value = plain != null ? plain : deserialized(bytes, type);
        if (value == null) {
            throw new CarmineSerializationException("a null is stored there", null);
        }
        Class<?> wanted = rawClass(type);
        if (!wanted.isInstance(value)) {
            throw new CarmineSerializationException(
                    "the serializer has made something else of it: "
                            + value.getClass().getTypeName(),
                    null);
        }
        return value;
    }

    private @Nullable Object deserialized(byte[] bytes, TypeRef<?> type) {
        try {
            return serializer.deserialize(bytes, type);
        } catch (CarmineSerializationException e) {
            String expected = PlainValues.expectedOfText(bytes, type);
            throw expected == null ? e : new CarmineSerializationException("it is text, and " + expected, e);
        }
    }

    /** What the caller gets when the only value of a reply could not be read. */
    public CarmineSerializationException notRead(TypeRef<?> type, Throwable e) {
        return notRead("the value", type, e);
    }

    /**
     * What the caller gets when reading, or putting what was read into a collection, has thrown.
     *
     * @param place which of the values in the reply it is
     */
    public CarmineSerializationException notRead(String place, TypeRef<?> type, Throwable e) {
        return failure(place + " cannot be read as " + type, e);
    }

    private CarmineSerializationException failure(String what, Throwable e) {
        String start = command + ": " + what + ": ";
        if (e instanceof CarmineSerializationException told) {
            Throwable cause = told.getCause();
            return new CarmineSerializationException(
                    start + told.getMessage(),
                    cause == null || cause instanceof WithoutContent ? cause : new WithoutContent(cause));
        }
        return new CarmineSerializationException(
                start + "the serializer, or the type itself, has thrown "
                        + e.getClass().getName(),
                new WithoutContent(e));
    }

    private static Class<?> rawClass(TypeRef<?> type) {
        if (type.type() instanceof Class<?> simple) {
            return simple;
        }
        return type.type() instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : Object.class; // an array of a generic type, which nobody can check in depth anyway
    }
}
