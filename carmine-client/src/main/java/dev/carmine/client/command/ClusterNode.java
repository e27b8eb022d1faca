package dev.carmine.client.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a node of a cluster knows of a node, itself for instance.
 *
 * @param id the node's id
 * @param host its address; empty as long as a node does not know its own
 * @param port the port for clients
 * @param busPort the port for other nodes
 * @param hostname its name, or null if it has none; null before Redis 7.0
 * @param flags such as {@code myself}, {@code master}, {@code slave}, {@code fail?}, {@code fail} and {@code noflags}
 * @param masterId the id of the node that this one is a replica of, or null if it is none
 * @param pingSent when the ping that waits for its answer was sent, or null if there is none
 * @param pongReceived when the latest answer came, or null if none has
 * @param configEpoch the epoch of what it says of its slots
 * @param connected whether there is a connection to it
 * @param slots the slots it has
 * @param importing the slots that move to it, with the ids of the nodes that have them; a node tells of itself alone
 * @param migrating the slots that move from it, with the ids of the nodes that get them; a node tells of itself alone
 * @see <a href="https://redis.io/docs/latest/commands/cluster-nodes/">CLUSTER NODES</a>
 */
public record ClusterNode(
        String id,
        String host,
        int port,
        int busPort,
        @Nullable String hostname,
        List<String> flags,
        @Nullable String masterId,
        @Nullable Instant pingSent,
        @Nullable Instant pongReceived,
        long configEpoch,
        boolean connected,
        List<SlotRange> slots,
        Map<Integer, String> importing,
        Map<Integer, String> migrating) {}
