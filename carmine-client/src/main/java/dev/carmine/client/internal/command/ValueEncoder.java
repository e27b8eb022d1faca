package dev.carmine.client.internal.command;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Command;
import dev.carmine.client.Reply;
import dev.carmine.client.Serializer;
import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.protocol.CommandWriter;
import java.io.Closeable;
import java.io.Flushable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * The one place where it is decided how a value becomes bytes.
 *
 * <ul>
 *   <li>{@link CharSequence}: its text in UTF-8. What UTF-16 does not allow, a lone surrogate, becomes {@code ?}.
 *   <li>{@link Byte}, {@link Short}, {@link Integer}, {@link Long} and {@link BigInteger}: decimal digits.
 *   <li>{@link Float}, {@link Double}: the shortest decimal that reads back as the same number, {@code inf} and
 *       {@code -inf}, as scores are written. NaN is an {@link IllegalArgumentException}.
 *   <li>{@link BigDecimal}: its {@link BigDecimal#toString() text}, which keeps the scale.
 *   <li>{@code byte[]}: as it is.
 *   <li>Everything else, truth values, characters, enum constants and UUIDs among it: what the client's serializer makes
 *       of it when the command is run.
 * </ul>
 */
public final class ValueEncoder {
    private static final String PACKAGES = "dev.carmine.client.";

    private ValueEncoder() {}

    /**
     * The bytes of a value that is to be no word of a command.
     *
     * @param value what a command would take
     * @param place what the value is, for errors
     * @param serializer the client's, which plain values do not need
     * @return an array that is the caller's
     */
    public static byte[] bytes(Object value, Object place, Supplier<Serializer> serializer) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        CommandWriter writer = new CommandWriter();
        return write(writer, value, place)
                ? EncodedWords.of(writer.toByteArray()).get(0)
                : new StoredValues(serializer.get(), place).write(value);
    }

    /**
     * Appends a plain value to the words of a command.
     *
     * @param command its toString() is the command's name, for errors
     * @return false if the value is an object for the serializer; then nothing was appended
     */
    static boolean write(CommandWriter writer, Object value, Object command) {
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
            requireStorable(value, command);
            return false;
        }
        return true;
    }

    /** A fraction is written with the digits of a float, since those of the nearest double are many more. */
    private static void write(CommandWriter writer, float number) {
        if (Float.isFinite(number) && number != Math.rint(number)) {
            writer.arg(Float.toString(number));
        } else {
            writer.arg((double) number);
        }
    }

    private static void requireStorable(@Nullable Object value, Object command) {
        if (value == null) {
            throw new NullPointerException(
                    command + ": a value must not be null, since Redis stores no nulls: delete what holds it instead");
        }
        String remedy = null;
        if (value instanceof Command
                || value instanceof Reply
                || value instanceof Future
                || value instanceof CompletionStage) {
            remedy = "give what comes of it when it has been run";
        } else if (value instanceof BaseStream
                || value instanceof Iterator
                || value instanceof Closeable
                || value instanceof Flushable) {
            remedy = "it can be read only once; give what it delivers, as a collection or as bytes";
        } else if (value instanceof Thread
                || value instanceof Class
                || value instanceof ClassLoader
                || isLambda(value)) {
            remedy = "it belongs to the running program; give its name, or what else is to be kept";
        } else if (isPartOfCarmine(value.getClass())) {
            remedy = "it has its own place among the command's arguments";
        }
        if (remedy != null) {
            throw new CarmineSerializationException(
                    command + ": " + nameOf(value) + " is not a value: " + remedy, null);
        }
    }

    /** A future's class is our own, that of a lambda is nobody's; their names would tell nothing. */
    private static String nameOf(Object value) {
        if (value instanceof Future || value instanceof CompletionStage) {
            return "a future";
        }
        return isLambda(value) ? "a lambda" : value.getClass().getTypeName();
    }

    /** Which Jackson would store as an empty object. */
    private static boolean isLambda(Object value) {
        return value.getClass().isHidden() && value.getClass().isSynthetic();
    }

    /** Argument objects and options; the records among Carmine's types are data like any other. */
    private static boolean isPartOfCarmine(Class<?> type) {
        return type.getModule() == ValueEncoder.class.getModule()
                && type.getName().startsWith(PACKAGES)
                && !type.isRecord()
                && !type.isEnum();
    }
}
