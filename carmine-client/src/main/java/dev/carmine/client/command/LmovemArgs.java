package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * How many elements {@code LMOVEM} and {@code BLMOVEM} move, and in which order they arrive:
 * {@code LmovemArgs.exactly(3).oneByOne()}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/lmovem/">LMOVEM</a>
 */
public final class LmovemArgs {
    private final Words howMany;
    private final String order;

    private LmovemArgs(Words howMany, String order) {
        this.howMany = howMany;
        this.order = order;
    }

    /**
     * Moves so many elements, or all if there are fewer ({@code COUNT}). They keep their order ({@code BULK}).
     *
     * @param count how many at most, positive
     * @return the arguments
     * @throws IllegalArgumentException if the count is not positive
     */
    public static LmovemArgs upTo(long count) {
        return moving("COUNT", count);
    }

    /**
     * Moves so many elements, or none if there are fewer ({@code EXACTLY}). They keep their order ({@code BULK}).
     *
     * @param count how many, positive
     * @return the arguments
     * @throws IllegalArgumentException if the count is not positive
     */
    public static LmovemArgs exactly(long count) {
        return moving("EXACTLY", count);
    }

    private static LmovemArgs moving(String selector, long count) {
        if (count < 1) {
            throw new IllegalArgumentException("The number of elements must be positive, but is " + count);
        }
        return new LmovemArgs(Words.of(selector, count), "BULK");
    }

    /**
     * Moves one element after the other, as so many {@code LMOVE} would ({@code OBO}): from one side to the same side
     * of another list their order is reversed.
     *
     * @return arguments with that order
     */
    public LmovemArgs oneByOne() {
        return new LmovemArgs(howMany, "OBO");
    }

    /** What follows all else. */
    List<Object> words() {
        return howMany.and(order).toList();
    }
}
