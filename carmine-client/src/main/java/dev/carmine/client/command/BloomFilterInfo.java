package dev.carmine.client.command;

import org.jspecify.annotations.Nullable;

/**
 * Size and shape of a Bloom filter.
 *
 * @param capacity for how many items it has room before it must grow, those it has included
 * @param size the bytes it takes
 * @param filters how many sub-filters it has
 * @param items how many items were added as new
 * @param expansion how many times as large as the last one the next sub-filter will be; null if it does not grow
 * @see <a href="https://redis.io/docs/latest/commands/bf.info/">BF.INFO</a>
 */
public record BloomFilterInfo(
        long capacity,
        long size,
        long filters,
        long items,
        @Nullable Long expansion) {}
