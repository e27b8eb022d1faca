package dev.carmine.client.command;

import static dev.carmine.client.internal.command.Blocking.MILLIS_AFTER_TIMEOUT;
import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.ClusterDecoders.*;
import static dev.carmine.client.internal.reply.Decoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Blocks;
import dev.carmine.client.internal.command.Redis;
import java.util.List;

/** Commands that ask a node what it knows of its cluster, and that change what it knows. */
public final class Cluster {
    private Cluster() {}

    // spotless:off
    /** Lets the next command of the connection reach a slot that the node is still importing, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/asking/">ASKING</a>. */
    @Redis("ASKING") public static Command<String> asking() { return ASKING.command(TEXT); }

    /** Gives slots that nobody has to the node, and returns {@code OK}. O(N) in the slots, since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-addslots/">CLUSTER ADDSLOTS</a>. */
    @Redis("CLUSTER ADDSLOTS") public static Command<String> clusterAddslots(int... slots) { return CLUSTER_ADDSLOTS.words().args(SlotRange.words("CLUSTER ADDSLOTS", slots)).command(TEXT); }

    /** Gives slots that nobody has to the node, and returns {@code OK}. O(N) in the slots, since 7.0.0: <a href="https://redis.io/docs/latest/commands/cluster-addslotsrange/">CLUSTER ADDSLOTSRANGE</a>. */
    @Redis("CLUSTER ADDSLOTSRANGE") public static Command<String> clusterAddslotsrange(SlotRange... ranges) { return CLUSTER_ADDSLOTSRANGE.words().args(SlotRange.words("CLUSTER ADDSLOTSRANGE", ranges)).command(TEXT); }

    /** Advances the node's epoch of configuration, and returns {@code BUMPED} with the new one, or {@code STILL} with its epoch if that is the greatest already. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-bumpepoch/">CLUSTER BUMPEPOCH</a>. */
    @Redis("CLUSTER BUMPEPOCH") public static Command<String> clusterBumpepoch() { return CLUSTER_BUMPEPOCH.command(TEXT); }

    /** Returns how many nodes report that a node has failed, as far as they still count. O(N) in the reports, since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-count-failure-reports/">CLUSTER COUNT-FAILURE-REPORTS</a>. */
    @Redis("CLUSTER COUNT-FAILURE-REPORTS") public static Command<Long> clusterCountFailureReports(String nodeId) { return CLUSTER_COUNT_FAILURE_REPORTS.words().arg(nodeId).command(LONG); }

    /** Returns how many keys of a slot the node has. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-countkeysinslot/">CLUSTER COUNTKEYSINSLOT</a>. */
    @Redis("CLUSTER COUNTKEYSINSLOT") public static Command<Long> clusterCountkeysinslot(int slot) { return CLUSTER_COUNTKEYSINSLOT.words().arg(slot).command(LONG); }

    /** Lets the node forget who has some slots, and returns {@code OK}. O(N) in the slots, since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-delslots/">CLUSTER DELSLOTS</a>. */
    @Redis("CLUSTER DELSLOTS") public static Command<String> clusterDelslots(int... slots) { return CLUSTER_DELSLOTS.words().args(SlotRange.words("CLUSTER DELSLOTS", slots)).command(TEXT); }

    /** Lets the node forget who has some slots, and returns {@code OK}. O(N) in the slots, since 7.0.0: <a href="https://redis.io/docs/latest/commands/cluster-delslotsrange/">CLUSTER DELSLOTSRANGE</a>. */
    @Redis("CLUSTER DELSLOTSRANGE") public static Command<String> clusterDelslotsrange(SlotRange... ranges) { return CLUSTER_DELSLOTSRANGE.words().args(SlotRange.words("CLUSTER DELSLOTSRANGE", ranges)).command(TEXT); }

    /** Makes the node, a replica, take over from its master in agreement with it, and returns {@code OK} as soon as that has begun. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-failover/">CLUSTER FAILOVER</a>. */
    @Redis("CLUSTER FAILOVER") public static Command<String> clusterFailover() { return CLUSTER_FAILOVER.command(TEXT); }

    /** Makes the node, a replica, take over from a master that cannot be reached, and returns {@code OK} as soon as that has begun. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-failover/">CLUSTER FAILOVER</a>. */
    @Redis("CLUSTER FAILOVER") public static Command<String> clusterFailover(ClusterFailoverMode mode) { return CLUSTER_FAILOVER.words().arg(mode.name()).command(TEXT); }

    /** Lets the node, which must be without keys, forget who has which slots, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-flushslots/">CLUSTER FLUSHSLOTS</a>. */
    @Redis("CLUSTER FLUSHSLOTS") public static Command<String> clusterFlushslots() { return CLUSTER_FLUSHSLOTS.command(TEXT); }

    /** Lets the node forget another one, which it does not accept again for a minute, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-forget/">CLUSTER FORGET</a>. */
    @Redis("CLUSTER FORGET") public static Command<String> clusterForget(String nodeId) { return CLUSTER_FORGET.words().arg(nodeId).command(TEXT); }

    /** Returns keys of a slot that the node has, at most so many. O(N) in the count, since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-getkeysinslot/">CLUSTER GETKEYSINSLOT</a>. */
    @Redis("CLUSTER GETKEYSINSLOT") public static Command<List<String>> clusterGetkeysinslot(int slot, int count) { return CLUSTER_GETKEYSINSLOT.words().arg(slot).arg(count).command(TEXTS); }

    /** Returns facts and statistics about the cluster as the node sees it. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-info/">CLUSTER INFO</a>. */
    @Redis("CLUSTER INFO") public static Command<ClusterInfo> clusterInfo() { return CLUSTER_INFO.command(CLUSTER_FACTS); }

    /** Returns the slot that a key belongs to. O(N) in the bytes of the key, since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-keyslot/">CLUSTER KEYSLOT</a>. */
    @Redis("CLUSTER KEYSLOT") public static Command<Long> clusterKeyslot(String key) { return CLUSTER_KEYSLOT.words().arg(key).command(LONG); }

    /** Returns the connections between the node and the others. O(N) in the nodes, since 7.0.0: <a href="https://redis.io/docs/latest/commands/cluster-links/">CLUSTER LINKS</a>. */
    @Redis("CLUSTER LINKS") public static Command<List<ClusterLink>> clusterLinks() { return CLUSTER_LINKS.command(LINKS); }

    /** Introduces the node to another one by its IP address and its port for clients, and returns {@code OK} as soon as it tries to reach it. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-meet/">CLUSTER MEET</a>. */
    @Redis("CLUSTER MEET") public static Command<String> clusterMeet(String ip, int port) { return CLUSTER_MEET.words().arg(ip).arg(port).command(TEXT); }

    /** Introduces the node to another one whose port for other nodes is not 10000 above that for clients, and returns {@code OK} as soon as it tries to reach it. O(1), since 4.0.0: <a href="https://redis.io/docs/latest/commands/cluster-meet/">CLUSTER MEET</a>. */
    @Redis("CLUSTER MEET") public static Command<String> clusterMeet(String ip, int port, int busPort) { return CLUSTER_MEET.words().arg(ip).arg(port).arg(busPort).command(TEXT); }

    /** Returns the id of the node. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-myid/">CLUSTER MYID</a>. */
    @Redis("CLUSTER MYID") public static Command<String> clusterMyid() { return CLUSTER_MYID.command(TEXT); }

    /** Returns the id of the node's shard, which a master and its replicas share. O(1), since 7.2.0: <a href="https://redis.io/docs/latest/commands/cluster-myshardid/">CLUSTER MYSHARDID</a>. */
    @Redis("CLUSTER MYSHARDID") public static Command<String> clusterMyshardid() { return CLUSTER_MYSHARDID.command(TEXT); }

    /** Returns what the node knows of each node of the cluster, itself included. O(N) in the nodes, since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-nodes/">CLUSTER NODES</a>. */
    @Redis("CLUSTER NODES") public static Command<List<ClusterNode>> clusterNodes() { return CLUSTER_NODES.command(NODES); }

    /** Returns what the node knows of the replicas of a master. O(N) in the replicas, since 5.0.0: <a href="https://redis.io/docs/latest/commands/cluster-replicas/">CLUSTER REPLICAS</a>. */
    @Redis("CLUSTER REPLICAS") public static Command<List<ClusterNode>> clusterReplicas(String nodeId) { return CLUSTER_REPLICAS.words().arg(nodeId).command(REPLICAS); }

    /** Makes the node a replica of a master, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-replicate/">CLUSTER REPLICATE</a>. */
    @Redis("CLUSTER REPLICATE") public static Command<String> clusterReplicate(String nodeId) { return CLUSTER_REPLICATE.words().arg(nodeId).command(TEXT); }

    /** Lets the node forget the cluster but keep its id, and returns {@code OK}; a master must be without keys, a replica loses them. O(N) in the nodes, since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-reset/">CLUSTER RESET</a>. */
    @Redis("CLUSTER RESET") public static Command<String> clusterReset() { return CLUSTER_RESET.command(TEXT); }

    /** Lets the node forget the cluster, and with {@code HARD} its id too, and returns {@code OK}; a master must be without keys, a replica loses them. O(N) in the nodes, since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-reset/">CLUSTER RESET</a>. */
    @Redis("CLUSTER RESET") public static Command<String> clusterReset(ClusterResetMode mode) { return CLUSTER_RESET.words().arg(mode.name()).command(TEXT); }

    /** Writes what the node knows of the cluster to disk, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-saveconfig/">CLUSTER SAVECONFIG</a>. */
    @Redis("CLUSTER SAVECONFIG") public static Command<String> clusterSaveconfig() { return CLUSTER_SAVECONFIG.command(TEXT); }

    /** Sets the epoch of configuration of a new node, which knows no other one, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-set-config-epoch/">CLUSTER SET-CONFIG-EPOCH</a>. */
    @Redis("CLUSTER SET-CONFIG-EPOCH") public static Command<String> clusterSetConfigEpoch(long epoch) { return CLUSTER_SET_CONFIG_EPOCH.words().arg(epoch).command(TEXT); }

    /** Changes where a slot is or where it moves to, and returns {@code OK}; since Valkey 8.0 it waits for replicas, two seconds at most if the arguments do not say. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-setslot/">CLUSTER SETSLOT</a>. */
    @Redis("CLUSTER SETSLOT") @Blocks(MILLIS_AFTER_TIMEOUT) public static Command<String> clusterSetslot(int slot, ClusterSetslotArgs args) { return CLUSTER_SETSLOT.words().arg(slot).args(args.words()).command(TEXT); }

    /** Returns the shards of the cluster, their slots and their nodes. O(N) in the nodes, since 7.0.0: <a href="https://redis.io/docs/latest/commands/cluster-shards/">CLUSTER SHARDS</a>. */
    @Redis("CLUSTER SHARDS") public static Command<List<ClusterShard>> clusterShards() { return CLUSTER_SHARDS.command(SHARDS); }

    /** Returns the statistics of the node's slots in some order. O(N*log(N)) in the slots, since 8.2.0 and Valkey 8.0.0: <a href="https://redis.io/docs/latest/commands/cluster-slot-stats/">CLUSTER SLOT-STATS</a>. */
    @Redis("CLUSTER SLOT-STATS") public static Command<List<ClusterSlotStats>> clusterSlotStats(ClusterSlotStatsArgs args) { return CLUSTER_SLOT_STATS.words().args(args.words()).command(SLOT_STATS); }

    /** Returns the statistics of those of some slots that the node has. O(N) in the slots, since 8.2.0 and Valkey 8.0.0: <a href="https://redis.io/docs/latest/commands/cluster-slot-stats/">CLUSTER SLOT-STATS</a>. */
    @Redis("CLUSTER SLOT-STATS") public static Command<List<ClusterSlotStats>> clusterSlotStats(SlotRange range) { return CLUSTER_SLOT_STATS.words().arg("SLOTSRANGE").arg(range.first()).arg(range.last()).command(SLOT_STATS); }

    /** Returns which nodes have which slots. O(N) in the nodes, since 3.0.0: <a href="https://redis.io/docs/latest/commands/cluster-slots/">CLUSTER SLOTS</a>. */
    @Redis("CLUSTER SLOTS") public static Command<List<ClusterSlots>> clusterSlots() { return CLUSTER_SLOTS.command(SLOTS); }

    /** Lets the connection read from a replica, which may lag behind its master, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/readonly/">READONLY</a>. */
    @Redis("READONLY") public static Command<String> readonly() { return READONLY.command(TEXT); }

    /** Takes back {@code READONLY}, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/readwrite/">READWRITE</a>. */
    @Redis("READWRITE") public static Command<String> readwrite() { return READWRITE.command(TEXT); }
    // spotless:on
}
