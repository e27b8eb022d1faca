package dev.carmine.client.internal.value;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the types that are stored without a serializer: text, numbers and bytes. What other programs store as text for
 * truth values, enum constants and UUIDs is understood too.
 */
final class PlainValues {
    /** Neither the hexadecimal numbers nor the suffixes that Java takes. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

    /** Longer text is no number that anybody has written, and would take long to convert. */
    private static final int LONGEST_NUMBER = 10_000;

    private static final int LENGTH_OF_UUID = 36;

    private static final Map<Class<?>, Function<String, Object>> NUMBERS = Map.of(
            Byte.class, Byte::valueOf,
            Short.class, Short::valueOf,
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            BigInteger.class, BigInteger::new,
            Float.class, text -> (float) floating(text, Float::parseFloat),
            Double.class, text -> floating(text, Double::parseDouble),
            BigDecimal.class, BigDecimal::new);

    private PlainValues() {}

    /** The value, or null if the serializer is to read it. */
    static @Nullable Object read(byte[] bytes, TypeRef<?> type) {
        if (!(type.type() instanceof Class<?> wanted)) {
            return null;
        }
        if (wanted == String.class || wanted == CharSequence.class) {
            return text(bytes);
        }
        if (wanted == byte[].class) {
            return bytes;
        }
        Function<String, Object> number = NUMBERS.get(wanted);
        return number != null ? number(bytes, number) : wordOf(bytes, wanted);
    }

    /** What text must be to stand for the type; null if it may be anything, or if the bytes are no text. */
    static @Nullable String expectedOfText(byte[] bytes, TypeRef<?> type) {
        if (!(type.type() instanceof Class<?> wanted) || !isText(bytes)) {
            return null;
        }
        if (wanted == Boolean.class) {
            return "neither true, false, 1 nor 0";
        }
        if (wanted == UUID.class) {
            return "not the usual form of a UUID";
        }
        return wanted.isEnum() ? "not the name of a constant of " + wanted.getTypeName() : null;
    }

    private static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Object number(byte[] bytes, Function<String, Object> number) {
        if (bytes.length <= LONGEST_NUMBER) {
            try {
                return number.apply(text(bytes));
            } catch (NumberFormatException e) {
                // told below, without the text that it quotes
            }
        }
        throw new CarmineSerializationException("it is not a number of that kind in decimal digits", null);
    }

    /** Infinities are written as servers write scores. */
    private static double floating(String text, Function<String, ? extends Number> parser) {
        return switch (text) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> {
                if (!DECIMAL.matcher(text).matches()) {
                    throw new NumberFormatException();
                }
                yield parser.apply(text).doubleValue();
            }
        };
    }

    /** A truth value, an enum constant or a UUID, if that is what the text says. */
    private static @Nullable Object wordOf(byte[] bytes, Class<?> wanted) {
        if (wanted == Boolean.class && bytes.length <= 5) {
            return switch (text(bytes)) {
                case "1", "true" -> true;
                case "0", "false" -> false;
                default -> null;
            };
        }
        if (wanted.isEnum()) {
            String name = text(bytes);
            for (Object constant : wanted.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        if (wanted == UUID.class && bytes.length == LENGTH_OF_UUID) {
            try {
                return UUID.fromString(text(bytes));
            } catch (IllegalArgumentException e) {
                return null; // the serializer's then
            }
        }
        return null;
    }
}
