package dev.carmine.client.internal.command;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Command;
import dev.carmine.client.Reply;
import dev.carmine.protocol.CommandWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a value becomes bytes.
 *
 * <ul>
 *   <li>{@link CharSequence}: its text in UTF-8.
 *   <li>{@link Byte}, {@link Short}, {@link Integer}, {@link Long} and {@link BigInteger}: decimal digits.
 *   <li>{@link Float}, {@link Double}: the shortest decimal that reads back as the same number, {@code inf},
 *       {@code -inf}, {@code nan}, as scores are written.
 *   <li>{@link BigDecimal}: its {@link BigDecimal#toString() text}, which keeps the scale.
 *   <li>{@code byte[]}: as it is.
 * </ul>
 *
 * Everything else is refused until it is known how it is to be stored: booleans, enums and UUIDs too, since text that
 * was written for them today could not be told from objects later.
 */
final class ValueEncoder {
    private ValueEncoder() {}

    static void write(CommandWriter writer, Object value) {
        if (value instanceof CharSequence text) {
            writer.arg(text);
        } else if (value instanceof byte[] bytes) {
            writer.arg(bytes);
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            writer.arg(((Number) value).longValue());
        } else if (value instanceof Double number) {
            writer.arg(number);
        } else if (value instanceof Float || value instanceof BigInteger || value instanceof BigDecimal) {
            writer.arg(value.toString());
        } else {
            throw refusal(value);
        }
    }

    /** The bytes of a value by themselves; an array is copied. */
    static byte[] encode(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        CommandWriter writer = new CommandWriter();
        write(writer, value);
        return EncodedWords.of(writer.toByteArray()).get(0);
    }

    private static RuntimeException refusal(@Nullable Object value) {
        if (value == null) {
            return new NullPointerException("A value must not be null: Redis stores no nulls, delete the key instead");
        }
        String type = value.getClass().getTypeName();
        if (value instanceof Command || value instanceof Reply || value instanceof Future) {
            return new CarmineSerializationException(
                    "A " + type + " is not a value: run the command or wait for the result, and give what comes of it",
                    null);
        }
        return new CarmineSerializationException(
                "A " + type + " cannot be a value: give text (CharSequence), a number or byte[]", null);
    }
}
