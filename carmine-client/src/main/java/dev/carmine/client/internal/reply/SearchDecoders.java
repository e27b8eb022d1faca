package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.search.AggregatePage;
import dev.carmine.client.command.search.HybridResult;
import dev.carmine.client.command.search.SearchDocument;
import dev.carmine.client.command.search.SearchProfile;
import dev.carmine.client.command.search.SearchResult;
import dev.carmine.protocol.RespReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decoders of what queries find: flat arrays in RESP2, maps with names in RESP3. */
public final class SearchDecoders {
    private static final int NANOS_PER_MILLI = 1_000_000;

    /** Documents with their fields. */
    public static final ReplyDecoder<SearchResult> FOUND = found(false, true);

    /** The rows of an aggregation. */
    public static final ReplyDecoder<List<Map<String, @Nullable Object>>> ROWS =
            new BuiltInDecoder<>(in -> rows(Values.anything(in)));

    /** Some rows of an aggregation, and the cursor of the next ones. */
    public static final ReplyDecoder<AggregatePage> PAGE = new BuiltInDecoder<>(SearchDecoders::page);

    /** What text and a vector have found together: names with their values, or with Valkey rows as of an aggregation. */
    public static final ReplyDecoder<HybridResult> HYBRID = new BuiltInDecoder<>(in -> hybrid(Values.anything(in)));

    /** The rows of an aggregation, and how they were made. */
    public static final ReplyDecoder<SearchProfile<List<Map<String, @Nullable Object>>>> PROFILED_ROWS =
            new BuiltInDecoder<>(in -> profiled(Values.anything(in), SearchDecoders::rows));

    private SearchDecoders() {}

    /** Documents, whose form in RESP2 depends on what was asked for. */
    public static ReplyDecoder<SearchResult> found(boolean withScores, boolean withContent) {
        return new BuiltInDecoder<>(in -> documents(Values.anything(in), withScores, withContent));
    }

    /** The same, and how they were found. */
    public static ReplyDecoder<SearchProfile<SearchResult>> profiled(boolean withScores, boolean withContent) {
        return new BuiltInDecoder<>(
                in -> profiled(Values.anything(in), result -> documents(result, withScores, withContent)));
    }

    /** An array of two in RESP2. In RESP3 a map of two since Redis 8.0, and before the result with one name more. */
    private static <T> SearchProfile<T> profiled(@Nullable Object read, Function<@Nullable Object, T> result) {
        if (read instanceof Map<?, ?> map) {
            return map.containsKey("Results")
                    ? new SearchProfile<>(result.apply(map.get("Results")), map.get("Profile"))
                    : new SearchProfile<>(result.apply(map), map.get("profile"));
        }
        List<?> pair = Lists.sized(read, 2);
        return new SearchProfile<>(result.apply(pair.get(0)), pair.get(1));
    }

    private static SearchResult documents(@Nullable Object read, boolean withScores, boolean withContent) {
        return read instanceof Map<?, ?> ? named(Fields.of(read)) : flat(Lists.list(read), withScores, withContent);
    }

    private static SearchResult named(Fields reply) {
        List<SearchDocument> documents = new ArrayList<>();
        for (Object element : Lists.list(reply.all().get("results"))) {
            Fields document = Fields.of(element);
            documents.add(new SearchDocument(
                    document.text("id"),
                    document.optionalNumber("score"),
                    texts(document.all().get("extra_attributes"))));
        }
        return new SearchResult(reply.integer("total_results"), documents);
    }

    private static SearchResult flat(List<?> reply, boolean withScores, boolean withContent) {
        int step = 1 + (withScores ? 1 : 0) + (withContent ? 1 : 0);
        if (reply.isEmpty() || (reply.size() - 1) % step != 0) {
            throw new CarmineProtocolException(
                    "expected documents of " + step + " elements, but the reply has " + reply.size(), -1, null);
        }
        List<SearchDocument> documents = new ArrayList<>();
        for (int i = 1; i < reply.size(); i += step) {
            Double score = withScores ? Fields.numberOf(reply.get(i + 1)) : null;
            Object content = withContent ? reply.get(i + step - 1) : null;
            documents.add(new SearchDocument(String.valueOf(reply.get(i)), score, texts(content)));
        }
        return new SearchResult(Fields.integerOf(reply.get(0)), documents);
    }

    /** Fields with their values; none for nil. A value that is nil is left out. */
    private static Map<String, String> texts(@Nullable Object read) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (read != null) {
            Fields.of(read).all().forEach((name, value) -> {
                if (value != null) {
                    texts.put(name, value.toString());
                }
            });
        }
        return texts;
    }

    private static List<Map<String, @Nullable Object>> rows(@Nullable Object read) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (read instanceof Map<?, ?>) {
            Lists.list(Fields.of(read).all().get("results"))
                    .forEach(row -> rows.add(row(Fields.of(row).fields("extra_attributes"))));
        } else {
            List<?> flat = Lists.list(read);
            flat.subList(Math.min(1, flat.size()), flat.size()).forEach(row -> rows.add(row(Fields.of(row))));
        }
        return rows;
    }

    private static Map<String, @Nullable Object> row(Fields fields) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        fields.all().forEach((name, value) -> row.put(name, textOrList(value)));
        return row;
    }

    /** Numbers become text, as they are in RESP2 anyway. */
    private static @Nullable Object textOrList(@Nullable Object value) {
        if (value instanceof List<?> several) {
            List<@Nullable Object> texts = new ArrayList<>();
            several.forEach(element -> texts.add(textOrList(element)));
            return texts;
        }
        return Fields.textOf(value);
    }

    private static HybridResult hybrid(@Nullable Object read) {
        if (read instanceof List<?> flat && !flat.isEmpty() && flat.get(0) instanceof Long total) {
            return new HybridResult(total, rows(flat), List.of(), null);
        }
        Fields reply = Fields.of(read);
        return new HybridResult(
                reply.integer("total_results"),
                reply.list("results", row -> row(Fields.of(row))),
                reply.texts("warnings"),
                Duration.ofNanos(Math.round(reply.number("execution_time") * NANOS_PER_MILLI)));
    }

    private static AggregatePage page(RespReader in) {
        Values.expectArray(in, 2);
        return new AggregatePage(rows(Values.anything(in)), in.readLong());
    }
}
