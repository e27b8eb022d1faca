package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Which of several equal elements {@code LPOS} looks for, and how far: {@code LposArgs.rank(-1).maxlen(1000)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/lpos/">LPOS</a>
 */
public final class LposArgs {
    private final Words words;

    private LposArgs(Words words) {
        this.words = words;
    }

    /**
     * Begins at the first, the second or another one of the equal elements ({@code RANK}).
     *
     * @param rank 1 for the first; -1 for the last, and then towards the head
     * @return the arguments
     * @throws IllegalArgumentException if the rank is 0
     */
    public static LposArgs rank(long rank) {
        if (rank == 0) {
            throw new IllegalArgumentException(
                    "The rank of the first element is 1, that of the last -1; there is no 0");
        }
        return new LposArgs(Words.of("RANK", rank));
    }

    /**
     * Compares so many elements at most ({@code MAXLEN}).
     *
     * @param elements how many; 0 for all
     * @return arguments with that limit too
     * @throws IllegalArgumentException if the number is negative
     */
    public LposArgs maxlen(long elements) {
        if (elements < 0) {
            throw new IllegalArgumentException("The maximal length must not be negative, but is " + elements);
        }
        return new LposArgs(words.and("MAXLEN", elements));
    }

    /** What follows the element. */
    List<Object> words() {
        return words.toList();
    }
}
