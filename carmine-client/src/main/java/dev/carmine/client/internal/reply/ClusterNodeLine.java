package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.ClusterNode;
import dev.carmine.client.command.SlotRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line about a node of a cluster, as {@code CLUSTER NODES} and {@code CLUSTER REPLICAS} write it. */
final class ClusterNodeLine {
    /** What stands before the slots, and those. The host may have colons too; other facts may follow the hostname. */
    private static final Pattern LINE = Pattern.compile("(?<id>\\S+) (?<host>\\S*):(?<port>\\d+)@(?<bus>\\d+)"
            + "(?:,(?<name>[^, ]*))?(?:,\\S*)? (?<flags>\\S+) (?<master>\\S+) (?<ping>\\d+) (?<pong>\\d+)"
            + " (?<epoch>\\d+) (?<link>\\S+)(?<slots>.*)");

    /** A slot on its way to the node, or away from it. */
    private static final Pattern MOVING = Pattern.compile("\\[(?<slot>\\d+)-(?<way>[<>])-(?<node>\\S+)]");

    private ClusterNodeLine() {}

    static ClusterNode read(String text) {
        Matcher line = matching(LINE, text);
        String name = line.group("name");
        String master = line.group("master");
        List<SlotRange> slots = new ArrayList<>();
        Map<Integer, String> importing = new LinkedHashMap<>();
        Map<Integer, String> migrating = new LinkedHashMap<>();
        for (String word : line.group("slots").strip().split(" ", -1)) {
            if (word.startsWith("[")) {
                Matcher moving = matching(MOVING, word);
                (moving.group("way").equals("<") ? importing : migrating)
                        .put(Integer.valueOf(moving.group("slot")), moving.group("node"));
            } else if (!word.isEmpty()) {
                slots.add(slots(word));
            }
        }
        return new ClusterNode(
                line.group("id"),
                line.group("host"),
                Integer.parseInt(line.group("port")),
                Integer.parseInt(line.group("bus")),
                name == null || name.isEmpty() ? null : name,
                List.of(line.group("flags").split(",", -1)),
                master.equals("-") ? null : master,
                instant(line.group("ping")),
                instant(line.group("pong")),
                Long.parseLong(line.group("epoch")),
                line.group("link").equals("connected"),
                slots,
                importing,
                migrating);
    }

    private static Matcher matching(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new CarmineProtocolException("expected a line about a node of the cluster", -1, null);
        }
        return matcher;
    }

    private static SlotRange slots(String word) {
        int dash = word.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? word : word.substring(0, dash));
        return new SlotRange(first, dash < 0 ? first : Integer.parseInt(word.substring(dash + 1)));
    }

    private static @Nullable Instant instant(String millis) {
        long time = Long.parseLong(millis);
        return time == 0 ? null : Instant.ofEpochMilli(time);
    }
}
