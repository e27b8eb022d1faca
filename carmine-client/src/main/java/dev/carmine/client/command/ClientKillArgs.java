package dev.carmine.client.command;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which connections {@code CLIENT KILL} closes: {@code ClientKillArgs.user("worker").and(ClientKillArgs.type(ClientType.NORMAL))}.
 * Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/client-kill/">CLIENT KILL</a>
 */
public final class ClientKillArgs {
    private final List<Object> words;

    private ClientKillArgs(List<Object> words) {
        this.words = words;
    }

    /**
     * The connection of an id.
     *
     * @param id as {@code CLIENT ID} gives it
     * @return that filter
     */
    public static ClientKillArgs id(long id) {
        return new ClientKillArgs(List.of("ID", id));
    }

    /**
     * The connections that a user has authenticated.
     *
     * @param user the user's name
     * @return that filter
     */
    public static ClientKillArgs user(String user) {
        return new ClientKillArgs(List.of("USER", user));
    }

    /**
     * The connections of a type.
     *
     * @param type the type
     * @return that filter
     */
    public static ClientKillArgs type(ClientType type) {
        return new ClientKillArgs(List.of("TYPE", type.name()));
    }

    /**
     * The connection from an address.
     *
     * @param address the client's host and port, as {@code CLIENT LIST} shows them
     * @return that filter
     */
    public static ClientKillArgs addr(String address) {
        return new ClientKillArgs(List.of("ADDR", address));
    }

    /**
     * The connections to an address of the server. Since Redis 6.2.
     *
     * @param address the server's host and port, as {@code CLIENT LIST} shows them
     * @return that filter
     */
    public static ClientKillArgs laddr(String address) {
        return new ClientKillArgs(List.of("LADDR", address));
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
        return new ClientKillArgs(List.of("MAXAGE", age.getSeconds()));
    }

    /**
     * The connections that pass both filters.
     *
     * @param other the other filter
     * @return both filters
     */
    public ClientKillArgs and(ClientKillArgs other) {
        return new ClientKillArgs(
                Stream.concat(words.stream(), other.words.stream()).toList());
    }

    /**
     * Spares not even the connection that runs the command ({@code SKIPME no}).
     *
     * @return the filter, with that connection among the candidates
     */
    public ClientKillArgs includingSelf() {
        return and(new ClientKillArgs(List.of("SKIPME", "no")));
    }

    /** What follows the name. */
    List<Object> words() {
        return words;
    }
}
