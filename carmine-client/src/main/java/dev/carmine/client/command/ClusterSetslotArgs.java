package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;

/**
 * What {@code CLUSTER SETSLOT} changes of a slot: {@code ClusterSetslotArgs.migratingTo(nodeId)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/cluster-setslot/">CLUSTER SETSLOT</a>
 */
public final class ClusterSetslotArgs {
    private final Words change;
    private final Words limit;

    private ClusterSetslotArgs(Words change, Words limit) {
        this.change = change;
        this.limit = limit;
    }

    /**
     * The slot begins to move to the node from another one ({@code IMPORTING}).
     *
     * @param nodeId the node that has it
     * @return arguments with that change
     */
    public static ClusterSetslotArgs importingFrom(String nodeId) {
        return new ClusterSetslotArgs(Words.of("IMPORTING", nodeId), Words.none());
    }

    /**
     * The slot begins to move from the node to another one ({@code MIGRATING}).
     *
     * @param nodeId the node that gets it
     * @return arguments with that change
     */
    public static ClusterSetslotArgs migratingTo(String nodeId) {
        return new ClusterSetslotArgs(Words.of("MIGRATING", nodeId), Words.none());
    }

    /**
     * The slot belongs to a node from now on ({@code NODE}).
     *
     * @param nodeId the node that has it
     * @return arguments with that change
     */
    public static ClusterSetslotArgs node(String nodeId) {
        return new ClusterSetslotArgs(Words.of("NODE", nodeId), Words.none());
    }

    /**
     * The slot does not move any more ({@code STABLE}).
     *
     * @return arguments with that change
     */
    public static ClusterSetslotArgs stable() {
        return new ClusterSetslotArgs(Words.of("STABLE"), Words.none());
    }

    /**
     * Waits for the node's replicas to take over the change for some time ({@code TIMEOUT}). Since Valkey 8.0.
     *
     * @param time how long to wait, rounded up to milliseconds
     * @return arguments with that time instead of any other
     * @throws IllegalArgumentException if the time is negative
     */
    public ClusterSetslotArgs within(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("The time of CLUSTER SETSLOT must not be negative, but is " + time);
        }
        return new ClusterSetslotArgs(change, Words.of("TIMEOUT", Times.millis(time)));
    }

    /** What follows the slot. */
    List<Object> words() {
        return change.and(limit).toList();
    }
}
