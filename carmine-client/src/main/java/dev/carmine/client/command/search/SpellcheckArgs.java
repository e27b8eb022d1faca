package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Where {@code FT.SPELLCHECK} finds similar words: {@code SpellcheckArgs.distance(2).include("names")}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ft.spellcheck/">FT.SPELLCHECK</a>
 */
public final class SpellcheckArgs {
    private static final int GREATEST_DISTANCE = 4;

    private final Words words;

    private SpellcheckArgs(Words words) {
        this.words = words;
    }

    /**
     * Finds words up to so many edits away ({@code DISTANCE}).
     *
     * @param edits from 1, the server's default, to 4
     * @return arguments with that distance
     * @throws IllegalArgumentException if it is another number
     */
    public static SpellcheckArgs distance(int edits) {
        if (edits < 1 || edits > GREATEST_DISTANCE) {
            throw new IllegalArgumentException("The distance must be from 1 to 4, but is " + edits);
        }
        return new SpellcheckArgs(Words.of("DISTANCE", edits));
    }

    /**
     * Finds the words of a dictionary too ({@code TERMS INCLUDE}).
     *
     * @param dictionary the dictionary, made by {@code FT.DICTADD}
     * @return arguments with that dictionary too
     */
    public SpellcheckArgs include(String dictionary) {
        return new SpellcheckArgs(words.and("TERMS", "INCLUDE", dictionary));
    }

    /**
     * Leaves out the words of a dictionary ({@code TERMS EXCLUDE}).
     *
     * @param dictionary the dictionary, made by {@code FT.DICTADD}
     * @return arguments with that dictionary too
     */
    public SpellcheckArgs exclude(String dictionary) {
        return new SpellcheckArgs(words.and("TERMS", "EXCLUDE", dictionary));
    }

    /**
     * Says how the query is to be read ({@code DIALECT}).
     *
     * @param version the version of the language, such as 2
     * @return arguments with that too
     */
    public SpellcheckArgs dialect(int version) {
        return new SpellcheckArgs(words.and("DIALECT", version));
    }

    /** What follows the query. */
    List<Object> words() {
        return words.toList();
    }
}
