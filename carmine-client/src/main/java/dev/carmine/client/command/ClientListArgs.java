package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Which connections {@code CLIENT LIST} tells of: {@code ClientListArgs.type(ClientType.REPLICA)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/client-list/">CLIENT LIST</a>
 */
public final class ClientListArgs {
    private final Words words;

    private ClientListArgs(Words words) {
        this.words = words;
    }

    /**
     * The connections of a type.
     *
     * @param type the type
     * @return that filter
     */
    public static ClientListArgs type(ClientType type) {
        return new ClientListArgs(Words.of("TYPE", type.name()));
    }

    /**
     * The connections of some ids, as far as they are there. Since Redis 6.2.
     *
     * @param ids at least one, as {@code CLIENT ID} gives them
     * @return that filter
     * @throws IllegalArgumentException if there is none
     */
    public static ClientListArgs ids(long... ids) {
        if (ids.length == 0) {
            throw new IllegalArgumentException("CLIENT LIST needs at least one id: leave the arguments out for all");
        }
        Words words = Words.of("ID");
        for (long id : ids) {
            words = words.and(id);
        }
        return new ClientListArgs(words);
    }

    /** What follows the name. */
    List<Object> words() {
        return words.toList();
    }
}
