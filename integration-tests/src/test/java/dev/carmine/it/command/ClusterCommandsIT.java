package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.ClusterFailoverMode;
import dev.carmine.client.command.ClusterInfo;
import dev.carmine.client.command.ClusterNode;
import dev.carmine.client.command.ClusterResetMode;
import dev.carmine.client.command.ClusterSetslotArgs;
import dev.carmine.client.command.ClusterShard;
import dev.carmine.client.command.ClusterSlotMetric;
import dev.carmine.client.command.ClusterSlotStats;
import dev.carmine.client.command.ClusterSlotStatsArgs;
import dev.carmine.client.command.ClusterSlots;
import dev.carmine.client.command.SlotRange;
import dev.carmine.client.command.SyncCluster;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster of one node, which is new in each test. */
@EachFace
@RedisTest(config = {"cluster-enabled yes", "cluster-require-full-coverage no"})
class ClusterCommandsIT extends CommandContract {
    /** That of the key {@code foo}. */
    private static final int SLOT = 12_182;

    private static final String HOST = "127.0.0.1";
    private static final int NOBODY = 1;
    private static final String TIMEOUT = "cluster-node-timeout";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Resp resp;

    ClusterCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncCluster.class, face, resp, server);
        this.resp = resp;
    }

    /** And is patient with nodes that never answer, which it would give up else while a test still speaks of them. */
    @BeforeEach
    void forgetTheCluster() {
        server.call("CLUSTER", "RESET", "HARD");
        server.call("CONFIG", "SET", TIMEOUT, "30000");
    }

    @Test
    void theNodeTellsOfItselfAndItsSlots() {
        assertThat(redis.clusterAddslots(SLOT, 7)).isEqualTo("OK");
        ClusterInfo info = redis.clusterInfo();
        assertThat(info.slotsAssigned()).isEqualTo(2);
        assertThat(info.slotsOk()).isEqualTo(2);
        assertThat(info.slotsPfail() + info.slotsFail()).isZero();
        assertThat(info.knownNodes()).isEqualTo(1);
        assertThat(info.facts()).containsEntry("cluster_slots_assigned", "2");
        ClusterNode node = ownNode();
        assertThat(node.id()).isEqualTo(redis.clusterMyid()).matches("[0-9a-f]{40}");
        assertThat(node.flags()).contains("myself", "master");
        assertThat(node.masterId()).isNull();
        assertThat(node.hostname()).isNull();
        assertThat(node.port()).isPositive();
        assertThat(node.connected()).isTrue();
        assertThat(node.slots()).containsExactly(new SlotRange(7, 7), new SlotRange(SLOT, SLOT));
        assertThat(redis.clusterReplicas(node.id())).isEmpty();
        assertThat(redis.clusterCountFailureReports(node.id())).isZero();
        assertThat(redis.clusterSlots()).hasSize(2).first().satisfies(slots -> isOf(node, slots));
    }

    private static void isOf(ClusterNode node, ClusterSlots slots) {
        assertThat(slots.slots()).isEqualTo(new SlotRange(7, 7));
        assertThat(slots.master().id()).isEqualTo(node.id());
        assertThat(slots.master().port()).isEqualTo(node.port());
        assertThat(slots.master().endpoint()).isEqualTo(node.host());
        assertThat(slots.replicas()).isEmpty();
    }

    @Test
    void slotsAreGivenAndTakenAway() {
        redis.clusterAddslots(1, 2, 3);
        assertThat(redis.clusterDelslots(1, 3)).isEqualTo("OK");
        assertThat(ownNode().slots()).containsExactly(new SlotRange(2, 2));
        assertThat(redis.clusterFlushslots()).isEqualTo("OK");
        assertThat(ownNode().slots()).isEmpty();
        refused(() -> redis.clusterDelslots(1));
    }

    @Test
    @SinceRedis("7.0")
    void slotsAreGivenAndTakenAwayInRows() {
        assertThat(redis.clusterAddslotsrange(new SlotRange(1, 100), new SlotRange(SLOT, SLOT)))
                .isEqualTo("OK");
        assertThat(redis.clusterDelslotsrange(new SlotRange(50, 100))).isEqualTo("OK");
        List<SlotRange> slots = List.of(new SlotRange(1, 49), new SlotRange(SLOT, SLOT));
        ClusterNode node = ownNode();
        assertThat(node.slots()).isEqualTo(slots);
        assertThat(redis.clusterShards()).singleElement().satisfies(shard -> {
            assertThat(shard.slots()).isEqualTo(slots);
            assertThat(shard.nodes())
                    .containsExactly(new ClusterShard.Node(
                            node.id(), node.port(), null, node.host(), node.host(), null, "master", 0, "online"));
        });
        assertThat(redis.clusterLinks()).isEmpty();
    }

    @Test
    void keysBelongToSlots() {
        assertThat(redis.clusterKeyslot("foo")).isEqualTo(SLOT);
        assertThat(redis.clusterKeyslot("{foo}.bar")).isEqualTo(SLOT);
        withAKey();
        assertThat(redis.clusterCountkeysinslot(SLOT)).isEqualTo(1);
        assertThat(redis.clusterGetkeysinslot(SLOT, 10)).containsExactly("foo");
        assertThat(redis.clusterCountkeysinslot(7)).isZero();
        refused(() -> redis.clusterReset());
    }

    /**
     * A node without slots belongs to no majority, and serves nothing. When it has got some, it goes on so for the
     * time-out of nodes, and for half a second at least.
     */
    private void withAKey() {
        server.call("CONFIG", "SET", TIMEOUT, "500");
        redis.clusterAddslots(SLOT);
        await().atMost(LIMIT).until(() -> redis.clusterInfo().ok());
        redis.set("foo", "bar");
    }

    @Test
    void slotsMoveBetweenNodes() {
        redis.clusterAddslots(1);
        String other = meetNobody();
        assertThat(redis.clusterSetslot(1, ClusterSetslotArgs.migratingTo(other)))
                .isEqualTo("OK");
        assertThat(redis.clusterSetslot(2, ClusterSetslotArgs.importingFrom(other)))
                .isEqualTo("OK");
        assertThat(ownNode().migrating()).containsExactly(Map.entry(1, other));
        assertThat(ownNode().importing()).containsExactly(Map.entry(2, other));
        assertThat(redis.clusterSetslot(1, ClusterSetslotArgs.stable())).isEqualTo("OK");
        assertThat(redis.clusterSetslot(2, ClusterSetslotArgs.node(redis.clusterMyid())))
                .isEqualTo("OK");
        assertThat(ownNode().migrating()).isEmpty();
        assertThat(ownNode().importing()).isEmpty();
        assertThat(ownNode().slots()).containsExactly(new SlotRange(1, 2));
    }

    @Test
    void nodesAreMetAndForgotten() {
        String other = meetNobody();
        assertThat(redis.clusterForget(other)).isEqualTo("OK");
        assertThat(redis.clusterNodes()).hasSize(1);
        assertThat(redis.clusterMeet(HOST, NOBODY, NOBODY + 1)).isEqualTo("OK");
        assertThat(redis.clusterNodes()).extracting(ClusterNode::busPort).contains(NOBODY + 1);
    }

    /** The id that the node gives to another one until that answers, which it never does. */
    private String meetNobody() {
        assertThat(redis.clusterMeet(HOST, NOBODY)).isEqualTo("OK");
        ClusterNode other = met();
        assertThat(other.host()).isEqualTo(HOST);
        assertThat(other.port()).isEqualTo(NOBODY);
        // It counts as connected for the moment in which the node tries to reach it, again and again.
        await().atMost(LIMIT).until(() -> !met().connected());
        return other.id();
    }

    private ClusterNode met() {
        List<ClusterNode> met = redis.clusterNodes().stream()
                .filter(node -> node.flags().contains("handshake"))
                .toList();
        assertThat(met).hasSize(1);
        return met.get(0);
    }

    @Test
    void aMasterDoesNotTakeOver() {
        refused(() -> redis.clusterFailover());
        refused(() -> redis.clusterFailover(ClusterFailoverMode.FORCE));
        refused(() -> redis.clusterReplicate("unknown"));
    }

    @Test
    void theNodeBeginsAfresh() {
        String id = redis.clusterMyid();
        assertThat(redis.clusterSetConfigEpoch(7)).isEqualTo("OK");
        assertThat(redis.clusterInfo().myEpoch()).isEqualTo(7);
        assertThat(redis.clusterInfo().currentEpoch()).isEqualTo(7);
        assertThat(redis.clusterBumpepoch()).isEqualTo("STILL 7");
        assertThat(redis.clusterSaveconfig()).isEqualTo("OK");
        assertThat(redis.clusterReset()).isEqualTo("OK");
        assertThat(redis.clusterMyid()).isEqualTo(id);
        assertThat(redis.clusterReset(ClusterResetMode.HARD)).isEqualTo("OK");
        assertThat(redis.clusterMyid()).isNotEqualTo(id);
        assertThat(redis.clusterBumpepoch()).isEqualTo("BUMPED 1");
    }

    @Test
    @SinceRedis("7.2")
    void theShardHasAnId() {
        assertThat(redis.clusterMyshardid()).matches("[0-9a-f]{40}");
    }

    @Test
    @SinceRedis(value = "8.2", valkey = "8.0")
    void slotsHaveStatistics() {
        withAKey();
        ClusterSlotStats stats = new ClusterSlotStats(SLOT, 1, null, null, null, null);
        assertThat(redis.clusterSlotStats(new SlotRange(SLOT, SLOT))).containsExactly(stats);
        assertThat(redis.clusterSlotStats(ClusterSlotStatsArgs.greatest(ClusterSlotMetric.KEY_COUNT)
                        .limit(1)))
                .containsExactly(stats);
    }

    @Test
    void whatChangesTheConnectionIsRefusedWhereItIsShared() {
        assertThatIllegalArgumentException().isThrownBy(() -> redis.asking());
        assertThatIllegalArgumentException().isThrownBy(() -> redis.readonly());
        assertThatIllegalArgumentException().isThrownBy(() -> redis.readwrite());
    }

    @Test
    void aSessionAsksAndReadsFromReplicas() {
        try (Carmine client = Clients.connect(server, resp)) {
            client.session(session -> {
                assertThat(session.asking()).isEqualTo("OK");
                assertThat(session.readonly()).isEqualTo("OK");
                assertThat(session.clientInfo().flags()).contains("r");
                assertThat(session.readwrite()).isEqualTo("OK");
                return "done";
            });
        }
    }

    private ClusterNode ownNode() {
        return redis.clusterNodes().stream()
                .filter(node -> node.flags().contains("myself"))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(CarmineServerException.class).isThrownBy(call);
    }

    @Override
    Set<String> notHere() {
        Set<String> newer = new HashSet<>();
        if (!server.redisLevel().isAtLeast("7.2")) {
            newer.add("clusterMyshardid");
        }
        if (!server.redisLevel().isAtLeast("8.2") && !server.isValkey("8.0")) {
            newer.add("clusterSlotStats");
        }
        return newer;
    }
}
