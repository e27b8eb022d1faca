package dev.carmine.client.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code INFO} tells: facts and statistics in sections. Servers differ in what they tell, so that everything can be
 * asked for by its name; the questions with a name of their own have an answer on all servers, provided that their
 * section was asked for.
 *
 * @param sections the names with their values by section, the sections in small letters; where a name comes several times
 *     in a section, as {@code module} does, it has its last value
 * @see <a href="https://redis.io/docs/latest/commands/info/">INFO</a>
 */
public record Info(Map<String, Map<String, String>> sections) {

    /**
     * The names of a section with their values.
     *
     * @param name the section, such as {@code memory}, in whatever case
     * @return names and values in the server's order; empty if the server did not tell of the section
     */
    public Map<String, String> section(String name) {
        return sections.getOrDefault(name.toLowerCase(Locale.ROOT), Map.of());
    }

    /**
     * The value of a name, in whichever section it stands.
     *
     * @param name such as {@code used_memory}
     * @return the value, or null if the server did not tell it
     */
    public @Nullable String value(String name) {
        for (Map<String, String> section : sections.values()) {
            String value = section.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /**
     * The value of a name that has parts, such as {@code db0}, {@code cmdstat_get} or {@code slave0}: {@code
     * keys=1,expires=0} is {@code keys} with 1 and {@code expires} with 0.
     *
     * @param name the name
     * @return its parts in the server's order; empty if the server did not tell it
     */
    public Map<String, String> parts(String name) {
        String value = value(name);
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : value == null ? new String[0] : value.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals >= 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return parts;
    }

    /**
     * The server's own version, which of Valkey is not the Redis version that it is compatible with (section {@code
     * server}).
     *
     * @return such as {@code 7.2.4}
     * @throws NoSuchElementException if the server did not tell it
     */
    public String version() {
        String valkey = value("valkey_version");
        return valkey != null ? valkey : required("redis_version", "server");
    }

    /**
     * Whether the server follows another one (section {@code replication}).
     *
     * @return true for a replica
     * @throws NoSuchElementException if the server did not tell it
     */
    public boolean isReplica() {
        return required("role", "replication").equals("slave");
    }

    /**
     * How long the server has been running (section {@code server}).
     *
     * @return whole seconds
     * @throws NoSuchElementException if the server did not tell it
     */
    public Duration uptime() {
        return Duration.ofSeconds(Long.parseLong(required("uptime_in_seconds", "server")));
    }

    /**
     * How many clients are connected, replicas not counted (section {@code clients}).
     *
     * @return their number
     * @throws NoSuchElementException if the server did not tell it
     */
    public long connectedClients() {
        return Long.parseLong(required("connected_clients", "clients"));
    }

    /**
     * How much memory the server's allocator has given out (section {@code memory}).
     *
     * @return bytes
     * @throws NoSuchElementException if the server did not tell it
     */
    public long usedMemory() {
        return Long.parseLong(required("used_memory", "memory"));
    }

    private String required(String name, String section) {
        String value = value(name);
        if (value == null) {
            throw new NoSuchElementException("INFO did not tell " + name + ": ask for the section " + section);
        }
        return value;
    }
}
