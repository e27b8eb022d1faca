package dev.carmine.client.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A master and its replicas, which have the same slots.
 *
 * @param slots the slots they have; there may be none
 * @param nodes the nodes, the master among them unless it is lost
 * @see <a href="https://redis.io/docs/latest/commands/cluster-shards/">CLUSTER SHARDS</a>
 */
public record ClusterShard(List<SlotRange> slots, List<Node> nodes) {

    /**
     * A node.
     *
     * @param id its id
     * @param port the port for clients without TLS, or null if it has none
     * @param tlsPort the port for clients with TLS, or null if it has none
     * @param ip its address; empty as long as a node does not know its own
     * @param endpoint the address or name that clients should take: empty or null for the one that they have asked, {@code ?}
     *     if the node should have a name but has none
     * @param hostname its name, or null if it has none
     * @param role {@code master} or {@code replica}
     * @param replicationOffset how far it has come in the master's stream of changes, in bytes
     * @param health {@code online}, {@code failed}, or {@code loading} if it does not yet have the data
     */
    public record Node(
            String id,
            @Nullable Integer port,
            @Nullable Integer tlsPort,
            String ip,
            @Nullable String endpoint,
            @Nullable String hostname,
            String role,
            long replicationOffset,
            String health) {}
}
