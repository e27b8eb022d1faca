package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Which members {@code ZRANGE} and {@code ZRANGESTORE} choose, and in which order: {@code
 * ZrangeArgs.byScore(ScoreRange.all().above(5)).limit(0, 10)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/zrange/">ZRANGE</a>
 */
public final class ZrangeArgs {
    private static final Words BY_RANK = Words.none();
    private static final Words BY_SCORE = Words.of("BYSCORE");
    private static final Words BY_LEX = Words.of("BYLEX");

    private final Words bounds;
    private final Words boundsReversed;
    private final Words by;
    private final Words reversed;
    private final Words limit;

    private ZrangeArgs(Words bounds, Words boundsReversed, Words by, Words reversed, Words limit) {
        this.bounds = bounds;
        this.boundsReversed = boundsReversed;
        this.by = by;
        this.reversed = reversed;
        this.limit = limit;
    }

    /**
     * All members, lowest score first.
     *
     * @return arguments without a bound
     */
    public static ZrangeArgs all() {
        return byRank(0, -1);
    }

    /**
     * Members by their positions; negative ones count from the end.
     *
     * @param start the first position
     * @param stop the last position, included
     * @return arguments with these bounds
     */
    public static ZrangeArgs byRank(long start, long stop) {
        Words bounds = Words.of(start, stop);
        return new ZrangeArgs(bounds, bounds, BY_RANK, Words.none(), Words.none());
    }

    /**
     * Members by their scores ({@code BYSCORE}).
     *
     * @param range the scores
     * @return arguments with these bounds
     */
    public static ZrangeArgs byScore(ScoreRange range) {
        return by(BY_SCORE, range.words(), range.wordsReversed());
    }

    /**
     * Members by their text, all of which must have the same score ({@code BYLEX}). The server gives no scores then.
     *
     * @param range the texts
     * @return arguments with these bounds
     */
    public static ZrangeArgs byLex(LexRange range) {
        return by(BY_LEX, range.words(), range.wordsReversed());
    }

    private static ZrangeArgs by(Words by, List<Object> bounds, List<Object> boundsReversed) {
        return new ZrangeArgs(
                Words.of(bounds.toArray()), Words.of(boundsReversed.toArray()), by, Words.none(), Words.none());
    }

    /**
     * Turns the order round: highest score first, or last text ({@code REV}). Positions count from there; scores and
     * texts are given with the lower bound first all the same.
     *
     * @return arguments in that order
     */
    public ZrangeArgs reversed() {
        return new ZrangeArgs(bounds, boundsReversed, by, Words.of("REV"), limit);
    }

    /**
     * Gives a part of the members in the range ({@code LIMIT}); by score or by text alone.
     *
     * @param offset how many to leave out at the beginning, not negative
     * @param count how many to give after that; negative for all
     * @return arguments with that limit
     * @throws IllegalArgumentException by rank, or if the offset is negative
     */
    public ZrangeArgs limit(long offset, long count) {
        if (by.isEmpty()) {
            throw new IllegalArgumentException("A range of positions has no limit: choose other positions");
        }
        if (offset < 0) {
            throw new IllegalArgumentException("The offset must not be negative, but is " + offset);
        }
        return new ZrangeArgs(bounds, boundsReversed, by, reversed, Words.of("LIMIT", offset, count));
    }

    /** What follows the key. */
    List<Object> words() {
        Words first = reversed.isEmpty() ? bounds : boundsReversed;
        return first.and(by).and(reversed).and(limit).toList();
    }

    /** What follows the key when the scores are to be given too. */
    List<Object> wordsWithScores() {
        if (by == BY_LEX) {
            throw new IllegalArgumentException("ZRANGE gives no scores by text: use zrange, or choose by score");
        }
        return Words.of(words().toArray()).and("WITHSCORES").toList();
    }
}
