package dev.carmine.client.command;

import java.util.stream.Stream;

class ClusterTest extends FactoryContract {
    ClusterTest() {
        super(Cluster.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Cluster.asking(), "ASKING"),
            row(Cluster.clusterAddslots(1, 7), "CLUSTER ADDSLOTS 1 7"),
            row(Cluster.clusterAddslotsrange(new SlotRange(1, 3), new SlotRange(5, 5)), "CLUSTER ADDSLOTSRANGE 1 3 5 5"),
            row(Cluster.clusterBumpepoch(), "CLUSTER BUMPEPOCH"),
            row(Cluster.clusterCountFailureReports("id"), "CLUSTER COUNT-FAILURE-REPORTS id"),
            row(Cluster.clusterCountkeysinslot(7), "CLUSTER COUNTKEYSINSLOT 7"),
            row(Cluster.clusterDelslots(1, 7), "CLUSTER DELSLOTS 1 7"),
            row(Cluster.clusterDelslotsrange(new SlotRange(1, 3)), "CLUSTER DELSLOTSRANGE 1 3"),
            row(Cluster.clusterFailover(), "CLUSTER FAILOVER"),
            row(Cluster.clusterFailover(ClusterFailoverMode.TAKEOVER), "CLUSTER FAILOVER TAKEOVER"),
            row(Cluster.clusterFlushslots(), "CLUSTER FLUSHSLOTS"),
            row(Cluster.clusterForget("id"), "CLUSTER FORGET id"),
            row(Cluster.clusterGetkeysinslot(7, 10), "CLUSTER GETKEYSINSLOT 7 10"),
            row(Cluster.clusterInfo(), "CLUSTER INFO"),
            row(Cluster.clusterKeyslot("k"), "CLUSTER KEYSLOT k"),
            row(Cluster.clusterLinks(), "CLUSTER LINKS"),
            row(Cluster.clusterMeet("10.0.0.2", 6379), "CLUSTER MEET 10.0.0.2 6379"),
            row(Cluster.clusterMeet("10.0.0.2", 6379, 7379), "CLUSTER MEET 10.0.0.2 6379 7379"),
            row(Cluster.clusterMyid(), "CLUSTER MYID"),
            row(Cluster.clusterMyshardid(), "CLUSTER MYSHARDID"),
            row(Cluster.clusterNodes(), "CLUSTER NODES"),
            row(Cluster.clusterReplicas("id"), "CLUSTER REPLICAS id"),
            row(Cluster.clusterReplicate("id"), "CLUSTER REPLICATE id"),
            row(Cluster.clusterReset(), "CLUSTER RESET"),
            row(Cluster.clusterReset(ClusterResetMode.HARD), "CLUSTER RESET HARD"),
            row(Cluster.clusterSaveconfig(), "CLUSTER SAVECONFIG"),
            row(Cluster.clusterSetConfigEpoch(7), "CLUSTER SET-CONFIG-EPOCH 7"),
            row(Cluster.clusterSetslot(7, ClusterSetslotArgs.stable()), "CLUSTER SETSLOT 7 STABLE"),
            row(Cluster.clusterShards(), "CLUSTER SHARDS"),
            row(Cluster.clusterSlotStats(ClusterSlotStatsArgs.least(ClusterSlotMetric.CPU_USEC)), "CLUSTER SLOT-STATS ORDERBY cpu-usec ASC"),
            row(Cluster.clusterSlotStats(new SlotRange(1, 3)), "CLUSTER SLOT-STATS SLOTSRANGE 1 3"),
            row(Cluster.clusterSlots(), "CLUSTER SLOTS"),
            row(Cluster.readonly(), "READONLY"),
            row(Cluster.readwrite(), "READWRITE"));
    }
    // spotless:on
}
