package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Frames;
import dev.carmine.client.command.Cluster;
import dev.carmine.client.command.ClusterLink;
import dev.carmine.client.command.ClusterNode;
import dev.carmine.client.command.ClusterShard;
import dev.carmine.client.command.ClusterSlotStats;
import dev.carmine.client.command.ClusterSlots;
import dev.carmine.client.command.SlotRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cluster of one node does not tell. In the frames, {@code |} stands for CRLF. */
class ClusterDecodersTest {

    @Test
    void readsTheLineOfAReplicaThatIsAway() {
        assertThat(Frames.reply(
                        Cluster.clusterReplicas("a"),
                        "*1|+b 10.0.0.2:7001@17001,host2,shard-id=x slave,fail? a 5 6 7 disconnected|"))
                .containsExactly(new ClusterNode(
                        "b",
                        "10.0.0.2",
                        7001,
                        17001,
                        "host2",
                        List.of("slave", "fail?"),
                        "a",
                        Instant.ofEpochMilli(5),
                        Instant.ofEpochMilli(6),
                        7,
                        false,
                        List.of(),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void readsTheLineOfAMasterWithMovingSlots() {
        assertThat(Frames.reply(
                        Cluster.clusterReplicas("a"),
                        "*1|+a ::1:7000@17000 myself,master - 0 0 1 connected 0-5 9 [77->-b] [93-<-c]|"))
                .containsExactly(new ClusterNode(
                        "a",
                        "::1",
                        7000,
                        17000,
                        null,
                        List.of("myself", "master"),
                        null,
                        null,
                        null,
                        1,
                        true,
                        List.of(new SlotRange(0, 5), new SlotRange(9, 9)),
                        Map.of(93, "c"),
                        Map.of(77, "b")));
    }

    @Test
    void refusesWhatIsNoLine() {
        assertThatThrownBy(() -> Frames.reply(Cluster.clusterNodes(), "+other|"))
                .isInstanceOf(CarmineProtocolException.class);
        assertThatThrownBy(() -> Frames.reply(Cluster.clusterNodes(), "+a h:1@2 master - 0 0 1 connected [x]|"))
                .isInstanceOf(CarmineProtocolException.class);
    }

    @Test
    void readsLinks() {
        ClusterLink link = new ClusterLink("to", "a", Instant.ofEpochMilli(1_639_442_739_375L), "rw", 4512, 8);
        String fields = "$9|direction|$2|to|$4|node|$1|a|$11|create-time|:1639442739375|$6|events|$2|rw|"
                + "$21|send-buffer-allocated|:4512|$16|send-buffer-used|:8|";
        assertThat(Frames.reply(Cluster.clusterLinks(), "*1|*12|" + fields)).containsExactly(link);
        assertThat(Frames.reply(Cluster.clusterLinks(), "*1|%6|" + fields)).containsExactly(link);
    }

    @Test
    void readsShardsWithTlsNamesAndReplicas() {
        String node = "$2|id|$1|a|$8|tls-port|:7379|$2|ip|$2|::|$8|endpoint|$-1|$8|hostname|$1|h|$4|role|$7|replica|"
                + "$18|replication-offset|:72156|$6|health|$7|loading|";
        assertThat(Frames.reply(Cluster.clusterShards(), "*1|*4|$5|slots|*4|:0|:5|:9|:9|$5|nodes|*1|*16|" + node))
                .containsExactly(new ClusterShard(
                        List.of(new SlotRange(0, 5), new SlotRange(9, 9)),
                        List.of(new ClusterShard.Node("a", null, 7379, "::", null, "h", "replica", 72156, "loading"))));
    }

    @Test
    void readsSlotsWithReplicasOfOldAndNewServers() {
        ClusterSlots.Node old = new ClusterSlots.Node("10.0.0.2", 7000, "a", Map.of());
        ClusterSlots.Node named = new ClusterSlots.Node(null, 7001, "b", Map.of("hostname", "h"));
        assertThat(Frames.reply(
                        Cluster.clusterSlots(),
                        "*1|*4|:0|:5|*3|$8|10.0.0.2|:7000|$1|a|*4|$-1|:7001|$1|b|*4|$8|hostname|$1|h|$3|new|$-1|"))
                .containsExactly(new ClusterSlots(new SlotRange(0, 5), old, List.of(named)));
    }

    @Test
    void readsAllStatisticsOfSlots() {
        String stats = "$9|key-count|:1|$8|cpu-usec|:12|$16|network-bytes-in|:3|$17|network-bytes-out|:4|"
                + "$12|memory-bytes|:5|";
        ClusterSlotStats read = new ClusterSlotStats(7, 1, Duration.ofNanos(12_000), 3L, 4L, 5L);
        assertThat(Frames.reply(Cluster.clusterSlotStats(new SlotRange(7, 7)), "*1|*2|:7|%5|" + stats))
                .containsExactly(read);
        assertThat(Frames.reply(Cluster.clusterSlotStats(new SlotRange(7, 7)), "*1|*2|:7|*10|" + stats))
                .containsExactly(read);
    }
}
