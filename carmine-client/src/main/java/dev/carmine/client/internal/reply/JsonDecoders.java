package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.protocol.RespReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decoders of the JSON commands, whose replies have one element for each match of a path. */
public final class JsonDecoders {
    /** An integer for each match, null for one of another type. */
    public static final ReplyDecoder<List<@Nullable Long>> OPTIONAL_LONGS = matches(Values::integer);

    /** The same, or null for the whole of it. */
    public static final ReplyDecoder<@Nullable List<@Nullable Long>> NULLABLE_LONGS =
            new BuiltInDecoder<>(in -> Values.orNull(in, JsonDecoders::optionalIntegers));

    /** A truth value for each match, null for one of another type. */
    public static final ReplyDecoder<List<@Nullable Boolean>> OPTIONAL_BOOLS = matches(Values::bool);

    /** Text for each match, null for one of another type or where there is none. */
    public static final ReplyDecoder<List<@Nullable String>> OPTIONAL_TEXTS = matches(Values::text);

    /** A number for each match, null for one of another type: JSON text in RESP2, numbers in RESP3. */
    public static final ReplyDecoder<List<@Nullable Number>> OPTIONAL_NUMBERS =
            new BuiltInDecoder<>(JsonDecoders::numbers);

    /** A list of texts for each match, null for one of another type; null for the whole if the key is missing. */
    public static final ReplyDecoder<@Nullable List<@Nullable List<String>>> NULLABLE_TEXT_LISTS =
            new BuiltInDecoder<>(in -> Values.orNull(in, JsonDecoders::textLists));

    /** The types of the matches, or null if the key is missing: in RESP3 they stand in one more array. */
    public static final ReplyDecoder<@Nullable List<String>> TYPES = new BuiltInDecoder<>(JsonDecoders::types);

    private JsonDecoders() {}

    private static <T> ReplyDecoder<List<@Nullable T>> matches(Function<RespReader, T> element) {
        return new BuiltInDecoder<>(in -> Values.list(in, match -> Values.orNull(match, element)));
    }

    private static List<@Nullable Long> optionalIntegers(RespReader in) {
        return Values.list(in, match -> Values.orNull(match, Values::integer));
    }

    private static List<@Nullable List<String>> textLists(RespReader in) {
        return Values.list(in, match -> Values.orNull(match, texts -> Values.list(texts, Values::text)));
    }

    private static @Nullable List<String> types(RespReader in) {
        Object read = Values.anything(in);
        if (read == null) {
            return null;
        }
        if (!(read instanceof List<?> list)) {
            throw noArray();
        }
        List<String> types = new ArrayList<>();
        for (Object element : list) {
            if (element == null) {
                return null;
            }
            if (element instanceof List<?> matches) {
                matches.forEach(match -> types.add(String.valueOf(match)));
            } else {
                types.add(element.toString());
            }
        }
        return types;
    }

    private static List<@Nullable Number> numbers(RespReader in) {
        Object read = Values.anything(in);
        List<@Nullable Number> numbers = new ArrayList<>();
        if (read instanceof List<?> list) {
            list.forEach(element -> numbers.add(element == null ? null : number(element.toString())));
        } else {
            numbersOfJson(String.valueOf(read), numbers);
        }
        return numbers;
    }

    /** A JSON array of numbers and nulls. */
    private static void numbersOfJson(String json, List<@Nullable Number> numbers) {
        if (!json.startsWith("[") || !json.endsWith("]")) {
            throw noArray();
        }
        String elements = json.substring(1, json.length() - 1).strip();
        if (!elements.isEmpty()) {
            for (String element : elements.split(",", -1)) {
                numbers.add(element.strip().equals("null") ? null : number(element.strip()));
            }
        }
    }

    /** A {@code Long} if it is an integer of 64 bits, else a {@code Double}. */
    private static Number number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return Fields.numberOf(text);
        }
    }

    private static CarmineProtocolException noArray() {
        return new CarmineProtocolException("expected an array, as a path that begins with $ gets", -1, null);
    }
}
