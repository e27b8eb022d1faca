package dev.carmine.client.command;

import java.util.Map;

/**
 * How the server uses its memory.
 *
 * @param peakAllocated the most bytes that were ever allocated
 * @param totalAllocated the bytes that are allocated now
 * @param startupAllocated the bytes that were allocated when the server had started
 * @param replicationBacklog the bytes of the replication backlog
 * @param clientsReplicas the bytes for connections with replicas
 * @param clientsNormal the bytes for connections with all other clients
 * @param aofBuffer the bytes of the buffers for the append-only file
 * @param overheadTotal the bytes of everything but the data
 * @param keysCount how many keys there are, over all databases
 * @param keysBytesPerKey the bytes for a key and its value in the mean
 * @param datasetBytes the bytes of the data
 * @param datasetPercentage their part in what was allocated since the start, between 0 and 100
 * @param peakPercentage the part of the present allocation in the peak, between 0 and 100
 * @param fragmentation the ratio of the memory that the process occupies to the allocated
 * @param fragmentationBytes their difference in bytes; may be negative
 * @param databases what the tables of keys take, by the index of the database; only those that have keys
 * @param numbers all numbers by the server's names, of which newer servers tell more: {@link Long}, or {@link Double} for
 *     ratios and percentages
 * @see <a href="https://redis.io/docs/latest/commands/memory-stats/">MEMORY STATS</a>
 */
public record MemoryStats(
        long peakAllocated,
        long totalAllocated,
        long startupAllocated,
        long replicationBacklog,
        long clientsReplicas,
        long clientsNormal,
        long aofBuffer,
        long overheadTotal,
        long keysCount,
        long keysBytesPerKey,
        long datasetBytes,
        double datasetPercentage,
        double peakPercentage,
        double fragmentation,
        long fragmentationBytes,
        Map<Integer, Database> databases,
        Map<String, Number> numbers) {

    /**
     * What the tables of a database take.
     *
     * @param keysOverhead the bytes of the table of keys
     * @param expiriesOverhead the bytes of the table of times to live
     */
    public record Database(long keysOverhead, long expiriesOverhead) {}
}
