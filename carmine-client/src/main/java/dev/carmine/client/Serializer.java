package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/**
 * Turns objects into bytes and back: everything that is stored as a value and is not text, a number or bytes, which
 * Carmine stores as they are. Chosen by {@link ClientOptions.Builder#serializer}; one that all who share the stored data
 * must agree on.
 *
 * <p>It runs on threads of the program: on the one that calls, and, where there are futures, on the callback executor;
 * never on a connection's own. It must be thread-safe, must not rely on class names in the bytes, and must stay within
 * limits whatever the bytes are.
 *
 * <p>Whatever it throws fails that call alone. The message of a {@link CarmineSerializationException} is shown to the
 * user behind the command and the type, so it must not show content; of any other exception only the class is shown.
 */
public interface Serializer {

    /**
     * Writes an object.
     *
     * @param value never null, and none of the kinds that are stored as they are
     * @return its bytes; the array is then Carmine's
     * @throws CarmineSerializationException if it cannot be written
     */
    byte[] serialize(Object value);

    /**
     * Reads an object.
     *
     * @param bytes what is stored, which may have been written by anybody; not to be modified
     * @param type what is asked for
     * @param <T> what is asked for
     * @return the object; null only where that is what was written
     * @throws CarmineSerializationException if the bytes are something else
     */
    <T> @Nullable T deserialize(byte[] bytes, TypeRef<T> type);
}
