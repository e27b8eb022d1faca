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
 *   <li>{@link Float}, {@link Double}: the shortest decimal that reads back as the same number, {@code inf} and
 *       {@code -inf}, as scores are written. NaN is an {@link IllegalArgumentException}.
 *   <li>{@link BigDecimal}: its {@link BigDecimal#toString() text}, which keeps the scale.
 *   <li>{@code byte[]}: as it is.
 * </ul>
 *
 * Everything else is refused until it is known how it is to be stored: booleans, enums and UUIDs too, since text that
 * was written for them today could not be told from objects later.
 */
final class ValueEncoder {
    private ValueEncoder() {}

    /** Appends a value to the words of a command, whose name is in the error if the value is refused; its toString() gives that name. */
    static void write(CommandWriter writer, Object value, Object command) {
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
            writer.arg(number.doubleValue());
        } else if (value instanceof Float number) {
            write(writer, number);
        } else if (value instanceof BigInteger || value instanceof BigDecimal) {
            writer.arg(value.toString());
        } else {
            throw refusal(value, command);
        }
    }

    /** The bytes of a value by themselves; an array is copied. */
    static byte[] encode(Object value, Object command) {
        CommandWriter writer = new CommandWriter();
        write(writer, value, command);
        return EncodedWords.of(writer.toByteArray()).get(0);
    }

    /** A fraction is written with the digits of a float, since those of the nearest double are many more. */
    private static void write(CommandWriter writer, float number) {
        if (Float.isFinite(number) && number != Math.rint(number)) {
            writer.arg(Float.toString(number));
        } else {
            writer.arg((double) number);
        }
    }

    private static RuntimeException refusal(@Nullable Object value, Object command) {
        if (value == null) {
            return new NullPointerException(
                    command + ": a value must not be null, since Redis stores no nulls: delete what holds it instead");
        }
        String type = command + ": a " + value.getClass().getTypeName();
        if (value instanceof Command || value instanceof Reply || value instanceof Future) {
            return new CarmineSerializationException(
                    type + " is not a value: give what comes of it when it has been run", null);
        }
        return new CarmineSerializationException(
                type + " cannot be a value: give text (CharSequence), a number or byte[]", null);
    }
}
