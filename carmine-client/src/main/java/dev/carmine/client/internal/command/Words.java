package dev.carmine.client.internal.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The words of an argument object, in the order in which they were chosen. Immutable. */
public final class Words {
    private static final Words NONE = new Words(List.of());

    private final List<Object> words;

    private Words(List<Object> words) {
        this.words = words;
    }

    /**
     * No words yet.
     *
     * @return the beginning of all others
     */
    public static Words none() {
        return NONE;
    }

    /**
     * The first words of some.
     *
     * @param words text, numbers, or values of the user
     * @return these words
     */
    public static Words of(Object... words) {
        return NONE.and(words);
    }

    /**
     * These words and some more behind them.
     *
     * @param more text, numbers, or values of the user
     * @return a longer list of words
     */
    public Words and(Object... more) {
        List<Object> longer = new ArrayList<>(words);
        Collections.addAll(longer, more);
        return new Words(List.copyOf(longer));
    }

    /**
     * These words and those of another argument object behind them.
     *
     * @param more any number of words
     * @return a longer list of words
     */
    public Words and(Words more) {
        return and(more.words.toArray());
    }

    /**
     * Whether there is none.
     *
     * @return true without words
     */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * All words, for {@link CommandBuilder#args(List)}.
     *
     * @return an immutable list
     */
    public List<Object> toList() {
        return words;
    }
}
