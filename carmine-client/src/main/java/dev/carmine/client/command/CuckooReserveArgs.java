package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * The shape of a cuckoo filter that {@code CF.RESERVE} creates: {@code
 * CuckooReserveArgs.defaults().bucketSize(4).expansion(2)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/cf.reserve/">CF.RESERVE</a>
 */
public final class CuckooReserveArgs {
    private final Words words;

    private CuckooReserveArgs(Words words) {
        this.words = words;
    }

    /**
     * The shape that the server is configured for.
     *
     * @return arguments that say nothing more
     */
    public static CuckooReserveArgs defaults() {
        return new CuckooReserveArgs(Words.none());
    }

    /**
     * Puts so many items into a bucket ({@code BUCKETSIZE}): more use the room better, and confuse more items. The
     * server's default is 2.
     *
     * @param items how many items, 1 to 255
     * @return arguments with that size
     * @throws IllegalArgumentException if the number is not positive
     */
    public CuckooReserveArgs bucketSize(long items) {
        return with("BUCKETSIZE", Amounts.positive("bucket size", items));
    }

    /**
     * Moves other items so many times to make room for one before the filter counts as full ({@code MAXITERATIONS}). The
     * server's default is 20.
     *
     * @param swaps how many times, positive
     * @return arguments with that number
     * @throws IllegalArgumentException if the number is not positive
     */
    public CuckooReserveArgs maxIterations(long swaps) {
        return with("MAXITERATIONS", Amounts.positive("number of iterations", swaps));
    }

    /**
     * Grows by a sub-filter that is so many times as large as the last one when the filter is full ({@code EXPANSION});
     * the server rounds up to a power of two. Its default is 1.
     *
     * @param factor how many times as large; 0 for a filter that does not grow
     * @return arguments with that factor
     * @throws IllegalArgumentException if the factor is negative
     */
    public CuckooReserveArgs expansion(long factor) {
        if (factor < 0) {
            throw new IllegalArgumentException("The expansion must not be negative, but is " + factor);
        }
        return with("EXPANSION", factor);
    }

    private CuckooReserveArgs with(String word, long value) {
        return new CuckooReserveArgs(words.and(word, value));
    }

    /** What follows the capacity. */
    List<Object> words() {
        return words.toList();
    }
}
