package dev.carmine.client.command.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code FT.INFO} tells of an index; the reply has more, for which there is {@code Command.of(...)}.
 *
 * @param name the index
 * @param fields its fields
 * @param documents how many documents it has
 * @param terms how many different terms, or null if the server does not tell
 * @param indexing whether it is still indexing documents that were there before it
 * @param percentIndexed how far that has come, from 0 to 1
 * @param failures how many documents could not be indexed, or null if the server does not tell
 */
public record IndexInfo(
        String name,
        List<IndexField> fields,
        long documents,
        @Nullable Long terms,
        boolean indexing,
        double percentIndexed,
        @Nullable Long failures) {}
