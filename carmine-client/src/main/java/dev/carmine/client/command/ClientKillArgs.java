package dev.carmine.client.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which connections {@code CLIENT KILL} closes: {@code ClientKillArgs.user("worker").and(ClientKillArgs.type(ClientType.NORMAL))}.
 * Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/client-kill/">CLIENT KILL</a>
 */
public final class ClientKillArgs {
    /** By their names, in the order in which they were given; never modified. */
    private final Map<String, Object> filters;

    private final boolean includesSelf;

    private ClientKillArgs(String name, Object value) {
        this(Map.of(name, value), false);
    }

    private ClientKillArgs(Map<String, Object> filters, boolean includesSelf) {
        this.filters = filters;
        this.includesSelf = includesSelf;
    }

    /**
     * The connection of an id.
     *
     * @param id as {@code CLIENT ID} gives it
     * @return that filter
     */
    public static ClientKillArgs id(long id) {
        return new ClientKillArgs("ID", id);
    }

    /**
     * The connections that a user has authenticated.
     *
     * @param user the user's name
     * @return that filter
     */
    public static ClientKillArgs user(String user) {
        return new ClientKillArgs("USER", user);
    }

    /**
     * The connections of a type.
     *
     * @param type the type
     * @return that filter
     */
    public static ClientKillArgs type(ClientType type) {
        return new ClientKillArgs("TYPE", type.name());
    }

    /**
     * The connection from an address.
     *
     * @param address the client's host and port, as {@code CLIENT LIST} shows them
     * @return that filter
     */
    public static ClientKillArgs addr(String address) {
        return new ClientKillArgs("ADDR", address);
    }

    /**
     * The connections to an address of the server. Since Redis 6.2.
     *
     * @param address the server's host and port, as {@code CLIENT LIST} shows them
     * @return that filter
     */
    public static ClientKillArgs laddr(String address) {
        return new ClientKillArgs("LADDR", address);
    }

    /**
     * The connections that have been open for some time ({@code MAXAGE}). Since Redis 7.4 and Valkey 8.0.
     *
     * @param age whole seconds, positive
     * @return that filter
     * @throws IllegalArgumentException if it is not positive, or has a fraction of a second
     */
    public static ClientKillArgs olderThan(Duration age) {
        if (age.getNano() != 0 || age.getSeconds() < 1) {
            throw new IllegalArgumentException("CLIENT KILL MAXAGE takes whole seconds, one or more, but not " + age);
        }
        return new ClientKillArgs("MAXAGE", age.getSeconds());
    }

    /**
     * The connections that pass both filters.
     *
     * @param other the other filter, of another kind
     * @return both filters
     * @throws IllegalArgumentException if both say something of the same kind, such as two ids
     */
    public ClientKillArgs and(ClientKillArgs other) {
        Map<String, Object> both = new LinkedHashMap<>(filters);
        other.filters.forEach((name, value) -> {
            if (both.put(name, value) != null) {
                throw new IllegalArgumentException(
                        "CLIENT KILL takes one filter " + name + ", but is given two: run it for each of them");
            }
        });
        return new ClientKillArgs(both, includesSelf || other.includesSelf);
    }

    /**
     * Spares not even the connection that runs the command ({@code SKIPME no}).
     *
     * @return the filter, with that connection among the candidates
     */
    public ClientKillArgs includingSelf() {
        return new ClientKillArgs(filters, true);
    }

    /** What follows the name. */
    List<Object> words() {
        List<Object> words = new ArrayList<>();
        filters.forEach((name, value) -> words.addAll(List.of(name, value)));
        if (includesSelf) {
            words.addAll(List.of("SKIPME", "no"));
        }
        return words;
    }
}
