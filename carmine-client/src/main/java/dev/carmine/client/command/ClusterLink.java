package dev.carmine.client.command;

import java.time.Instant;

/**
 * A connection between two nodes of a cluster, as one of them sees it. There are two for each pair: each node sends on
 * the one it has opened.
 *
 * @param direction {@code to} if this node has opened it, {@code from} if the other one has
 * @param node the id of the other node
 * @param createTime when it was created, which is before it is established
 * @param events what it waits for: {@code r} to read, {@code w} to write
 * @param sendBufferAllocated the bytes that are allocated for what is to be sent
 * @param sendBufferUsed the bytes of that in use
 * @see <a href="https://redis.io/docs/latest/commands/cluster-links/">CLUSTER LINKS</a>
 */
public record ClusterLink(
        String direction,
        String node,
        Instant createTime,
        String events,
        long sendBufferAllocated,
        long sendBufferUsed) {}
