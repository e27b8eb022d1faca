package dev.carmine.it.command;

import dev.carmine.it.server.RedisServer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells of one of its commands.
 *
 * @param name in capitals, with the subcommand
 * @param arity how many words it has, or, if negative, at least
 * @param flags such as {@code readonly}
 * @param firstKey the position of the first word that decides on the slot, be it a key or a shard's channel; 0 if none
 * @param isContainer whether it has subcommands, which then stand for themselves; servers before 7.0 do not tell
 */
record ServerCommand(String name, long arity, Set<Object> flags, long firstKey, boolean isContainer) {

    /** What {@code COMMAND} tells, by name. */
    static Map<String, ServerCommand> allOf(RedisServer server) {
        Map<String, ServerCommand> commands = new HashMap<>();
        list(server.call("COMMAND")).forEach(entry -> add(list(entry), commands));
        return commands;
    }

    private static void add(List<?> entry, Map<String, ServerCommand> commands) {
        List<?> subcommands = entry.size() > 9 ? list(entry.get(9)) : List.of();
        String name = name(entry.get(0));
        Set<Object> flags = new HashSet<>(list(entry.get(2)));
        commands.put(
                name, new ServerCommand(name, (Long) entry.get(1), flags, (Long) entry.get(3), !subcommands.isEmpty()));
        subcommands.forEach(subcommand -> add(list(subcommand), commands));
    }

    /** What {@code COMMAND DOCS} tells, by name. */
    static Map<String, Docs> docsOf(RedisServer server) {
        Map<String, Docs> docs = new HashMap<>();
        addDocs(list(server.call("COMMAND", "DOCS")), docs);
        return docs;
    }

    private static void addDocs(List<?> reply, Map<String, Docs> docs) {
        for (int i = 0; i < reply.size(); i += 2) {
            Map<Object, Object> fields = new HashMap<>();
            List<?> flat = list(reply.get(i + 1));
            for (int field = 0; field < flat.size(); field += 2) {
                fields.put(flat.get(field), flat.get(field + 1));
            }
            addDocs(list(fields.getOrDefault("subcommands", List.of())), docs);
            Set<String> changed = new HashSet<>();
            addVersions(List.of(fields.getOrDefault("history", ""), fields.getOrDefault("arguments", "")), changed);
            docs.put(name(reply.get(i)), new Docs((String) fields.get("since"), changed));
        }
    }

    private static void addVersions(Object reply, Set<String> versions) {
        if (reply instanceof List<?> elements) {
            elements.forEach(element -> addVersions(element, versions));
        } else if (reply instanceof String text && text.matches("\\d+\\.\\d+\\.\\d+")) {
            versions.add(text);
        }
    }

    private static String name(Object name) {
        return String.valueOf(name).toUpperCase(Locale.ROOT).replace('|', ' ');
    }

    private static List<?> list(@Nullable Object reply) {
        return (List<?>) Objects.requireNonNull(reply);
    }

    boolean hasFlag(String flag) {
        return flags.contains(flag);
    }

    /** Of those words that are keys to a cluster only: a shard's channel, which {@code COMMAND GETKEYS} passes over. */
    List<String> slotWords(List<String> words) {
        return firstKey == 0 ? List.of() : List.of(words.get((int) firstKey));
    }

    boolean takes(int words) {
        return arity < 0 ? words >= -arity : words == arity;
    }

    /**
     * Which versions a command's documentation names.
     *
     * @param since the one the command came with; null for modules, which do not tell
     * @param changed those that brought options, or changed anything else
     */
    record Docs(@Nullable String since, Set<String> changed) {
        boolean names(String version) {
            return since == null || since.equals(version) || changed.contains(version);
        }
    }
}
