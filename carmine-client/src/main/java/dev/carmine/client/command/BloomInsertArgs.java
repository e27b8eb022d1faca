package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Whether {@code BF.INSERT} creates a missing Bloom filter, and how: {@code
 * BloomInsertArgs.create().capacity(100_000).errorRate(0.001)}. A filter that exists stays as it is. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/bf.insert/">BF.INSERT</a>
 */
public final class BloomInsertArgs {
    private final Words words;
    private final boolean creates;

    /** What a full filter does, of which there is one at most. */
    private final Words scaling;

    private BloomInsertArgs(Words words, boolean creates, Words scaling) {
        this.words = words;
        this.creates = creates;
        this.scaling = scaling;
    }

    /**
     * Creates a missing filter with the server's defaults.
     *
     * @return arguments that say nothing more
     */
    public static BloomInsertArgs create() {
        return new BloomInsertArgs(Words.none(), true, Words.none());
    }

    /**
     * Fails if the filter is missing ({@code NOCREATE}).
     *
     * @return arguments that say so, and can say nothing more
     */
    public static BloomInsertArgs noCreate() {
        return new BloomInsertArgs(Words.of("NOCREATE"), false, Words.none());
    }

    /**
     * Gives a new filter room for so many items ({@code CAPACITY}).
     *
     * @param items how many items, positive
     * @return arguments with that capacity
     * @throws IllegalArgumentException if the number is not positive, or no filter shall be created
     */
    public BloomInsertArgs capacity(long items) {
        return with("CAPACITY", Amounts.positive("capacity", items));
    }

    /**
     * Gives a new filter so small a probability to take an item for another ({@code ERROR}).
     *
     * @param rate the probability, between 0 and 1
     * @return arguments with that rate
     * @throws IllegalArgumentException if the rate is not between 0 and 1, or no filter shall be created
     */
    public BloomInsertArgs errorRate(double rate) {
        return with("ERROR", Amounts.fraction("error rate", rate));
    }

    /**
     * Lets a new filter grow by a sub-filter that is so many times as large as the last one ({@code EXPANSION}); the
     * server's default is 2.
     *
     * @param factor how many times as large, positive
     * @return arguments with that factor instead of {@link #nonScaling()}
     * @throws IllegalArgumentException if the factor is not positive, or no filter shall be created
     */
    public BloomInsertArgs expansion(long factor) {
        return scaling(Words.of("EXPANSION", Amounts.positive("expansion", factor)));
    }

    /**
     * Lets a new filter take no more items when it is full ({@code NONSCALING}).
     *
     * @return arguments with that instead of {@link #expansion(long)}
     * @throws IllegalArgumentException if no filter shall be created
     */
    public BloomInsertArgs nonScaling() {
        return scaling(Words.of("NONSCALING"));
    }

    private BloomInsertArgs with(String word, Object value) {
        requireCreation(word);
        return new BloomInsertArgs(words.and(word, value), creates, scaling);
    }

    private BloomInsertArgs scaling(Words other) {
        requireCreation(String.valueOf(other.toList().get(0)));
        return new BloomInsertArgs(words, creates, other);
    }

    private void requireCreation(String word) {
        if (!creates) {
            throw new IllegalArgumentException(word + " describes a new filter, which NOCREATE forbids: use create()");
        }
    }

    /** What stands between the key and {@code ITEMS}. */
    List<Object> words() {
        return words.and(scaling).toList();
    }
}
