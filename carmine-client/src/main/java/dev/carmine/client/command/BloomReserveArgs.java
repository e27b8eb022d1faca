package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * What a Bloom filter that {@code BF.RESERVE} creates does when it is full: {@code BloomReserveArgs.expansion(4)}.
 * Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/bf.reserve/">BF.RESERVE</a>
 */
public final class BloomReserveArgs {
    private final Words words;

    private BloomReserveArgs(Words words) {
        this.words = words;
    }

    /**
     * Grows by a sub-filter that is so many times as large as the last one ({@code EXPANSION}); the server's default is
     * 2.
     *
     * @param factor how many times as large, positive
     * @return arguments that say so
     * @throws IllegalArgumentException if the factor is not positive
     */
    public static BloomReserveArgs expansion(long factor) {
        return new BloomReserveArgs(Words.of("EXPANSION", Amounts.positive("expansion", factor)));
    }

    /**
     * Takes no more items ({@code NONSCALING}).
     *
     * @return arguments that say so
     */
    public static BloomReserveArgs nonScaling() {
        return new BloomReserveArgs(Words.of("NONSCALING"));
    }

    /** What follows the capacity. */
    List<Object> words() {
        return words.toList();
    }
}
