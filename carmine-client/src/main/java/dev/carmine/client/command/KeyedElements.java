package dev.carmine.client.command;

import java.util.List;

/**
 * Elements that were taken from one of several lists.
 *
 * @param key the list they were taken from
 * @param elements at least one element, in the order in which they were taken
 * @param <V> what elements are read as
 */
public record KeyedElements<V>(String key, List<V> elements) {}
