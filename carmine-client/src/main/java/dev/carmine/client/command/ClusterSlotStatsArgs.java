package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * In which order {@code CLUSTER SLOT-STATS} lists slots, and how many: {@code
 * ClusterSlotStatsArgs.greatest(ClusterSlotMetric.KEY_COUNT).limit(10)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/cluster-slot-stats/">CLUSTER SLOT-STATS</a>
 */
public final class ClusterSlotStatsArgs {
    private final ClusterSlotMetric metric;
    private final String order;
    private final Words limit;

    private ClusterSlotStatsArgs(ClusterSlotMetric metric, String order, Words limit) {
        this.metric = metric;
        this.order = order;
        this.limit = limit;
    }

    /**
     * The slots with the greatest number first ({@code DESC}).
     *
     * @param metric what counts
     * @return arguments with that order
     */
    public static ClusterSlotStatsArgs greatest(ClusterSlotMetric metric) {
        return new ClusterSlotStatsArgs(metric, "DESC", Words.none());
    }

    /**
     * The slots with the least number first ({@code ASC}).
     *
     * @param metric what counts
     * @return arguments with that order
     */
    public static ClusterSlotStatsArgs least(ClusterSlotMetric metric) {
        return new ClusterSlotStatsArgs(metric, "ASC", Words.none());
    }

    /**
     * Lists so many slots at most ({@code LIMIT}).
     *
     * @param count how many, from 1 to 16384
     * @return arguments with that limit instead of any other
     * @throws IllegalArgumentException if it is out of that range
     */
    public ClusterSlotStatsArgs limit(int count) {
        return new ClusterSlotStatsArgs(
                metric, order, Words.of("LIMIT", Amounts.upTo(SlotRange.COUNT, "limit", count)));
    }

    /** What follows the name. */
    List<Object> words() {
        return Words.of("ORDERBY", metric.word()).and(limit).and(order).toList();
    }
}
