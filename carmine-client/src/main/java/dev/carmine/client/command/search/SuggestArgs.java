package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Which suggestions {@code FT.SUGGET} gives: {@code SuggestArgs.exact().max(10)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ft.sugget/">FT.SUGGET</a>
 */
public final class SuggestArgs {
    private final Words words;

    private SuggestArgs(Words words) {
        this.words = words;
    }

    /**
     * Those that begin with the prefix itself, five at most.
     *
     * @return arguments without options
     */
    public static SuggestArgs exact() {
        return new SuggestArgs(Words.none());
    }

    /**
     * Those that begin with something one edit away from the prefix too ({@code FUZZY}), five at most.
     *
     * @return arguments with that option
     */
    public static SuggestArgs fuzzy() {
        return new SuggestArgs(Words.of("FUZZY"));
    }

    /**
     * Says how many at most ({@code MAX}).
     *
     * @param count how many, positive
     * @return arguments with that too
     * @throws IllegalArgumentException if the number is not positive
     */
    public SuggestArgs max(long count) {
        return new SuggestArgs(words.and("MAX", QueryWords.positive("count", count)));
    }

    List<Object> words() {
        return words.toList();
    }
}
