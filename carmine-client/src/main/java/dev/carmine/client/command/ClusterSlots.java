package dev.carmine.client.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slots, and the nodes that have them.
 *
 * @param slots the slots
 * @param master the node that takes writes
 * @param replicas its replicas that are well
 * @see <a href="https://redis.io/docs/latest/commands/cluster-slots/">CLUSTER SLOTS</a>
 */
public record ClusterSlots(SlotRange slots, Node master, List<Node> replicas) {

    /**
     * A node.
     *
     * @param endpoint the address or name that clients should take: empty or null for the one that they have asked, {@code ?}
     *     if the node should have a name but has none
     * @param port the port for clients
     * @param id its id
     * @param metadata other ways to reach it, as {@code ip} and {@code hostname}; empty before Redis 7.0
     */
    public record Node(@Nullable String endpoint, int port, String id, Map<String, String> metadata) {}
}
