package dev.carmine.client.command;

/**
 * An element that was taken from one of several lists.
 *
 * @param key the list it was taken from
 * @param element the element
 * @param <V> what elements are read as
 */
public record KeyedElement<V>(String key, V element) {}
