package dev.carmine.client.command;

import org.jspecify.annotations.Nullable;

/**
 * Size and state of a t-digest.
 *
 * @param compression the higher, the more exact and the larger
 * @param capacity how many centroids and numbers its buffer has room for
 * @param mergedNodes how many centroids it has
 * @param unmergedNodes how many numbers wait to be merged into them
 * @param mergedWeight the weight of the centroids
 * @param unmergedWeight the weight of the numbers that wait
 * @param observations how many numbers were added; null if the server does not tell
 * @param totalCompressions how often numbers were merged
 * @param memoryUsage the bytes it takes; null if the server does not tell
 * @see <a href="https://redis.io/docs/latest/commands/tdigest.info/">TDIGEST.INFO</a>
 */
public record TDigestInfo(
        long compression,
        long capacity,
        long mergedNodes,
        long unmergedNodes,
        long mergedWeight,
        long unmergedWeight,
        @Nullable Long observations,
        long totalCompressions,
        @Nullable Long memoryUsage) {}
