package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.protocol.RespReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reply of names with their values, a map in RESP3 and a flat list in RESP2, as records are made from: a newer server
 * may name more than the record has, and an older one less. For replies that tell of the server; those with the users'
 * data are read without such a tree.
 *
 * <p>What is asked for without {@code optional} must be there and of that kind, or the reply is not one of this command.
 */
final class Fields {
    private final Map<String, @Nullable Object> values;

    private Fields(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** Reads them at a cursor. */
    static Fields read(RespReader in) {
        return of(Values.anything(in));
    }

    /** Those that were read as a part of something else. */
    static Fields of(@Nullable Object read) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (read instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
        } else if (read instanceof List<?> list && list.size() % 2 == 0) {
            for (int i = 0; i < list.size(); i += 2) {
                values.put(String.valueOf(list.get(i)), list.get(i + 1));
            }
        } else {
            throw unexpected("names with their values", read);
        }
        return new Fields(values);
    }

    /** All of them as they were read, in the order of the reply. */
    Map<String, @Nullable Object> all() {
        return values;
    }

    /** Whether there is a value of that name, and it is not nil. */
    boolean has(String name) {
        return values.get(name) != null;
    }

    String text(String name) {
        return required(name, textOf(values.get(name)));
    }

    @Nullable String optionalText(String name) {
        return textOf(values.get(name));
    }

    /** An integer, which may stand there as text. */
    long integer(String name) {
        return required(name, optionalInteger(name));
    }

    @Nullable Long optionalInteger(String name) {
        Object value = values.get(name);
        return value == null ? null : integerOf(value);
    }

    /** An integer, or another one if the server does not tell. */
    long integerOr(String name, long other) {
        Long value = optionalInteger(name);
        return value == null ? other : value;
    }

    /** A floating-point number, which may stand there as text. */
    double number(String name) {
        return required(name, optionalNumber(name));
    }

    @Nullable Double optionalNumber(String name) {
        Object value = values.get(name);
        return value == null ? null : numberOf(value);
    }

    /** A truth value: a boolean, 1 and 0, or the texts {@code yes}, {@code no}, {@code true} and {@code false}. */
    boolean flag(String name) {
        return required(name, values.get(name) == null ? null : flagOf(values.get(name)));
    }

    /** A list, each element of which is made into something; empty if the server does not tell. */
    <T> List<T> list(String name, Function<@Nullable Object, T> element) {
        return listOf(values.get(name), element);
    }

    /** A list of texts; empty if the server does not tell. */
    List<String> texts(String name) {
        return list(name, element -> required(name, textOf(element)));
    }

    /** Names with values below a name. */
    Fields fields(String name) {
        return of(required(name, values.get(name)));
    }

    /** Names with values below a name, or null if there are none. */
    @Nullable Fields optionalFields(String name) {
        Object value = values.get(name);
        return value == null ? null : of(value);
    }

    /** A list, or a set, of what was read; empty for nil. */
    static <T> List<T> listOf(@Nullable Object read, Function<@Nullable Object, T> element) {
        if (read == null) {
            return List.of();
        }
        if (read instanceof List<?> list) {
            return list.stream().map(element).toList();
        }
        if (read instanceof Set<?> set) {
            return set.stream().map(element).toList();
        }
        throw unexpected("a list", read);
    }

    static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static long integerOf(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        try {
            return Long.parseLong(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw unexpected("an integer", value);
        }
    }

    static double numberOf(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return switch (String.valueOf(value)) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> {
                try {
                    yield Double.parseDouble(String.valueOf(value));
                } catch (NumberFormatException e) {
                    throw unexpected("a number", value);
                }
            }
        };
    }

    static boolean flagOf(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        return switch (String.valueOf(value)) {
            case "1", "yes", "true" -> true;
            case "0", "no", "false" -> false;
            default -> throw unexpected("a truth value", value);
        };
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new CarmineProtocolException("the reply has no value of the name " + name, -1, null);
        }
        return value;
    }

    /** Says of what kind it is, and never what it is. */
    private static CarmineProtocolException unexpected(String expected, @Nullable Object read) {
        String kind = read == null ? "nil" : read.getClass().getSimpleName();
        return new CarmineProtocolException("expected " + expected + " but the reply has " + kind, -1, null);
    }
}
