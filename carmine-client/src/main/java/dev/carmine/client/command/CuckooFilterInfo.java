package dev.carmine.client.command;

/**
 * Size and shape of a cuckoo filter.
 *
 * @param size the bytes it takes
 * @param buckets how many buckets it has
 * @param filters how many sub-filters it has
 * @param itemsInserted how many items were added
 * @param itemsDeleted how many items were deleted
 * @param bucketSize how many items a bucket has room for
 * @param expansion how many times as large as the last one the next sub-filter will be; 0 if it does not grow
 * @param maxIterations how often other items are moved to make room for one
 * @see <a href="https://redis.io/docs/latest/commands/cf.info/">CF.INFO</a>
 */
public record CuckooFilterInfo(
        long size,
        long buckets,
        long filters,
        long itemsInserted,
        long itemsDeleted,
        long bucketSize,
        long expansion,
        long maxIterations) {}
