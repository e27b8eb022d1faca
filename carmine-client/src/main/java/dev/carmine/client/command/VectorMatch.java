package dev.carmine.client.command;

import org.jspecify.annotations.Nullable;

/**
 * An element that a search has found, with its attributes.
 *
 * @param element the element
 * @param score how similar it is, from 1 for the same direction to 0 for the opposite one
 * @param attributes its attributes in JSON, or null if it has none
 * @param <V> what elements are read as
 */
public record VectorMatch<V>(
        V element, double score, @Nullable String attributes) {}
