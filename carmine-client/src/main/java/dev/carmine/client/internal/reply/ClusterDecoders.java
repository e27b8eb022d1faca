package dev.carmine.client.internal.reply;

import dev.carmine.client.command.ClusterInfo;
import dev.carmine.client.command.ClusterLink;
import dev.carmine.client.command.ClusterNode;
import dev.carmine.client.command.ClusterShard;
import dev.carmine.client.command.ClusterSlotStats;
import dev.carmine.client.command.ClusterSlots;
import dev.carmine.client.command.SlotRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decoders of what a node tells of its cluster. */
public final class ClusterDecoders {
    /** Lines of {@code name:value}. */
    public static final ReplyDecoder<ClusterInfo> CLUSTER_FACTS = new BuiltInDecoder<>(in -> info(Values.text(in)));

    /** Connections between nodes. */
    public static final ReplyDecoder<List<ClusterLink>> LINKS = listOf(read -> link(Fields.of(read)));

    /** A line about each node in one text. */
    public static final ReplyDecoder<List<ClusterNode>> NODES = new BuiltInDecoder<>(
            in -> Values.text(in).lines().map(ClusterNodeLine::read).toList());

    /** A list of lines, one about each node. */
    public static final ReplyDecoder<List<ClusterNode>> REPLICAS = new BuiltInDecoder<>(
            in -> Values.list(in, line -> ClusterNodeLine.read(Values.text(line).strip())));

    /** Shards with their slots and nodes. */
    public static final ReplyDecoder<List<ClusterShard>> SHARDS = listOf(read -> shard(Fields.of(read)));

    /** Slots with their nodes. */
    public static final ReplyDecoder<List<ClusterSlots>> SLOTS = listOf(read -> slots(Elements.of(read)));

    /** Slots with their statistics. */
    public static final ReplyDecoder<List<ClusterSlotStats>> SLOT_STATS = listOf(read -> slotStats(Elements.of(read)));

    private ClusterDecoders() {}

    private static <T> ReplyDecoder<List<T>> listOf(Function<@Nullable Object, T> element) {
        return new BuiltInDecoder<>(in -> Fields.listOf(Values.anything(in), element));
    }

    private static ClusterInfo info(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.put(parts[0], parts[1]));
        Fields info = Fields.of(values);
        return new ClusterInfo(
                info.text("cluster_state").equals("ok"),
                integer(info, "cluster_slots_assigned"),
                integer(info, "cluster_slots_ok"),
                integer(info, "cluster_slots_pfail"),
                integer(info, "cluster_slots_fail"),
                integer(info, "cluster_known_nodes"),
                integer(info, "cluster_size"),
                info.integer("cluster_current_epoch"),
                info.integer("cluster_my_epoch"),
                info.integer("cluster_stats_messages_sent"),
                info.integer("cluster_stats_messages_received"),
                values);
    }

    private static int integer(Fields fields, String name) {
        return Math.toIntExact(fields.integer(name));
    }

    private static ClusterLink link(Fields link) {
        return new ClusterLink(
                link.text("direction"),
                link.text("node"),
                Instant.ofEpochMilli(link.integer("create-time")),
                link.text("events"),
                link.integer("send-buffer-allocated"),
                link.integer("send-buffer-used"));
    }

    private static ClusterShard shard(Fields shard) {
        List<Integer> bounds = shard.list("slots", slot -> Math.toIntExact(Fields.integerOf(slot)));
        List<SlotRange> slots = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i += 2) {
            slots.add(new SlotRange(bounds.get(i), bounds.get(i + 1)));
        }
        return new ClusterShard(slots, shard.list("nodes", node -> node(Fields.of(node))));
    }

    private static ClusterShard.Node node(Fields node) {
        return new ClusterShard.Node(
                node.text("id"),
                port(node.optionalInteger("port")),
                port(node.optionalInteger("tls-port")),
                node.text("ip"),
                node.optionalText("endpoint"),
                node.optionalText("hostname"),
                node.text("role"),
                node.integer("replication-offset"),
                node.text("health"));
    }

    private static @Nullable Integer port(@Nullable Long port) {
        return port == null ? null : Math.toIntExact(port);
    }

    private static ClusterSlots slots(Elements slots) {
        List<ClusterSlots.Node> nodes = new ArrayList<>();
        for (int i = 2; i < slots.size(); i++) {
            nodes.add(node(slots.elements(i)));
        }
        SlotRange range = new SlotRange(Math.toIntExact(slots.integer(0)), Math.toIntExact(slots.integer(1)));
        return new ClusterSlots(range, node(slots.elements(2)), nodes.subList(1, nodes.size()));
    }

    private static ClusterSlots.Node node(Elements node) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (node.size() > 3) {
            node.fields(3).all().forEach((name, value) -> {
                if (value != null) {
                    metadata.put(name, value.toString());
                }
            });
        }
        return new ClusterSlots.Node(node.optionalText(0), Math.toIntExact(node.integer(1)), node.text(2), metadata);
    }

    private static ClusterSlotStats slotStats(Elements slot) {
        Fields stats = slot.fields(1);
        Long micros = stats.optionalInteger("cpu-usec");
        return new ClusterSlotStats(
                Math.toIntExact(slot.integer(0)),
                stats.integer("key-count"),
                micros == null ? null : Duration.of(micros, ChronoUnit.MICROS),
                stats.optionalInteger("network-bytes-in"),
                stats.optionalInteger("network-bytes-out"),
                stats.optionalInteger("memory-bytes"));
    }
}
