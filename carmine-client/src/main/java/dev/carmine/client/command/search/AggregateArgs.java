package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of {@code FT.AGGREGATE}, in their order: {@code AggregateArgs.all().groupBy("@city", Reducer.count().as("n")).sortBy("@n", SortOrder.DESC)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ft.aggregate/">FT.AGGREGATE</a>
 */
public final class AggregateArgs {
    /** What is said of the query, which the server reads before the steps. */
    private final Words options;

    private final Words steps;
    private final Words params;

    private AggregateArgs(Words options, Words steps, Words params) {
        this.options = options;
        this.steps = steps;
        this.params = params;
    }

    /**
     * No step yet.
     *
     * @return arguments without steps
     */
    public static AggregateArgs all() {
        return new AggregateArgs(Words.none(), Words.none(), Words.none());
    }

    /**
     * Loads fields of the documents ({@code LOAD}).
     *
     * @param fields at least one field, with {@code @}
     * @return arguments with that too
     * @throws IllegalArgumentException if there is none; use {@link #loadAll}
     */
    public AggregateArgs load(String... fields) {
        return with(counted("LOAD", List.of(fields)));
    }

    /**
     * Loads all fields of the documents ({@code LOAD *}).
     *
     * @return arguments with that too
     */
    public AggregateArgs loadAll() {
        return with(Words.of("LOAD", "*"));
    }

    /**
     * Loads a field of the documents under another name ({@code LOAD} with {@code AS}).
     *
     * @param field the field with {@code @}, or a path of JSON documents
     * @param name what to call it
     * @return arguments with that too
     */
    public AggregateArgs loadAs(String field, String name) {
        return with(counted("LOAD", List.of(field, "AS", name)));
    }

    /**
     * Makes one row of all ({@code GROUPBY 0}).
     *
     * @param reducers what to compute
     * @return arguments with that too
     */
    public AggregateArgs groupAll(Reducer... reducers) {
        return grouped(Words.of("GROUPBY", 0), reducers);
    }

    /**
     * Makes one row of those with the same value ({@code GROUPBY}).
     *
     * @param field the field, with {@code @}
     * @param reducers what to compute for each group
     * @return arguments with that too
     */
    public AggregateArgs groupBy(String field, Reducer... reducers) {
        return groupBy(List.of(field), reducers);
    }

    /**
     * Makes one row of those with the same values ({@code GROUPBY}).
     *
     * @param fields at least one field, with {@code @}
     * @param reducers what to compute for each group
     * @return arguments with that too
     * @throws IllegalArgumentException if there is no field; use {@link #groupAll}
     */
    public AggregateArgs groupBy(List<String> fields, Reducer... reducers) {
        return grouped(counted("GROUPBY", fields), reducers);
    }

    private AggregateArgs grouped(Words fields, Reducer... reducers) {
        Words step = fields;
        for (Reducer reducer : reducers) {
            step = step.and(reducer.words());
        }
        return with(step);
    }

    /**
     * Sorts the rows ({@code SORTBY}).
     *
     * @param field the field, with {@code @}
     * @param order its order
     * @return arguments with that too
     */
    public AggregateArgs sortBy(String field, SortOrder order) {
        return with(Words.of("SORTBY", 2, field, order.name()));
    }

    /**
     * Sorts the rows by several fields ({@code SORTBY}).
     *
     * @param keys at least one field with its order; the first counts most
     * @return arguments with that too
     * @throws IllegalArgumentException if there is none
     */
    public AggregateArgs sortBy(SortKey... keys) {
        return with(counted(
                "SORTBY",
                Stream.of(keys)
                        .flatMap(key -> Stream.of(key.field(), key.order().name()))
                        .toList()));
    }

    /**
     * Sorts the first rows alone ({@code SORTBY} with {@code MAX}): faster than {@link #limit} behind it.
     *
     * @param field the field, with {@code @}
     * @param order its order
     * @param max how many rows to keep
     * @return arguments with that too
     */
    public AggregateArgs sortBy(String field, SortOrder order, long max) {
        return with(Words.of("SORTBY", 2, field, order.name(), "MAX", max));
    }

    /**
     * Computes a value for each row ({@code APPLY}).
     *
     * @param expression such as {@code @price*2}
     * @param name what to call it
     * @return arguments with that too
     */
    public AggregateArgs apply(String expression, String name) {
        return with(Words.of("APPLY", expression, "AS", name));
    }

    /**
     * Keeps the rows for which an expression is true ({@code FILTER}).
     *
     * @param expression such as {@code @n>2}
     * @return arguments with that too
     */
    public AggregateArgs filter(String expression) {
        return with(Words.of("FILTER", expression));
    }

    /**
     * Keeps some of the rows ({@code LIMIT}).
     *
     * @param offset how many to leave out
     * @param count how many to keep at most
     * @return arguments with that too
     * @throws IllegalArgumentException if one of them is negative
     */
    public AggregateArgs limit(long offset, long count) {
        return with(QueryWords.limit(offset, count));
    }

    /**
     * Gives a value to a parameter of the query ({@code PARAMS}), which stands in it as {@code $name}; needs dialect 2.
     *
     * @param name its name
     * @param value text, a number, or a vector: {@code float[]} for a field of {@code FLOAT32}, else as bytes
     * @return arguments with that too
     * @throws IllegalArgumentException if it is another array
     */
    public AggregateArgs param(String name, Object value) {
        return new AggregateArgs(options, steps, params.and(name, QueryWords.parameter(value)));
    }

    /**
     * Searches for words as they stand, not for their stems ({@code VERBATIM}).
     *
     * @return arguments with that too
     */
    public AggregateArgs verbatim() {
        return withOption("VERBATIM");
    }

    /**
     * Gives each row the score of its document, as {@code @__score} ({@code ADDSCORES}). Since Search 2.10.5.
     *
     * @return arguments with that too
     */
    public AggregateArgs addScores() {
        return withOption("ADDSCORES");
    }

    /**
     * Says how scores are computed ({@code SCORER}). Since Search 2.10.5.
     *
     * @param scorer its name, such as {@code BM25STD}
     * @return arguments with that too
     */
    public AggregateArgs scorer(String scorer) {
        return withOption("SCORER", scorer);
    }

    /**
     * Ends the query after some time ({@code TIMEOUT}), rounded up to milliseconds.
     *
     * @param time the time, positive
     * @return arguments with that too
     * @throws IllegalArgumentException if the time is not positive
     */
    public AggregateArgs timeout(Duration time) {
        return new AggregateArgs(options.and(QueryWords.timeout(time)), steps, params);
    }

    /**
     * Says how the query is to be read ({@code DIALECT}).
     *
     * @param version the version of the language, such as 2
     * @return arguments with that too
     */
    public AggregateArgs dialect(int version) {
        return withOption("DIALECT", version);
    }

    private AggregateArgs with(Words step) {
        return new AggregateArgs(options, steps.and(step), params);
    }

    private AggregateArgs withOption(Object... words) {
        return new AggregateArgs(options.and(words), steps, params);
    }

    private static Words counted(String word, List<?> several) {
        if (several.isEmpty()) {
            throw new IllegalArgumentException(word + " needs at least one field");
        }
        return Words.of(word, several.size()).and(several.toArray());
    }

    /** What follows the query. */
    List<Object> words() {
        return options.and(steps).and(params(params)).toList();
    }

    /** The steps alone, for another command that has the same ones. */
    Words steps(String command) {
        if (!options.isEmpty()) {
            throw new IllegalArgumentException(
                    command + " takes no options with its steps, but there are " + options.toList());
        }
        return steps;
    }

    /** The parameters as they were given. */
    Words params() {
        return params;
    }

    /** Parameters go together, with how many words they are. */
    static Words params(Words values) {
        return values.isEmpty() ? values : counted("PARAMS", values.toList());
    }
}
