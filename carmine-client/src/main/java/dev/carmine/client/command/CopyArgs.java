package dev.carmine.client.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * How {@code COPY} copies. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/copy/">COPY</a>
 */
public final class CopyArgs {
    private final List<Object> replace;
    private final List<Object> database;

    private CopyArgs(List<Object> replace, List<Object> database) {
        this.replace = replace;
        this.database = database;
    }

    /**
     * Copies only if the destination does not exist.
     *
     * @return the arguments
     */
    public static CopyArgs ifAbsent() {
        return new CopyArgs(List.of(), List.of());
    }

    /**
     * Copies over whatever the destination is ({@code REPLACE}).
     *
     * @return the arguments
     */
    public static CopyArgs replace() {
        return new CopyArgs(List.of("REPLACE"), List.of());
    }

    /**
     * Copies into another database ({@code DB}).
     *
     * @param index the database's number
     * @return arguments with that database
     */
    public CopyArgs intoDatabase(int index) {
        return new CopyArgs(replace, List.of("DB", index));
    }

    /** What follows the keys. */
    List<Object> words() {
        return Stream.concat(database.stream(), replace.stream()).toList();
    }
}
