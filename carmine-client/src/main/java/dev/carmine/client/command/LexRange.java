package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * A range of texts in the order of their bytes: {@code LexRange.all().from("a").below("b")}. Immutable.
 *
 * <p>In a sorted set it means something only if all members have the same score.
 */
public final class LexRange {
    private static final LexRange ALL = new LexRange("-", "+");

    private final String min;
    private final String max;

    private LexRange(String min, String max) {
        this.min = min;
        this.max = max;
    }

    /**
     * All texts.
     *
     * @return the range without bounds
     */
    public static LexRange all() {
        return ALL;
    }

    /**
     * Begins with a text.
     *
     * @param min the first text of the range
     * @return the range with that lower bound
     */
    public LexRange from(String min) {
        return new LexRange("[" + text(min), max);
    }

    /**
     * Begins after a text.
     *
     * @param min a text that is not in the range any more
     * @return the range with that lower bound
     */
    public LexRange above(String min) {
        return new LexRange("(" + text(min), max);
    }

    /**
     * Ends with a text.
     *
     * @param max the last text of the range
     * @return the range with that upper bound
     */
    public LexRange to(String max) {
        return new LexRange(min, "[" + text(max));
    }

    /**
     * Ends before a text.
     *
     * @param max a text that is not in the range any more
     * @return the range with that upper bound
     */
    public LexRange below(String max) {
        return new LexRange(min, "(" + text(max));
    }

    private static String text(String bound) {
        if (bound == null) {
            throw new NullPointerException("A bound of a range of texts must not be null");
        }
        return bound;
    }

    /** The lower bound and the upper bound. */
    List<Object> words() {
        return Words.of(min, max).toList();
    }

    /** The upper bound and the lower bound, as they are given with {@code REV}. */
    List<Object> wordsReversed() {
        return Words.of(max, min).toList();
    }
}
