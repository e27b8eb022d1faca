package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Whether {@code CF.INSERT} and {@code CF.INSERTNX} create a missing cuckoo filter, and how: {@code
 * CuckooInsertArgs.capacity(100_000)}. A filter that exists stays as it is. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/cf.insert/">CF.INSERT</a>
 */
public final class CuckooInsertArgs {
    private final Words words;

    private CuckooInsertArgs(Words words) {
        this.words = words;
    }

    /**
     * Creates a missing filter with room for so many items ({@code CAPACITY}).
     *
     * @param items how many items, positive
     * @return arguments that say so
     * @throws IllegalArgumentException if the number is not positive
     */
    public static CuckooInsertArgs capacity(long items) {
        return new CuckooInsertArgs(Words.of("CAPACITY", Amounts.positive("capacity", items)));
    }

    /**
     * Fails if the filter is missing ({@code NOCREATE}).
     *
     * @return arguments that say so
     */
    public static CuckooInsertArgs noCreate() {
        return new CuckooInsertArgs(Words.of("NOCREATE"));
    }

    /** What stands between the key and {@code ITEMS}. */
    List<Object> words() {
        return words.toList();
    }
}
