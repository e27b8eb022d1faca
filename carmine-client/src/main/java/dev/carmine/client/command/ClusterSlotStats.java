package dev.carmine.client.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a slot of a cluster. Servers count all but the keys only if {@code cluster-slot-stats-enabled} is
 * set.
 *
 * @param slot the slot
 * @param keyCount how many keys there are
 * @param cpuTime the processor's time for commands on its keys, or null if it is not counted
 * @param networkBytesIn the bytes of requests about its keys, or null if they are not counted
 * @param networkBytesOut the bytes of replies about its keys, or null if they are not counted
 * @param memoryBytes the bytes that its keys and values take, or null if they are not counted; not of Valkey
 * @see <a href="https://redis.io/docs/latest/commands/cluster-slot-stats/">CLUSTER SLOT-STATS</a>
 */
public record ClusterSlotStats(
        int slot,
        long keyCount,
        @Nullable Duration cpuTime,
        @Nullable Long networkBytesIn,
        @Nullable Long networkBytesOut,
        @Nullable Long memoryBytes) {}
