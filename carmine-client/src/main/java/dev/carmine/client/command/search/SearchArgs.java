package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code FT.SEARCH} gives of what it finds: {@code SearchArgs.all().sortBy("age", SortOrder.DESC).limit(0, 20)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ft.search/">FT.SEARCH</a>
 */
public final class SearchArgs {
    private final Words words;
    private final Words order;
    private final Words params;
    private final boolean noContent;
    private final boolean withScores;

    private SearchArgs(Words words, Words order, Words params, boolean noContent, boolean withScores) {
        this.words = words;
        this.order = order;
        this.params = params;
        this.noContent = noContent;
        this.withScores = withScores;
    }

    /**
     * The ten best, with all of their fields.
     *
     * @return arguments without options
     */
    public static SearchArgs all() {
        return new SearchArgs(Words.none(), Words.none(), Words.none(), false, false);
    }

    /**
     * Gives the keys alone ({@code NOCONTENT}).
     *
     * @return arguments with that too
     */
    public SearchArgs noContent() {
        return new SearchArgs(words, order, params, true, withScores);
    }

    /**
     * Gives the scores too ({@code WITHSCORES}).
     *
     * @return arguments with that too
     */
    public SearchArgs withScores() {
        return new SearchArgs(words, order, params, noContent, true);
    }

    /**
     * Searches for words as they stand, not for their stems ({@code VERBATIM}).
     *
     * @return arguments with that too
     */
    public SearchArgs verbatim() {
        return with(words.and("VERBATIM"));
    }

    /**
     * Searches for the words that an index usually leaves out, too ({@code NOSTOPWORDS}).
     *
     * @return arguments with that too
     */
    public SearchArgs noStopwords() {
        return with(words.and("NOSTOPWORDS"));
    }

    /**
     * Gives documents whose number is in a range ({@code FILTER}).
     *
     * @param field a field of numbers
     * @param min the least number, included; may be infinite
     * @param max the greatest number, included; may be infinite
     * @return arguments with that filter too
     */
    public SearchArgs filter(String field, double min, double max) {
        return with(words.and("FILTER", field, min, max));
    }

    /**
     * Looks at some documents alone ({@code INKEYS}).
     *
     * @param keys at least one key
     * @return arguments with that too
     * @throws IllegalArgumentException if there is none
     */
    public SearchArgs inKeys(String... keys) {
        return list("INKEYS", keys);
    }

    /**
     * Searches for words in some fields alone ({@code INFIELDS}).
     *
     * @param fields at least one field
     * @return arguments with that too
     * @throws IllegalArgumentException if there is none
     */
    public SearchArgs inFields(String... fields) {
        return list("INFIELDS", fields);
    }

    /**
     * Gives some fields alone ({@code RETURN}).
     *
     * @param fields at least one field
     * @return arguments with that too
     * @throws IllegalArgumentException if there is none; use {@link #noContent}
     */
    public SearchArgs returning(String... fields) {
        return list("RETURN", fields);
    }

    /**
     * Gives some fields alone, under other names ({@code RETURN} with {@code AS}).
     *
     * @param fields at least one field, or path of a JSON document, each with its name in the result
     * @return arguments with that too
     * @throws IllegalArgumentException if there is none; use {@link #noContent}
     */
    public SearchArgs returningAs(Map<String, String> fields) {
        List<String> triples = new ArrayList<>();
        fields.forEach((field, name) -> triples.addAll(List.of(field, "AS", name)));
        return list("RETURN", triples.toArray(String[]::new));
    }

    /**
     * Gives, of each field, the parts in which words of the query stand ({@code SUMMARIZE}), three of about twenty words.
     *
     * @param fields which fields; none for all
     * @return arguments with that too
     */
    public SearchArgs summarize(String... fields) {
        return with(words.and("SUMMARIZE").and(fieldsIn(fields)));
    }

    /**
     * Gives, of each field, the parts in which words of the query stand ({@code SUMMARIZE}).
     *
     * @param parts how many at most
     * @param length how many words a part has, about
     * @param separator what stands behind each part
     * @param fields which fields; none for all
     * @return arguments with that too
     */
    public SearchArgs summarize(int parts, int length, String separator, String... fields) {
        return with(words.and("SUMMARIZE")
                .and(fieldsIn(fields))
                .and("FRAGS", parts, "LEN", length, "SEPARATOR", separator));
    }

    /**
     * Puts {@code <b>} and {@code </b>} around the words of the query ({@code HIGHLIGHT}).
     *
     * @param fields which fields; none for all
     * @return arguments with that too
     */
    public SearchArgs highlight(String... fields) {
        return with(words.and("HIGHLIGHT").and(fieldsIn(fields)));
    }

    /**
     * Puts marks around the words of the query ({@code HIGHLIGHT} with {@code TAGS}).
     *
     * @param open what stands before a word
     * @param close what stands behind it
     * @param fields which fields; none for all
     * @return arguments with that too
     */
    public SearchArgs highlightWith(String open, String close, List<String> fields) {
        return with(words.and("HIGHLIGHT")
                .and(fieldsIn(fields.toArray(String[]::new)))
                .and("TAGS", open, close));
    }

    /**
     * Sorts by a field ({@code SORTBY}) instead of by score.
     *
     * @param field the field
     * @param direction its order
     * @return arguments with that too
     * @throws IllegalArgumentException if there is a field already: FT.AGGREGATE sorts by several
     */
    public SearchArgs sortBy(String field, SortOrder direction) {
        if (!order.isEmpty()) {
            throw new IllegalArgumentException(
                    "FT.SEARCH sorts by one field alone, but is given " + field + " too: use FT.AGGREGATE for several");
        }
        Words one = Words.of("SORTBY", field, direction.name());
        return new SearchArgs(words, one, params, noContent, withScores);
    }

    /**
     * Gives some of the results ({@code LIMIT}).
     *
     * @param offset how many to leave out
     * @param count how many to give at most
     * @return arguments with that too
     * @throws IllegalArgumentException if one of them is negative
     */
    public SearchArgs limit(long offset, long count) {
        return with(words.and(QueryWords.limit(offset, count)));
    }

    /**
     * Says how many words may stand between those of a phrase ({@code SLOP}).
     *
     * @param words how many
     * @return arguments with that too
     */
    public SearchArgs slop(long words) {
        return with(this.words.and("SLOP", words));
    }

    /**
     * Wants the words in the order of the query ({@code INORDER}).
     *
     * @return arguments with that too
     */
    public SearchArgs inOrder() {
        return with(words.and("INORDER"));
    }

    /**
     * Says in which language the query is ({@code LANGUAGE}).
     *
     * @param language its name, such as {@code german}
     * @return arguments with that too
     */
    public SearchArgs language(String language) {
        return with(words.and("LANGUAGE", language));
    }

    /**
     * Names what adds words of the same meaning to the query ({@code EXPANDER}).
     *
     * @param expander its name, such as {@code SYNONYM}
     * @return arguments with that too
     */
    public SearchArgs expander(String expander) {
        return with(words.and("EXPANDER", expander));
    }

    /**
     * Says how scores are computed ({@code SCORER}).
     *
     * @param scorer its name, such as {@code BM25STD}
     * @return arguments with that too
     */
    public SearchArgs scorer(String scorer) {
        return with(words.and("SCORER", scorer));
    }

    /**
     * Gives a value to a parameter of the query ({@code PARAMS}), which stands in it as {@code $name}; needs dialect 2.
     *
     * @param name its name
     * @param value text, a number, or a vector: {@code float[]} for a field of {@code FLOAT32}, else as bytes
     * @return arguments with that too
     * @throws IllegalArgumentException if it is another array
     */
    public SearchArgs param(String name, Object value) {
        return new SearchArgs(words, order, params.and(name, QueryWords.parameter(value)), noContent, withScores);
    }

    /**
     * Ends the query after some time ({@code TIMEOUT}), rounded up to milliseconds.
     *
     * @param time the time, positive
     * @return arguments with that too
     * @throws IllegalArgumentException if the time is not positive
     */
    public SearchArgs timeout(Duration time) {
        return with(words.and(QueryWords.timeout(time)));
    }

    /**
     * Says how the query is to be read ({@code DIALECT}).
     *
     * @param version the version of the language, such as 2
     * @return arguments with that too
     */
    public SearchArgs dialect(int version) {
        return with(words.and("DIALECT", version));
    }

    private SearchArgs with(Words longer) {
        return new SearchArgs(longer, order, params, noContent, withScores);
    }

    private SearchArgs list(String word, String... several) {
        if (several.length == 0) {
            throw new IllegalArgumentException(word + " needs at least one name");
        }
        return with(words.and(word, several.length).and((Object[]) several));
    }

    private static Words fieldsIn(String... several) {
        return several.length == 0
                ? Words.none()
                : Words.of("FIELDS", several.length).and((Object[]) several);
    }

    /** What follows the query. */
    List<Object> words() {
        Words flags = noContent ? Words.of("NOCONTENT") : Words.none();
        Words all = withScores ? flags.and("WITHSCORES") : flags;
        return all.and(words).and(order).and(AggregateArgs.params(params)).toList();
    }

    boolean hasContent() {
        return !noContent;
    }

    boolean hasScores() {
        return withScores;
    }
}
