package dev.carmine.client.command;

import java.util.Map;

/**
 * A cluster as one of its nodes sees it.
 *
 * @param ok whether the node answers questions about keys; not if slots are missing, or if it cannot reach the majority
 *     of the masters
 * @param slotsAssigned how many of the 16384 slots belong to a node
 * @param slotsOk how many slots belong to nodes that are well
 * @param slotsPfail how many slots belong to nodes that this one cannot reach now
 * @param slotsFail how many slots belong to nodes that have failed
 * @param knownNodes how many nodes it knows, with replicas and such as have not yet answered
 * @param size how many masters have slots
 * @param currentEpoch the present epoch of the cluster, by which events are ordered
 * @param myEpoch the epoch of the node's own configuration
 * @param messagesSent how many messages it has sent to other nodes
 * @param messagesReceived how many messages it has received from them
 * @param facts all of it by the server's names, of which newer servers tell more
 * @see <a href="https://redis.io/docs/latest/commands/cluster-info/">CLUSTER INFO</a>
 */
public record ClusterInfo(
        boolean ok,
        int slotsAssigned,
        int slotsOk,
        int slotsPfail,
        int slotsFail,
        int knownNodes,
        int size,
        long currentEpoch,
        long myEpoch,
        long messagesSent,
        long messagesReceived,
        Map<String, String> facts) {}
