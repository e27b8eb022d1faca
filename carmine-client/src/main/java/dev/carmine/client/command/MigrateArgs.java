package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * How {@code MIGRATE} treats keys here and there: {@code MigrateArgs.copy().replace()}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/migrate/">MIGRATE</a>
 */
public final class MigrateArgs {
    private final Words words;
    private final Words credentials;

    private MigrateArgs(Words words, Words credentials) {
        this.words = words;
        this.credentials = credentials;
    }

    /**
     * Deletes the keys here.
     *
     * @return the arguments
     */
    public static MigrateArgs move() {
        return new MigrateArgs(Words.none(), Words.none());
    }

    /**
     * Leaves the keys here ({@code COPY}).
     *
     * @return the arguments
     */
    public static MigrateArgs copy() {
        return new MigrateArgs(Words.of("COPY"), Words.none());
    }

    /**
     * Replaces keys that are there ({@code REPLACE}); else they are an error.
     *
     * @return arguments that do so
     */
    public MigrateArgs replace() {
        return new MigrateArgs(words.and("REPLACE"), credentials);
    }

    /**
     * Authenticates there as the default user ({@code AUTH}).
     *
     * @param password that user's password
     * @return arguments with these credentials instead of others
     */
    public MigrateArgs auth(String password) {
        return new MigrateArgs(words, Words.of("AUTH", password));
    }

    /**
     * Authenticates there as a user ({@code AUTH2}). Since Redis 6.0.
     *
     * @param user the user's name
     * @param password the user's password
     * @return arguments with these credentials instead of others
     */
    public MigrateArgs auth(String user, String password) {
        return new MigrateArgs(words, Words.of("AUTH2", user, password));
    }

    /** What stands between the timeout and the keys. */
    List<Object> words() {
        return words.and(credentials).toList();
    }
}
