package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Instant;
import java.util.List;

/**
 * Which samples of a time series are given, and how: {@code TsRangeArgs.since(noon).count(100)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ts.range/">TS.RANGE</a>
 */
public final class TsRangeArgs {
    private final Words bounds;
    private final Words filters;
    private final Words count;
    private final Words aggregation;

    private TsRangeArgs(Words bounds, Words filters, Words count, Words aggregation) {
        this.bounds = bounds;
        this.filters = filters;
        this.count = count;
        this.aggregation = aggregation;
    }

    /**
     * All samples.
     *
     * @return arguments without bounds
     */
    public static TsRangeArgs all() {
        return bounds("-", "+");
    }

    /**
     * The samples from one time to another.
     *
     * @param from the earliest time, included
     * @param to the latest time, included
     * @return arguments with these bounds
     */
    public static TsRangeArgs between(Instant from, Instant to) {
        return bounds(Times.millis(from), Times.millis(to));
    }

    /**
     * The samples from some time on.
     *
     * @param from the earliest time, included
     * @return arguments with that bound
     */
    public static TsRangeArgs since(Instant from) {
        return bounds(Times.millis(from), "+");
    }

    /**
     * The samples up to some time.
     *
     * @param to the latest time, included
     * @return arguments with that bound
     */
    public static TsRangeArgs until(Instant to) {
        return bounds("-", Times.millis(to));
    }

    /**
     * Gives the last bucket of a compaction even if it is not complete ({@code LATEST}). Since TimeSeries 1.8.
     *
     * @return arguments that say so
     */
    public TsRangeArgs latest() {
        return filtered(Words.of("LATEST"));
    }

    /**
     * Gives samples of certain times only ({@code FILTER_BY_TS}). Since TimeSeries 1.6.
     *
     * @param times at least one time
     * @return arguments with that filter
     * @throws IllegalArgumentException if there is none
     */
    public TsRangeArgs filterByTimestamps(Instant... times) {
        if (times.length == 0) {
            throw new IllegalArgumentException("There must be at least one time");
        }
        Words words = Words.of("FILTER_BY_TS");
        for (Instant time : times) {
            words = words.and(Times.millis(time));
        }
        return filtered(words);
    }

    /**
     * Gives samples of certain values only ({@code FILTER_BY_VALUE}). Since TimeSeries 1.6.
     *
     * @param min the smallest value, included
     * @param max the largest value, included
     * @return arguments with that filter
     */
    public TsRangeArgs filterByValue(double min, double max) {
        return filtered(Words.of("FILTER_BY_VALUE", min, max));
    }

    /**
     * Gives so many samples, or buckets, at most ({@code COUNT}).
     *
     * @param most how many of each series, positive
     * @return arguments with that number instead of any other
     * @throws IllegalArgumentException if the number is not positive
     */
    public TsRangeArgs count(long most) {
        return new TsRangeArgs(bounds, filters, Words.of("COUNT", Amounts.positive("count", most)), aggregation);
    }

    /**
     * Gives aggregates of samples in their place ({@code AGGREGATION}).
     *
     * @param how how they are aggregated
     * @return arguments with that aggregation instead of any other
     * @throws IllegalArgumentException if it is aligned to an end of the range that is open
     */
    public TsRangeArgs aggregate(TsAggregation how) {
        return new TsRangeArgs(bounds, filters, count, how.words(bounds));
    }

    private static TsRangeArgs bounds(Object from, Object to) {
        return new TsRangeArgs(Words.of(from, to), Words.none(), Words.none(), Words.none());
    }

    private TsRangeArgs filtered(Words filter) {
        return new TsRangeArgs(bounds, filters.and(filter), count, aggregation);
    }

    /** What follows the key. */
    List<Object> words() {
        return words(Words.none()).toList();
    }

    /** The same with what is said of labels, in the order of the documentation. */
    Words words(Words labels) {
        return bounds.and(filters).and(labels).and(count).and(aggregation);
    }
}
