package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Vectors;
import dev.carmine.client.internal.command.Words;

/**
 * The vector of {@code FT.HYBRID}, and how documents near it are found: {@code HybridVector.nearest("@v", vector,
 * 10).filter("@year:[2020 +inf]")}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ft.hybrid/">FT.HYBRID</a>
 */
public final class HybridVector {
    /** The name of the parameter by which the server is given the vector: it takes it in no other way. */
    static final String PARAMETER = "vector";

    private final String field;
    private final Object vector;
    private final String method;
    private final Words attributes;
    private final Words filter;
    private final Words alias;

    private HybridVector(String field, Object vector, String method, Words attributes, Words filter, Words alias) {
        this.field = field;
        this.vector = vector;
        this.method = method;
        this.attributes = attributes;
        this.filter = filter;
        this.alias = alias;
    }

    /**
     * Finds the nearest documents ({@code KNN}).
     *
     * @param field the field of vectors of the type {@code FLOAT32}, with {@code @}
     * @param vector the vector
     * @param count how many to find, positive
     * @return what to find
     * @throws IllegalArgumentException if the number is not positive, or the vector empty or not finite
     */
    public static HybridVector nearest(String field, float[] vector, long count) {
        return nearest(field, Vectors.fp32(vector), count);
    }

    /**
     * Finds the nearest documents ({@code KNN}).
     *
     * @param field the field of vectors, with {@code @}
     * @param vector the vector, as bytes of the field's type
     * @param count how many to find, positive
     * @return what to find
     * @throws IllegalArgumentException if the number is not positive
     */
    public static HybridVector nearest(String field, byte[] vector, long count) {
        return of(field, vector, "KNN", Words.of("K", QueryWords.positive("count", count)));
    }

    /**
     * Finds the documents within a distance ({@code RANGE}).
     *
     * @param field the field of vectors of the type {@code FLOAT32}, with {@code @}
     * @param vector the vector
     * @param radius the greatest distance, positive
     * @return what to find
     * @throws IllegalArgumentException if the distance is not positive, or the vector empty or not finite
     */
    public static HybridVector within(String field, float[] vector, double radius) {
        return within(field, Vectors.fp32(vector), radius);
    }

    /**
     * Finds the documents within a distance ({@code RANGE}).
     *
     * @param field the field of vectors, with {@code @}
     * @param vector the vector, as bytes of the field's type
     * @param radius the greatest distance, positive
     * @return what to find
     * @throws IllegalArgumentException if the distance is not positive
     */
    public static HybridVector within(String field, byte[] vector, double radius) {
        if (!(radius > 0)) {
            throw new IllegalArgumentException("The radius must be positive, but is " + radius);
        }
        return of(field, vector, "RANGE", Words.of("RADIUS", radius));
    }

    private static HybridVector of(String field, byte[] vector, String method, Words attributes) {
        return new HybridVector(field, vector.clone(), method, attributes, Words.none(), Words.none());
    }

    /**
     * Sets an attribute of the method: {@code EF_RUNTIME} of {@link #nearest}, or {@code EPSILON} of {@link #within}.
     *
     * @param name its name
     * @param value its value
     * @return the same with that attribute too
     */
    public HybridVector attribute(String name, Number value) {
        return new HybridVector(field, vector, method, attributes.and(name, value), filter, alias);
    }

    /**
     * Looks at documents alone that fit a query ({@code FILTER}).
     *
     * @param query in the language of {@code FT.SEARCH}
     * @return the same with that filter
     */
    public HybridVector filter(String query) {
        return new HybridVector(field, vector, method, attributes, Words.of("FILTER", query), alias);
    }

    /**
     * Names the score of the vector for the steps that follow ({@code YIELD_SCORE_AS}).
     *
     * @param name the name
     * @return the same with that name
     */
    public HybridVector scoreAs(String name) {
        return new HybridVector(field, vector, method, attributes, filter, Words.of("YIELD_SCORE_AS", name));
    }

    /** The words of its clause; attributes go with how many words they are. */
    Words words() {
        return Words.of(
                        "VSIM",
                        field,
                        "$" + PARAMETER,
                        method,
                        attributes.toList().size())
                .and(attributes)
                .and(filter)
                .and(alias);
    }

    /** The name and the value of its parameter. */
    Words parameter() {
        return Words.of(PARAMETER, vector);
    }
}
