package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The settings of a time series: {@code TsArgs.defaults().retention(Duration.ofDays(7)).labels(Map.of("room",
 * "study"))}. Of a setting that is given twice the last one holds. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ts.create/">TS.CREATE</a>
 */
public final class TsArgs {
    private final Words words;
    private final boolean hasEncoding;

    /** They come last, since the server takes all that follows for labels. */
    private final Words labels;

    private TsArgs(Words words, boolean hasEncoding, Words labels) {
        this.words = words;
        this.hasEncoding = hasEncoding;
        this.labels = labels;
    }

    /**
     * The settings that the server is configured for.
     *
     * @return arguments that say nothing more
     */
    public static TsArgs defaults() {
        return new TsArgs(Words.none(), false, Words.none());
    }

    /**
     * Drops samples that are so much older than the latest one ({@code RETENTION}).
     *
     * @param age the age, rounded up to milliseconds; zero to keep all
     * @return arguments with that age
     * @throws IllegalArgumentException if the age is negative
     */
    public TsArgs retention(Duration age) {
        return with("RETENTION", Times.millis(requireNotNegative("retention", age)));
    }

    /**
     * Keeps samples compressed or not ({@code ENCODING}); not for {@code TS.ALTER}.
     *
     * @param encoding how samples are kept
     * @return arguments with that encoding
     */
    public TsArgs encoding(TsEncoding encoding) {
        return new TsArgs(words.and("ENCODING", encoding.name()), true, labels);
    }

    /**
     * Gives new chunks of samples so many bytes ({@code CHUNK_SIZE}).
     *
     * @param bytes a multiple of 8, positive; the server takes 48 to 1048576
     * @return arguments with that size
     * @throws IllegalArgumentException if the size is not positive, or not a multiple of 8
     */
    public TsArgs chunkSize(long bytes) {
        if (bytes % 8 != 0) {
            throw new IllegalArgumentException("The chunk size must be a multiple of 8, but is " + bytes);
        }
        return with("CHUNK_SIZE", Amounts.positive("chunk size", bytes));
    }

    /**
     * Says what becomes of a sample where there is one at the same time ({@code DUPLICATE_POLICY}).
     *
     * @param policy what becomes of it
     * @return arguments with that policy
     */
    public TsArgs duplicatePolicy(TsDuplicatePolicy policy) {
        return with("DUPLICATE_POLICY", policy.name());
    }

    /**
     * Ignores samples close to the latest one, in time and in value ({@code IGNORE}), if the policy for duplicates is
     * {@link TsDuplicatePolicy#LAST}. Since TimeSeries 1.12.
     *
     * @param timeDifference up to this difference, rounded up to milliseconds
     * @param valueDifference up to this difference
     * @return arguments with these differences
     * @throws IllegalArgumentException if one of them is negative
     */
    public TsArgs ignore(Duration timeDifference, double valueDifference) {
        if (!(valueDifference >= 0)) {
            throw new IllegalArgumentException(
                    "The difference of values must not be negative, but is " + valueDifference);
        }
        long millis = Times.millis(requireNotNegative("difference of times", timeDifference));
        return new TsArgs(words.and("IGNORE", millis, valueDifference), hasEncoding, labels);
    }

    /**
     * Gives the series labels by which it is found ({@code LABELS}).
     *
     * @param values the labels with their values; none takes away those it has
     * @return arguments with these labels instead of any others
     */
    public TsArgs labels(Map<String, String> values) {
        Words all = Words.of("LABELS");
        for (Map.Entry<String, String> label : values.entrySet()) {
            all = all.and(label.getKey(), label.getValue());
        }
        return new TsArgs(words, hasEncoding, all);
    }

    private TsArgs with(String word, Object value) {
        return new TsArgs(words.and(word, value), hasEncoding, labels);
    }

    private static Duration requireNotNegative(String what, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("The " + what + " must not be negative, but is " + time);
        }
        return time;
    }

    /** What ends the command. */
    List<Object> words() {
        return words.and(labels).toList();
    }

    /** The same for a series that exists. */
    List<Object> wordsToAlter() {
        if (hasEncoding) {
            throw new IllegalArgumentException("TS.ALTER cannot change the encoding: leave it out");
        }
        return words();
    }
}
