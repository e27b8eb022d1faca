package dev.carmine.client.command.search;

/**
 * A field of an index.
 *
 * @param identifier the hash's field, or the path in the JSON document
 * @param attribute the name in queries
 * @param type the type as the server names it, such as {@code TEXT}
 */
public record IndexField(String identifier, String attribute, String type) {}
