package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * How {@code SORT} sorts, and what it returns: {@code SortArgs.by("weight_*").descending().get("#")}. A pattern names a
 * key with an asterisk in the place of the element, or a field of a hash: {@code "user:*->name"}. On a cluster the server
 * refuses patterns for keys that it cannot know to be its own. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/sort/">SORT</a>
 */
public final class SortArgs {
    private final Words words;

    private SortArgs(Words words) {
        this.words = words;
    }

    /**
     * Sorts by the elements themselves, as numbers.
     *
     * @return the arguments
     */
    public static SortArgs byElement() {
        return new SortArgs(Words.none());
    }

    /**
     * Sorts by the elements themselves, as text ({@code ALPHA}).
     *
     * @return the arguments
     */
    public static SortArgs alphabetical() {
        return byElement().alpha();
    }

    /**
     * Sorts by what stands at a key that depends on the element ({@code BY}).
     *
     * @param pattern of those keys or fields
     * @return the arguments
     */
    public static SortArgs by(String pattern) {
        return new SortArgs(Words.of("BY", pattern));
    }

    /**
     * Does not sort at all ({@code BY nosort}), which is quicker where values are only to be got.
     *
     * @return the arguments
     */
    public static SortArgs unsorted() {
        return by("nosort");
    }

    /**
     * Compares text, not numbers ({@code ALPHA}).
     *
     * @return arguments that do so too
     */
    public SortArgs alpha() {
        return new SortArgs(words.and("ALPHA"));
    }

    /**
     * Gives the greatest first ({@code DESC}).
     *
     * @return arguments that do so too
     */
    public SortArgs descending() {
        return new SortArgs(words.and("DESC"));
    }

    /**
     * Leaves out some at the beginning and gives a number of those that follow ({@code LIMIT}).
     *
     * @param offset how many to leave out
     * @param count how many to give at most; negative for all
     * @return arguments with that limit; of several the last one counts
     * @throws IllegalArgumentException if the offset is negative
     */
    public SortArgs limit(long offset, long count) {
        if (offset < 0) {
            throw new IllegalArgumentException("The offset must not be negative, but is " + offset);
        }
        return new SortArgs(words.and("LIMIT", offset, count));
    }

    /**
     * Gives what stands at a key that depends on the element, instead of the element ({@code GET}). Several of these give
     * as many values for each element, in their order.
     *
     * @param pattern of those keys or fields; {@code #} for the element itself
     * @return arguments that give that too
     */
    public SortArgs get(String pattern) {
        return new SortArgs(words.and("GET", pattern));
    }

    /** What follows the key. */
    List<Object> words() {
        return words.toList();
    }
}
