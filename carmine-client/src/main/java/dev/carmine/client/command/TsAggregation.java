package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.time.Instant;

/**
 * How samples are aggregated into buckets of time: {@code TsAggregation.of(TsAggregator.AVG,
 * Duration.ofMinutes(1)).empty()}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ts.range/">TS.RANGE</a>
 */
public final class TsAggregation {
    /** Of which there is one at most, in front of the others. */
    private final Words align;

    private final Words words;

    private TsAggregation(Words align, Words words) {
        this.align = align;
        this.words = words;
    }

    /**
     * Aggregates into buckets that begin at multiples of their duration since 1970.
     *
     * @param aggregator what the samples of a bucket become
     * @param bucket how long a bucket is, positive, rounded up to milliseconds
     * @return the aggregation
     * @throws IllegalArgumentException if the duration is not positive
     */
    public static TsAggregation of(TsAggregator aggregator, Duration bucket) {
        return new TsAggregation(Words.none(), Words.of("AGGREGATION", aggregator.word(), millis(bucket)));
    }

    /**
     * Lets a bucket begin at a certain time ({@code ALIGN}), and the others accordingly. Since TimeSeries 1.6.
     *
     * @param time the time
     * @return an aggregation aligned like that instead of any other way
     */
    public TsAggregation align(Instant time) {
        return new TsAggregation(Words.of("ALIGN", Times.millis(time)), words);
    }

    /**
     * Lets a bucket begin where the range begins, which must have a beginning ({@code ALIGN -}). Since TimeSeries 1.6.
     *
     * @return an aggregation aligned like that instead of any other way
     */
    public TsAggregation alignStart() {
        return new TsAggregation(Words.of("ALIGN", "-"), words);
    }

    /**
     * Lets a bucket begin where the range ends, which must have an end ({@code ALIGN +}). Since TimeSeries 1.6.
     *
     * @return an aggregation aligned like that instead of any other way
     */
    public TsAggregation alignEnd() {
        return new TsAggregation(Words.of("ALIGN", "+"), words);
    }

    /**
     * Says which time stands for a bucket ({@code BUCKETTIMESTAMP}); without it, when it begins. Since TimeSeries 1.8.
     *
     * @param time which time
     * @return an aggregation with that time
     */
    public TsAggregation bucketTimestamp(TsBucketTime time) {
        return new TsAggregation(align, words.and("BUCKETTIMESTAMP", time.word()));
    }

    /**
     * Gives buckets without samples too, most of them with NaN for their value ({@code EMPTY}). Since TimeSeries 1.8.
     *
     * @return an aggregation that does so
     */
    public TsAggregation empty() {
        return new TsAggregation(align, words.and("EMPTY"));
    }

    /** The duration of a bucket. */
    static long millis(Duration bucket) {
        if (bucket.isZero() || bucket.isNegative()) {
            throw new IllegalArgumentException("The duration of a bucket must be positive, but is " + bucket);
        }
        return Times.millis(bucket);
    }

    /** All of it, for a range between two bounds, which are {@code -} and {@code +} if they are open. */
    Words words(Words bounds) {
        if (both("-", bounds)) {
            throw new IllegalArgumentException("alignStart() needs a range with a beginning: use since or between");
        }
        if (both("+", bounds)) {
            throw new IllegalArgumentException("alignEnd() needs a range with an end: use until or between");
        }
        return align.and(words);
    }

    private boolean both(String word, Words bounds) {
        return align.toList().contains(word) && bounds.toList().contains(word);
    }
}
