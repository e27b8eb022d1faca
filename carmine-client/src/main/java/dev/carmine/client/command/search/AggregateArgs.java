package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;

/**
 * The steps of {@code FT.AGGREGATE}, in their order: {@code AggregateArgs.all().groupBy("@city", Reducer.count().as("n")).sortBy("@n", SortOrder.DESC)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ft.aggregate/">FT.AGGREGATE</a>
 */
public final class AggregateArgs {
    private final Words words;
    private final Words params;

    private AggregateArgs(Words words, Words params) {
        this.words = words;
        this.params = params;
    }

    /**
     * No step yet.
     *
     * @return arguments without steps
     */
    public static AggregateArgs all() {
        return new AggregateArgs(Words.none(), Words.none());
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
     * @throws IllegalArgumentException if there is no field
     */
    public AggregateArgs groupBy(List<String> fields, Reducer... reducers) {
        Words step = counted("GROUPBY", fields);
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
     */
    public AggregateArgs limit(long offset, long count) {
        return with(Words.of("LIMIT", offset, count));
    }

    /**
     * Gives a value to a parameter of the query ({@code PARAMS}), which stands in it as {@code $name}; needs dialect 2.
     *
     * @param name its name
     * @param value text, a number, or a vector as bytes
     * @return arguments with that too
     */
    public AggregateArgs param(String name, Object value) {
        return new AggregateArgs(words, params.and(name, value));
    }

    /**
     * Ends the query after some time ({@code TIMEOUT}), rounded up to milliseconds.
     *
     * @param time the time, positive
     * @return arguments with that too
     * @throws IllegalArgumentException if the time is not positive
     */
    public AggregateArgs timeout(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("The timeout must be positive, but is " + time);
        }
        return with(Words.of("TIMEOUT", time.plusNanos(999_999).toMillis()));
    }

    /**
     * Says how the query is to be read ({@code DIALECT}).
     *
     * @param version the version of the language, such as 2
     * @return arguments with that too
     */
    public AggregateArgs dialect(int version) {
        return with(Words.of("DIALECT", version));
    }

    private AggregateArgs with(Words step) {
        return new AggregateArgs(words.and(step), params);
    }

    private static Words counted(String word, List<?> several) {
        if (several.isEmpty()) {
            throw new IllegalArgumentException(word + " needs at least one field");
        }
        return Words.of(word, several.size()).and(several.toArray());
    }

    /** What follows the query; parameters go together, with how many words they are. */
    List<Object> words() {
        List<Object> values = params.toList();
        return (values.isEmpty() ? words : words.and(counted("PARAMS", values))).toList();
    }
}
