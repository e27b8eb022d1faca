package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;

/** Vectors, of which the nearest to one are found. Immutable. */
public final class VectorField extends SearchField<VectorField> {
    private final String algorithm;
    private final Words attributes;
    private final Words missing;

    private VectorField(String name, Words alias, String algorithm, Words attributes, Words missing) {
        super(name, alias);
        this.algorithm = algorithm;
        this.attributes = attributes;
        this.missing = missing;
    }

    /**
     * Compares with all vectors, and is exact ({@code FLAT}).
     *
     * @param name the hash's field, or the path in the JSON document
     * @param type the type of its numbers, such as {@code FLOAT32}
     * @param dimensions how many numbers a vector has, positive
     * @param metric how distance is measured
     * @return the field
     * @throws IllegalArgumentException if there are no dimensions
     */
    public static VectorField flat(String name, String type, int dimensions, VectorMetric metric) {
        return of(name, "FLAT", type, dimensions, metric);
    }

    /**
     * Follows a graph of neighbours, and is fast ({@code HNSW}).
     *
     * @param name the hash's field, or the path in the JSON document
     * @param type the type of its numbers, such as {@code FLOAT32}
     * @param dimensions how many numbers a vector has, positive
     * @param metric how distance is measured
     * @return the field
     * @throws IllegalArgumentException if there are no dimensions
     */
    public static VectorField hnsw(String name, String type, int dimensions, VectorMetric metric) {
        return of(name, "HNSW", type, dimensions, metric);
    }

    /**
     * Follows a graph of compressed vectors ({@code SVS-VAMANA}): much less memory. Since Redis 8.2.
     *
     * @param name the hash's field, or the path in the JSON document
     * @param type the type of its numbers, {@code FLOAT32} or {@code FLOAT16}
     * @param dimensions how many numbers a vector has, positive
     * @param metric how distance is measured
     * @return the field
     * @throws IllegalArgumentException if there are no dimensions
     */
    public static VectorField svsVamana(String name, String type, int dimensions, VectorMetric metric) {
        return of(name, "SVS-VAMANA", type, dimensions, metric);
    }

    private static VectorField of(String name, String algorithm, String type, int dimensions, VectorMetric metric) {
        long size = QueryWords.positive("number of dimensions", dimensions);
        Words attributes = Words.of("TYPE", type, "DIM", size, "DISTANCE_METRIC", metric.name());
        return new VectorField(name, Words.none(), algorithm, attributes, Words.none());
    }

    /**
     * Sets an attribute of the algorithm, such as {@code M} or {@code EF_CONSTRUCTION} of {@code HNSW}.
     *
     * @param name its name
     * @param value its value
     * @return a field with that attribute too
     */
    public VectorField attribute(String name, Number value) {
        return with(name, value);
    }

    /**
     * Sets an attribute of the algorithm that is a word, such as {@code COMPRESSION} of {@code SVS-VAMANA}.
     *
     * @param name its name
     * @param value its value, such as {@code LVQ8}
     * @return a field with that attribute too
     */
    public VectorField attribute(String name, String value) {
        return with(name, value);
    }

    private VectorField with(String name, Object value) {
        return new VectorField(name(), alias(), algorithm, attributes.and(name, value), missing);
    }

    @Override
    public VectorField indexMissing() {
        return new VectorField(name(), alias(), algorithm, attributes, Words.of("INDEXMISSING"));
    }

    @Override
    VectorField renamed(Words alias) {
        return new VectorField(name(), alias, algorithm, attributes, missing);
    }

    @Override
    Words type() {
        return Words.of("VECTOR", algorithm, attributes.toList().size())
                .and(attributes)
                .and(missing);
    }
}
