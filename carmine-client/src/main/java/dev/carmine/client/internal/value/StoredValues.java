package dev.carmine.client.internal.value;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;

/**
 * Stored values of one command as objects: plain ones by rules that never change, all others by the client's
 * serializer. Whatever goes wrong is told with the command and the type, and without content: neither messages nor
 * causes of a serializer's exceptions are passed on, since they quote what they could not read.
 *
 * @param serializer the client's
 * @param command for messages
 */
public record StoredValues(Serializer serializer, Object command) {

    /** The bytes of an object that is not plain. */
    public byte[] write(Object value) {
        String what = command + ": a " + value.getClass().getTypeName() + " cannot be written: ";
        try {
            return serializer.serialize(value);
        } catch (CarmineSerializationException e) {
            throw new CarmineSerializationException(what + e.getMessage(), e.getCause());
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(what, e);
        }
    }

    /** Reads what is stored. */
    public <T> T read(byte[] bytes, TypeRef<T> type) {
        String what = command + ": the value cannot be read as a " + type + ": ";
        try {
            T plain = PlainValues.read(bytes, type);
            T value = plain != null ? plain : serializer.deserialize(bytes, type);
            if (value == null) {
                throw new CarmineSerializationException("a null is stored there", null);
            }
            return value;
        } catch (CarmineSerializationException e) {
            throw new CarmineSerializationException(what + e.getMessage(), e.getCause());
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(what, e);
        }
    }

    private static CarmineSerializationException failed(String what, Throwable e) {
        return new CarmineSerializationException(
                what + "the serializer has thrown " + e.getClass().getName(), new WithoutContent(e));
    }
}
