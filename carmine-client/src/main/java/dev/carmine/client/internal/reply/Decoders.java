package dev.carmine.client.internal.reply;

import dev.carmine.client.TypeRef;
import dev.carmine.protocol.RespReader;
import dev.carmine.protocol.RespValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The decoders that commands name. Those named after a plain type throw if the reply is nil, those that begin with
 * {@code NULLABLE} give null. Those that speak of values and members are for what users have stored: text, unless
 * another type is asked for.
 */
public final class Decoders {
    /** Text, such as a value that is always there, or {@code OK}. */
    public static final ReplyDecoder<String> TEXT = reading(Values::text);

    /** Text or null. */
    public static final ReplyDecoder<@Nullable String> NULLABLE_TEXT = reading(RespReader::readText);

    /** A stored value or null. */
    public static final ReplyDecoder<@Nullable String> NULLABLE_VALUE =
            stored(RespReader::readText, Shape.VALUE.nullable());

    /** A list of stored values. */
    public static final ReplyDecoder<List<String>> VALUES = stored(Decoders::texts, Shape.VALUE.list());

    /** A list of stored values, or null for the whole of it. */
    public static final ReplyDecoder<@Nullable List<String>> NULLABLE_VALUES =
            stored(in -> Values.orNull(in, Decoders::texts), Shape.VALUE.list().nullable());

    /** A list of stored values, each of which may be null. */
    public static final ReplyDecoder<List<@Nullable String>> OPTIONAL_VALUES = stored(
            in -> Values.list(in, RespReader::readText), Shape.VALUE.nullable().list());

    /** A set of stored values, in the order of the reply. */
    public static final ReplyDecoder<Set<String>> VALUE_SET = stored(Decoders::textSet, Shape.VALUE.set());

    /** Fields with their stored values, in the order of the reply. */
    public static final ReplyDecoder<Map<String, String>> VALUE_MAP = stored(Decoders::textMap, Shape.MAP);

    /** An integer. */
    public static final ReplyDecoder<Long> LONG = reading(Values::integer);

    /** An integer or null. */
    public static final ReplyDecoder<@Nullable Long> NULLABLE_LONG = nullable(Values::integer);

    /** A floating-point number. */
    public static final ReplyDecoder<Double> DOUBLE = reading(Values::number);

    /** A floating-point number or null. */
    public static final ReplyDecoder<@Nullable Double> NULLABLE_DOUBLE = nullable(Values::number);

    /** A RESP3 boolean, or 1 and 0. */
    public static final ReplyDecoder<Boolean> BOOL = reading(Values::bool);

    /** A truth value in any form in which it may have been stored, or null. */
    public static final ReplyDecoder<@Nullable Boolean> NULLABLE_BOOL = nullable(Values::lenientBool);

    /** False for nil, true for anything else: {@code SET} with a condition answers {@code OK} or nil. */
    public static final ReplyDecoder<Boolean> IS_DONE = reading(Decoders::isDone);

    /** Bytes or null. */
    public static final ReplyDecoder<byte @Nullable []> NULLABLE_BYTES = reading(RespReader::readBytes);

    /** A list of texts. */
    public static final ReplyDecoder<List<String>> TEXTS = reading(Decoders::texts);

    /** A list of integers. */
    public static final ReplyDecoder<List<Long>> LONGS = listOf(Values::integer);

    /** A list of truth values. */
    public static final ReplyDecoder<List<Boolean>> BOOLS = listOf(Values::bool);

    /** A list of floating-point numbers, each of which may be null. */
    public static final ReplyDecoder<List<@Nullable Double>> OPTIONAL_DOUBLES =
            listOf(in -> Values.orNull(in, Values::number));

    /** A set of texts, in the order of the reply. */
    public static final ReplyDecoder<Set<String>> TEXT_SET = reading(Decoders::textSet);

    /** A map of texts, in the order of the reply. */
    public static final ReplyDecoder<Map<String, String>> TEXT_MAP = reading(Decoders::textMap);

    /** A map of texts whose values may be null, or null for the whole of it. */
    public static final ReplyDecoder<@Nullable Map<String, @Nullable String>> NULLABLE_MAP =
            nullable(in -> Values.map(in, Values::text, RespReader::readText));

    /** Whatever the server answers, as {@code GenericCommand} describes it. */
    public static final ReplyDecoder<@Nullable Object> ANYTHING = reading(Values::anything);

    /** Whatever the server answers, with bytes in the place of text. */
    public static final ReplyDecoder<@Nullable Object> ANYTHING_BINARY = reading(Values::anythingBinary);

    /** The reply as it was sent. */
    public static final ReplyDecoder<RespValue> RAW = reading(RespReader::readValue);

    /** Nothing, whatever the reply is. */
    public static final ReplyDecoder<@Nullable Void> NOTHING = reading(in -> {
        in.skip();
        return null;
    });

    private Decoders() {}

    /** A reply with one value of any command, read as a type of the user. */
    public static <T> ReplyDecoder<@Nullable T> valueAs(TypeRef<T> type) {
        return new TypedDecoder<>(Shape.VALUE.nullable(), type, null);
    }

    /** The values are read as text by a function of its own where many replies go that way, else by the shape. */
    private static <T extends @Nullable Object> ReplyDecoder<T> stored(Function<RespReader, T> asText, Shape<?> shape) {
        return new StoredDecoder<>(asText, shape);
    }

    private static <T extends @Nullable Object> ReplyDecoder<T> reading(Function<RespReader, T> reader) {
        return new BuiltInDecoder<>(reader);
    }

    private static <T> ReplyDecoder<@Nullable T> nullable(Function<RespReader, T> reader) {
        return reading(in -> Values.orNull(in, reader));
    }

    private static <T extends @Nullable Object> ReplyDecoder<List<T>> listOf(Function<RespReader, T> element) {
        return reading(in -> Values.list(in, element));
    }

    private static List<String> texts(RespReader in) {
        return Values.list(in, Values::text);
    }

    private static Set<String> textSet(RespReader in) {
        return Values.set(in, Values::text);
    }

    private static Map<String, String> textMap(RespReader in) {
        return Values.map(in, Values::text, Values::text);
    }

    private static boolean isDone(RespReader in) {
        boolean done = !in.isNull();
        in.skip();
        return done;
    }
}
