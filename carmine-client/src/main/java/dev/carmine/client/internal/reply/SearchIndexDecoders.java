package dev.carmine.client.internal.reply;

import dev.carmine.client.command.search.IndexField;
import dev.carmine.client.command.search.IndexInfo;
import dev.carmine.client.command.search.Suggestion;
import dev.carmine.protocol.RespReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoders of what the search commands tell of indexes and words. */
public final class SearchIndexDecoders {
    /** Facts about an index. */
    public static final ReplyDecoder<IndexInfo> INDEX_INFO = new BuiltInDecoder<>(in -> info(Fields.read(in)));

    /** Suggestions with their scores; none for nil. */
    public static final ReplyDecoder<List<Suggestion>> SUGGESTIONS =
            new BuiltInDecoder<>(SearchIndexDecoders::suggestions);

    /** Words with their groups of synonyms. */
    public static final ReplyDecoder<Map<String, List<String>>> SYNONYMS =
            new BuiltInDecoder<>(in -> Values.map(in, Values::text, groups -> Values.list(groups, Values::text)));

    /** Words with similar words and their scores. */
    public static final ReplyDecoder<Map<String, Map<String, Double>>> CORRECTIONS =
            new BuiltInDecoder<>(in -> corrections(Values.anything(in)));

    /** Settings, as pairs in RESP2. */
    public static final ReplyDecoder<Map<String, @Nullable String>> SETTINGS =
            new BuiltInDecoder<>(in -> settings(Values.anything(in)));

    private SearchIndexDecoders() {}

    private static IndexInfo info(Fields info) {
        List<IndexField> fields = new ArrayList<>();
        for (Object element : Lists.list(info.all().get("attributes"))) {
            fields.add(field(element));
        }
        Double indexing = either(info, "indexing", "backfill_in_progress");
        return new IndexInfo(
                info.text("index_name"),
                fields,
                (long) info.number("num_docs"),
                whole(info.optionalNumber("num_terms")),
                indexing == null ? null : indexing != 0,
                either(info, "percent_indexed", "backfill_complete_percent"),
                whole(info.optionalNumber("hash_indexing_failures")));
    }

    /** Redis has the first name, where a cluster adds up the numbers of its shards, and Valkey the second. */
    private static @Nullable Double either(Fields info, String first, String second) {
        Double number = info.optionalNumber(first);
        return number == null ? info.optionalNumber(second) : number;
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
                Lists.list(similar)
                        .forEach(one -> Fields.of(one)
                                .all()
                                .forEach((text, score) -> scores.put(text, Fields.numberOf(score))));
                corrections.put(word, scores);
            });
        } else {
            for (Object element : Lists.list(read)) {
                List<?> term = Lists.sized(element, 3);
                Map<String, Double> scores = new LinkedHashMap<>();
                for (Object one : Lists.list(term.get(2))) {
                    List<?> scored = Lists.sized(one, 2);
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
            for (Object element : Lists.list(read)) {
                List<?> pair = Lists.sized(element, 2);
                settings.put(String.valueOf(pair.get(0)), Fields.textOf(pair.get(1)));
            }
        }
        return settings;
    }
}
