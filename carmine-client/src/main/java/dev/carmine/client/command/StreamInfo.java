package dev.carmine.client.command;

import org.jspecify.annotations.Nullable;

/**
 * What {@code XINFO STREAM} tells of a stream.
 *
 * @param length how many entries it has
 * @param radixTreeKeys how many keys the tree below it has
 * @param radixTreeNodes how many nodes the tree below it has
 * @param lastGeneratedId the id of the entry that was added last, even if it was deleted
 * @param maxDeletedEntryId the highest id that was deleted, {@code 0-0} if none; null before Redis 7.0
 * @param entriesAdded how many entries were ever added; null before Redis 7.0
 * @param recordedFirstEntryId the id of the first entry, {@code 0-0} if there is none; null before Redis 7.0
 * @param groups how many groups of consumers it has
 * @param firstEntry the first entry; null if there is none
 * @param lastEntry the last entry; null if there is none
 * @param <V> what values are read as
 * @see <a href="https://redis.io/docs/latest/commands/xinfo-stream/">XINFO STREAM</a>
 */
public record StreamInfo<V>(
        long length,
        long radixTreeKeys,
        long radixTreeNodes,
        String lastGeneratedId,
        @Nullable String maxDeletedEntryId,
        @Nullable Long entriesAdded,
        @Nullable String recordedFirstEntryId,
        long groups,
        @Nullable StreamEntry<V> firstEntry,
        @Nullable StreamEntry<V> lastEntry) {}
