package dev.carmine.client.command.search;

/**
 * A suggestion for the rest of what someone types.
 *
 * @param text the whole text
 * @param score its weight among those that fit
 */
public record Suggestion(String text, double score) {}
