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
 * @param indexing whether it, or a shard of it, is still indexing documents that were there before it, or null if the
 *     server does not tell
 * @param percentIndexed how far that has come, from 0 to 1, or null if the server does not tell
 * @param failures how many documents could not be indexed, or null if the server does not tell
 */
public record IndexInfo(
        String name,
        List<IndexField> fields,
        long documents,
        @Nullable Long terms,
        @Nullable Boolean indexing,
        @Nullable Double percentIndexed,
        @Nullable Long failures) {}
