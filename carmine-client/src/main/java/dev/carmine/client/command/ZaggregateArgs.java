package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code ZUNION}, {@code ZINTER} and the commands that store their results make one, and how: {@code
 * ZaggregateArgs.of("a", "b").weights(2, 1).aggregate(ScoreAggregate.MAX)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/zunion/">ZUNION</a>
 */
public final class ZaggregateArgs {
    private final List<String> keys;
    private final Words weights;
    private final Words aggregate;

    private ZaggregateArgs(List<String> keys, Words weights, Words aggregate) {
        this.keys = keys;
        this.weights = weights;
        this.aggregate = aggregate;
    }

    /**
     * Sorted sets whose scores are added up.
     *
     * @param keys the keys, at least one
     * @return arguments with these keys
     * @throws IllegalArgumentException without a key
     */
    public static ZaggregateArgs of(String... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("At least one key is needed");
        }
        return new ZaggregateArgs(List.of(keys), Words.none(), Words.none());
    }

    /**
     * Multiplies the scores of each sorted set before they become one ({@code WEIGHTS}).
     *
     * @param factors one for each key, in their order
     * @return arguments with these factors
     * @throws IllegalArgumentException if there are more or less of them than keys
     */
    public ZaggregateArgs weights(double... factors) {
        if (factors.length != keys.size()) {
            throw new IllegalArgumentException(
                    "Each of the " + keys.size() + " keys needs one weight, but there are " + factors.length);
        }
        Object[] words = Arrays.stream(factors).boxed().toArray();
        return new ZaggregateArgs(keys, Words.of("WEIGHTS").and(words), aggregate);
    }

    /**
     * Says how the scores of a member become one ({@code AGGREGATE}).
     *
     * @param how their sum, the lowest or the highest
     * @return arguments that do so
     */
    public ZaggregateArgs aggregate(ScoreAggregate how) {
        return new ZaggregateArgs(keys, weights, Words.of("AGGREGATE", how.name()));
    }

    /** The keys. */
    List<String> keys() {
        return keys;
    }

    /** What follows the keys. */
    List<Object> words() {
        return weights.and(aggregate).toList();
    }
}
