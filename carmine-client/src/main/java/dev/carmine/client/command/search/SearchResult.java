package dev.carmine.client.command.search;

import java.util.List;

/**
 * What {@code FT.SEARCH} has found.
 *
 * @param total how many documents fit the query, which may be more than were asked for
 * @param documents those that were asked for, in the order of the reply
 */
public record SearchResult(long total, List<SearchDocument> documents) {}
