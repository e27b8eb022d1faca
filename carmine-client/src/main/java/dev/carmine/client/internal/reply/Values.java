package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.protocol.RespError;
import dev.carmine.protocol.RespReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one value at a cursor; what {@link Decoders} is made of. Collections keep the order of the reply. */
final class Values {
    private Values() {}

    /** Null for nil, else what the reader makes of it. */
    static <T> @Nullable T orNull(RespReader in, Function<RespReader, T> reader) {
        if (in.isNull()) {
            in.skip();
            return null;
        }
        return reader.apply(in);
    }

    static String text(RespReader in) {
        String text = in.readText();
        if (text == null) {
            throw unexpectedNull("text");
        }
        return text;
    }

    static byte[] bytes(RespReader in) {
        byte[] bytes = in.readBytes();
        if (bytes == null) {
            throw unexpectedNull("bytes");
        }
        return bytes;
    }

    /** Boxed by hand, so that method references give {@code Function<RespReader, Long>} without a second boxing rule. */
    static Long integer(RespReader in) {
        return in.readLong();
    }

    static Double number(RespReader in) {
        return in.readDouble();
    }

    static Boolean bool(RespReader in) {
        return in.readBoolean();
    }

    /** A truth value in any of the forms in which people store one. */
    static Boolean lenientBool(RespReader in) {
        return switch (in.type()) {
            case BOOLEAN, INTEGER -> in.readBoolean();
            default ->
                switch (text(in)) {
                    case "1", "true", "OK" -> true;
                    case "0", "false" -> false;
                    default ->
                        throw new CarmineSerializationException(
                                "The reply is none of the texts that stand for a truth value: 1, 0, true, false, OK",
                                null);
                };
        };
    }

    static <T extends @Nullable Object> List<T> list(RespReader in, Function<RespReader, T> element) {
        int size = size(in);
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.apply(in));
        }
        return list;
    }

    static <T extends @Nullable Object> Set<T> set(RespReader in, Function<RespReader, T> element) {
        int size = size(in);
        Set<T> set = new LinkedHashSet<>(capacity(size));
        for (int i = 0; i < size; i++) {
            set.add(element.apply(in));
        }
        return set;
    }

    static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> map(
            RespReader in, Function<RespReader, K> key, Function<RespReader, V> value) {
        int size = in.readMapSize();
        if (size < 0) {
            throw unexpectedNull("a map");
        }
        Map<K, V> map = new LinkedHashMap<>(capacity(size));
        for (int i = 0; i < size; i++) {
            K name = key.apply(in);
            map.put(name, value.apply(in));
        }
        return map;
    }

    /**
     * Pairs as a list: one flat array in RESP2, an array of arrays of two in RESP3, or a map; the same elements in all
     * three.
     */
    static <T> List<T> pairs(RespReader in, Function<RespReader, T> pair) {
        int size = size(in);
        boolean nested = size > 0 && isAggregate(in);
        if (!nested && size % 2 != 0) {
            throw new CarmineProtocolException("expected pairs but the reply has " + size + " elements", -1, null);
        }
        int count = nested ? size : size / 2;
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (nested) {
                expectArray(in, 2);
            }
            list.add(pair.apply(in));
        }
        return list;
    }

    /** Enters an array that must have a certain number of elements. */
    static void expectArray(RespReader in, int elements) {
        int size = in.readArraySize();
        if (size != elements) {
            throw new CarmineProtocolException(
                    "expected an array of " + elements + " but the reply has one of " + size, -1, null);
        }
    }

    /** Whatever it is, as the type that {@code GenericCommand} promises. Depth is limited by the protocol. */
    static @Nullable Object anything(RespReader in) {
        return anything(in, RespReader::readText);
    }

    /** The same with bytes in the place of text. */
    static @Nullable Object anythingBinary(RespReader in) {
        return anything(in, RespReader::readBytes);
    }

    private static @Nullable Object anything(RespReader in, Function<RespReader, @Nullable Object> text) {
        Function<RespReader, @Nullable Object> element = inner -> anything(inner, text);
        return switch (in.type()) {
            case NULL -> {
                in.skip();
                yield null;
            }
            case SIMPLE_STRING, BULK_STRING, VERBATIM_STRING -> text.apply(in);
            case INTEGER -> in.readLong();
            case DOUBLE -> in.readDouble();
            case BOOLEAN -> in.readBoolean();
            case BIG_NUMBER -> new BigInteger(text(in));
            case SIMPLE_ERROR, BULK_ERROR -> error(in);
            case MAP -> map(in, element, element);
            case SET -> set(in, element);
            case ARRAY, PUSH, ATTRIBUTE -> list(in, element);
        };
    }

    private static CarmineServerException error(RespReader in) {
        RespError error = in.readError();
        return new CarmineServerException(error.code(), error.message());
    }

    private static boolean isAggregate(RespReader in) {
        return switch (in.type()) {
            case ARRAY, SET, PUSH -> true;
            default -> false;
        };
    }

    private static int size(RespReader in) {
        int size = in.readArraySize();
        if (size < 0) {
            throw unexpectedNull("a list");
        }
        return size;
    }

    static int capacity(int size) {
        return size * 4 / 3 + 1;
    }

    private static CarmineProtocolException unexpectedNull(String expected) {
        return new CarmineProtocolException("expected " + expected + " but the reply is nil", -1, null);
    }
}
