package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.search.AggregatePage;
import dev.carmine.client.command.search.IndexField;
import dev.carmine.client.command.search.IndexInfo;
import dev.carmine.client.command.search.SearchDocument;
import dev.carmine.client.command.search.SearchResult;
import dev.carmine.client.command.search.Suggestion;
import dev.carmine.protocol.RespReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoders of the search commands: flat arrays in RESP2, maps with names in RESP3. */
public final class SearchDecoders {
    /** Documents with their fields. */
    public static final ReplyDecoder<SearchResult> FOUND = found(false, true);

    /** The rows of an aggregation. */
    public static final ReplyDecoder<List<Map<String, @Nullable Object>>> ROWS =
            new BuiltInDecoder<>(in -> rows(Values.anything(in)));

    /** Some rows of an aggregation, and the cursor of the next ones. */
    public static final ReplyDecoder<AggregatePage> PAGE = new BuiltInDecoder<>(SearchDecoders::page);

    /** Facts about an index. */
    public static final ReplyDecoder<IndexInfo> INDEX_INFO = new BuiltInDecoder<>(in -> info(Fields.read(in)));

    /** Suggestions with their scores; none for nil. */
    public static final ReplyDecoder<List<Suggestion>> SUGGESTIONS = new BuiltInDecoder<>(SearchDecoders::suggestions);

    /** Words with their groups of synonyms. */
    public static final ReplyDecoder<Map<String, List<String>>> SYNONYMS =
            new BuiltInDecoder<>(in -> Values.map(in, Values::text, groups -> Values.list(groups, Values::text)));

    /** Words with similar words and their scores. */
    public static final ReplyDecoder<Map<String, Map<String, Double>>> CORRECTIONS =
            new BuiltInDecoder<>(in -> corrections(Values.anything(in)));

    /** Settings, as pairs in RESP2. */
    public static final ReplyDecoder<Map<String, @Nullable String>> SETTINGS =
            new BuiltInDecoder<>(in -> settings(Values.anything(in)));

    private SearchDecoders() {}

    /** Documents, whose form in RESP2 depends on what was asked for. */
    public static ReplyDecoder<SearchResult> found(boolean withScores, boolean withContent) {
        return new BuiltInDecoder<>(in -> {
            Object read = Values.anything(in);
            return read instanceof Map<?, ?> ? named(Fields.of(read)) : flat(list(read), withScores, withContent);
        });
    }

    private static SearchResult named(Fields reply) {
        List<SearchDocument> documents = new ArrayList<>();
        for (Object element : list(reply.all().get("results"))) {
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
        if (reply.size() % step != 1 % step) {
            throw new CarmineProtocolException(
                    "expected documents of " + step + " elements, but the reply has " + reply.size(), -1, null);
        }
        List<SearchDocument> documents = new ArrayList<>();
        for (int i = 1; i < reply.size(); i += step) {
            Double score = withScores ? Fields.numberOf(reply.get(i + 1)) : null;
            Object content = withContent ? reply.get(i + step - 1) : null;
            documents.add(new SearchDocument(String.valueOf(reply.get(i)), score, texts(content)));
        }
        return new SearchResult(Fields.integerOf(first(reply)), documents);
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
            list(Fields.of(read).all().get("results"))
                    .forEach(row -> rows.add(row(Fields.of(row).fields("extra_attributes"))));
        } else {
            List<?> flat = list(read);
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

    private static AggregatePage page(RespReader in) {
        Values.expectArray(in, 2);
        return new AggregatePage(rows(Values.anything(in)), in.readLong());
    }

    private static IndexInfo info(Fields info) {
        List<IndexField> fields = new ArrayList<>();
        for (Object element : list(info.all().get("attributes"))) {
            fields.add(field(element));
        }
        return new IndexInfo(
                info.text("index_name"),
                fields,
                (long) info.number("num_docs"),
                whole(info.optionalNumber("num_terms")),
                info.flag("indexing"),
                info.number("percent_indexed"),
                whole(info.optionalNumber("hash_indexing_failures")));
    }

    /** In RESP2, words without a value follow the first three names. */
    private static IndexField field(@Nullable Object read) {
        Fields field = Fields.of(read instanceof List<?> words ? words.subList(0, Math.min(6, words.size())) : read);
        return new IndexField(field.text("identifier"), field.text("attribute"), field.text("type"));
    }

    private static @Nullable Long whole(@Nullable Double number) {
        return number == null ? null : number.longValue();
    }

    private static List<Suggestion> suggestions(RespReader in) {
        List<Suggestion> suggestions = Values.orNull(
                in, some -> Values.pairs(some, pair -> new Suggestion(Values.text(pair), pair.readDouble())));
        return suggestions == null ? new ArrayList<>() : suggestions;
    }

    private static Map<String, Map<String, Double>> corrections(@Nullable Object read) {
        Map<String, Map<String, Double>> corrections = new LinkedHashMap<>();
        if (read instanceof Map<?, ?>) {
            Fields.of(read).fields("results").all().forEach((word, similar) -> {
                Map<String, Double> scores = new LinkedHashMap<>();
                list(similar)
                        .forEach(one -> Fields.of(one)
                                .all()
                                .forEach((text, score) -> scores.put(text, Fields.numberOf(score))));
                corrections.put(word, scores);
            });
        } else {
            for (Object element : list(read)) {
                List<?> term = sized(element, 3);
                Map<String, Double> scores = new LinkedHashMap<>();
                for (Object one : list(term.get(2))) {
                    List<?> scored = sized(one, 2);
                    scores.put(String.valueOf(scored.get(1)), Fields.numberOf(scored.get(0)));
                }
                corrections.put(String.valueOf(term.get(1)), scores);
            }
        }
        return corrections;
    }

    private static Map<String, @Nullable String> settings(@Nullable Object read) {
        Map<String, @Nullable String> settings = new LinkedHashMap<>();
        if (read instanceof Map<?, ?>) {
            Fields.of(read).all().forEach((name, value) -> settings.put(name, Fields.textOf(value)));
        } else {
            for (Object element : list(read)) {
                List<?> pair = sized(element, 2);
                settings.put(String.valueOf(pair.get(0)), Fields.textOf(pair.get(1)));
            }
        }
        return settings;
    }

    private static @Nullable Object first(List<?> list) {
        if (list.isEmpty()) {
            throw new CarmineProtocolException("expected a count, but the reply is empty", -1, null);
        }
        return list.get(0);
    }

    private static List<?> sized(@Nullable Object read, int size) {
        List<?> list = list(read);
        if (list.size() != size) {
            throw new CarmineProtocolException(
                    "expected an array of " + size + " but the reply has one of " + list.size(), -1, null);
        }
        return list;
    }

    private static List<?> list(@Nullable Object read) {
        if (read instanceof List<?> list) {
            return list;
        }
        throw new CarmineProtocolException("expected an array, but the reply has something else", -1, null);
    }
}
