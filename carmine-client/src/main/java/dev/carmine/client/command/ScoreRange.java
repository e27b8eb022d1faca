package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/** A range of scores: {@code ScoreRange.all().from(1).below(5)}. Infinite scores are scores as well. Immutable. */
public final class ScoreRange {
    private static final ScoreRange ALL = new ScoreRange("-inf", "+inf");

    private final Object min;
    private final Object max;

    private ScoreRange(Object min, Object max) {
        this.min = min;
        this.max = max;
    }

    /**
     * All scores.
     *
     * @return the range without bounds
     */
    public static ScoreRange all() {
        return ALL;
    }

    /**
     * The scores from one to another, both included.
     *
     * @param min the lowest score
     * @param max the highest score
     * @return the range with these bounds; empty if they are the wrong way round
     */
    public static ScoreRange between(double min, double max) {
        return ALL.from(min).to(max);
    }

    /**
     * Begins with a score.
     *
     * @param min the lowest score of the range
     * @return the range with that lower bound
     */
    public ScoreRange from(double min) {
        return new ScoreRange(number(min), max);
    }

    /**
     * Begins above a score.
     *
     * @param min a score that is not in the range any more
     * @return the range with that lower bound
     */
    public ScoreRange above(double min) {
        return new ScoreRange(exclusive(min), max);
    }

    /**
     * Ends with a score.
     *
     * @param max the highest score of the range
     * @return the range with that upper bound
     */
    public ScoreRange to(double max) {
        return new ScoreRange(min, number(max));
    }

    /**
     * Ends below a score.
     *
     * @param max a score that is not in the range any more
     * @return the range with that upper bound
     */
    public ScoreRange below(double max) {
        return new ScoreRange(min, exclusive(max));
    }

    private static double number(double bound) {
        if (Double.isNaN(bound)) {
            throw new IllegalArgumentException("A bound of a range of scores must be a number, but is NaN");
        }
        return bound;
    }

    private static String exclusive(double bound) {
        return "(" + (Double.isInfinite(bound) ? bound > 0 ? "+inf" : "-inf" : String.valueOf(number(bound)));
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
