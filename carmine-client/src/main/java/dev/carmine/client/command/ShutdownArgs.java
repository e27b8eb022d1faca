package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * How {@code SHUTDOWN} ends the server: {@code ShutdownArgs.save().now()}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/shutdown/">SHUTDOWN</a>
 */
public final class ShutdownArgs {
    private final Words words;

    private ShutdownArgs(Words words) {
        this.words = words;
    }

    /**
     * Saves the data before if the server is set up to save them at times.
     *
     * @return arguments without a word
     */
    public static ShutdownArgs saveIfConfigured() {
        return new ShutdownArgs(Words.none());
    }

    /**
     * Saves the data before in any case ({@code SAVE}).
     *
     * @return arguments with that
     */
    public static ShutdownArgs save() {
        return new ShutdownArgs(Words.of("SAVE"));
    }

    /**
     * Does not save the data ({@code NOSAVE}).
     *
     * @return arguments with that
     */
    public static ShutdownArgs noSave() {
        return new ShutdownArgs(Words.of("NOSAVE"));
    }

    /**
     * Does not wait for replicas that lag behind ({@code NOW}). Since Redis 7.0.
     *
     * @return these arguments and that
     */
    public ShutdownArgs now() {
        return new ShutdownArgs(words.and("NOW"));
    }

    /**
     * Ends the server even if the data cannot be saved ({@code FORCE}). Since Redis 7.0.
     *
     * @return these arguments and that
     */
    public ShutdownArgs force() {
        return new ShutdownArgs(words.and("FORCE"));
    }

    /** What follows the name. */
    List<Object> words() {
        return words.toList();
    }
}
