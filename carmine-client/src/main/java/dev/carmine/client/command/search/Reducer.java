package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;

/**
 * What is computed for each group of an aggregation: {@code Reducer.sum("@price").as("total")}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ft.aggregate/">FT.AGGREGATE</a>
 */
public final class Reducer {
    private final Words words;

    private Reducer(Words words) {
        this.words = words;
    }

    /**
     * How many rows the group has ({@code COUNT}).
     *
     * @return a reducer without a name
     */
    public static Reducer count() {
        return of("COUNT");
    }

    /**
     * How many different values the field has ({@code COUNT_DISTINCT}).
     *
     * @param field the field, with {@code @}
     * @return a reducer without a name
     */
    public static Reducer countDistinct(String field) {
        return of("COUNT_DISTINCT", field);
    }

    /**
     * The sum of the field ({@code SUM}).
     *
     * @param field the field, with {@code @}
     * @return a reducer without a name
     */
    public static Reducer sum(String field) {
        return of("SUM", field);
    }

    /**
     * The least value of the field ({@code MIN}).
     *
     * @param field the field, with {@code @}
     * @return a reducer without a name
     */
    public static Reducer min(String field) {
        return of("MIN", field);
    }

    /**
     * The greatest value of the field ({@code MAX}).
     *
     * @param field the field, with {@code @}
     * @return a reducer without a name
     */
    public static Reducer max(String field) {
        return of("MAX", field);
    }

    /**
     * The mean of the field ({@code AVG}).
     *
     * @param field the field, with {@code @}
     * @return a reducer without a name
     */
    public static Reducer avg(String field) {
        return of("AVG", field);
    }

    /**
     * The standard deviation of the field ({@code STDDEV}).
     *
     * @param field the field, with {@code @}
     * @return a reducer without a name
     */
    public static Reducer stddev(String field) {
        return of("STDDEV", field);
    }

    /**
     * The number below which a part of the field's values lies ({@code QUANTILE}).
     *
     * @param field the field, with {@code @}
     * @param part from 0 to 1; 0.5 gives the median
     * @return a reducer without a name
     */
    public static Reducer quantile(String field, double part) {
        return of("QUANTILE", field, part);
    }

    /**
     * The value that the field has in the first row of the group, if rows are sorted by another field ({@code
     * FIRST_VALUE} with {@code BY}).
     *
     * @param field the field, with {@code @}
     * @param by what rows are sorted by, with {@code @}
     * @param order in which order
     * @return a reducer without a name
     */
    public static Reducer firstValue(String field, String by, SortOrder order) {
        return of("FIRST_VALUE", field, "BY", by, order.name());
    }

    /**
     * Some values of the field as a list ({@code RANDOM_SAMPLE}).
     *
     * @param field the field, with {@code @}
     * @param count how many values at most
     * @return a reducer without a name
     */
    public static Reducer randomSample(String field, long count) {
        return of("RANDOM_SAMPLE", field, count);
    }

    /**
     * All different values of the field as a list ({@code TOLIST}).
     *
     * @param field the field, with {@code @}
     * @return a reducer without a name
     */
    public static Reducer toList(String field) {
        return of("TOLIST", field);
    }

    /**
     * Any other, as the server names it.
     *
     * @param function its name, such as {@code COUNT_DISTINCTISH}
     * @param arguments its arguments
     * @return a reducer without a name
     */
    public static Reducer of(String function, Object... arguments) {
        return new Reducer(Words.of("REDUCE", function, arguments.length).and(arguments));
    }

    /**
     * Says what to call the result ({@code AS}); without it the server makes up a name.
     *
     * @param name the name
     * @return a reducer with that name
     */
    public Reducer as(String name) {
        return new Reducer(words.and("AS", name));
    }

    Words words() {
        return words;
    }
}
