package dev.carmine.client.command;

/**
 * An element that was taken from one of several lists.
 *
 * @param key the list it was taken from
 * @param element the element
 */
public record KeyedElement(String key, String element) {}
