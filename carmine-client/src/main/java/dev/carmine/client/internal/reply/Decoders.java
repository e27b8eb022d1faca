package dev.carmine.client.internal.reply;

import dev.carmine.protocol.RespReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The decoders that commands name. Those named after a plain type throw if the reply is nil, those that begin with
 * {@code NULLABLE} give null.
 */
public final class Decoders {
    /** Text, such as a value that is always there, or {@code OK}. */
    public static final ReplyDecoder<String> TEXT = reading(Values::text);

    /** Text or null. */
    public static final ReplyDecoder<@Nullable String> NULLABLE_TEXT = reading(RespReader::readText);

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

    /** A list of texts, or null for the whole of it. */
    public static final ReplyDecoder<@Nullable List<String>> NULLABLE_TEXTS = nullable(Decoders::texts);

    /** A list of texts, each of which may be null. */
    public static final ReplyDecoder<List<@Nullable String>> OPTIONAL_TEXTS = listOf(RespReader::readText);

    /** A list of integers. */
    public static final ReplyDecoder<List<Long>> LONGS = listOf(Values::integer);

    /** A list of truth values. */
    public static final ReplyDecoder<List<Boolean>> BOOLS = listOf(Values::bool);

    /** A list of floating-point numbers, each of which may be null. */
    public static final ReplyDecoder<List<@Nullable Double>> OPTIONAL_DOUBLES =
            listOf(in -> Values.orNull(in, Values::number));

    /** A set of texts, in the order of the reply. */
    public static final ReplyDecoder<Set<String>> TEXT_SET = reading(in -> Values.set(in, Values::text));

    /** A map of texts, in the order of the reply. */
    public static final ReplyDecoder<Map<String, String>> TEXT_MAP =
            reading(in -> Values.map(in, Values::text, Values::text));

    /** A map of texts whose values may be null, or null for the whole of it. */
    public static final ReplyDecoder<@Nullable Map<String, @Nullable String>> NULLABLE_MAP =
            nullable(in -> Values.map(in, Values::text, RespReader::readText));

    /** Whatever the server answers, as {@code GenericCommand} describes it. */
    public static final ReplyDecoder<@Nullable Object> ANYTHING = reading(Values::anything);

    private Decoders() {}

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

    private static boolean isDone(RespReader in) {
        boolean done = !in.isNull();
        in.skip();
        return done;
    }
}
