package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;

/** Vectors, of which the nearest to one are found. Immutable. */
public final class VectorField extends SearchField<VectorField> {
    private final String algorithm;
    private final Words attributes;

    private VectorField(String name, Words alias, String algorithm, Words attributes) {
        super(name, alias);
        this.algorithm = algorithm;
        this.attributes = attributes;
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

    private static VectorField of(String name, String algorithm, String type, int dimensions, VectorMetric metric) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("The dimensions must be positive, but are " + dimensions);
        }
        Words attributes = Words.of("TYPE", type, "DIM", dimensions, "DISTANCE_METRIC", metric.name());
        return new VectorField(name, Words.none(), algorithm, attributes);
    }

    /**
     * Sets an attribute of the algorithm, such as {@code M} or {@code EF_CONSTRUCTION} of {@code HNSW}.
     *
     * @param name its name
     * @param value its value
     * @return a field with that attribute too
     */
    public VectorField attribute(String name, Number value) {
        return new VectorField(name(), alias(), algorithm, attributes.and(name, value));
    }

    @Override
    VectorField renamed(Words alias) {
        return new VectorField(name(), alias, algorithm, attributes);
    }

    @Override
    Words type() {
        return Words.of("VECTOR", algorithm, attributes.toList().size()).and(attributes);
    }
}
