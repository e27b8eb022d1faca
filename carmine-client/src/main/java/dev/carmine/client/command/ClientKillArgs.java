package dev.carmine.client.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which connections {@code CLIENT KILL} closes: {@code ClientKillArgs.user("worker").and(ClientKillArgs.type("normal"))}.
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
     * @param type {@code normal}, {@code master}, {@code replica} or {@code pubsub}
     * @return that filter
     */
    public static ClientKillArgs type(String type) {
        return new ClientKillArgs(List.of("TYPE", type));
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
