package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Which samples of several time series are given, and how: {@code TsMrangeArgs.of(TsRangeArgs.all()).withLabels()}.
 * Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ts.mrange/">TS.MRANGE</a>
 */
public final class TsMrangeArgs {
    private final TsRangeArgs range;

    /** What is said of them once. */
    private final Words labels;

    private final Words group;

    private TsMrangeArgs(TsRangeArgs range, Words labels, Words group) {
        this.range = range;
        this.labels = labels;
        this.group = group;
    }

    /**
     * Gives a range of samples of each series, without labels.
     *
     * @param range which samples
     * @return arguments with that range
     */
    public static TsMrangeArgs of(TsRangeArgs range) {
        return new TsMrangeArgs(range, Words.none(), Words.none());
    }

    /**
     * Gives all labels of each series ({@code WITHLABELS}); of a group, the label that makes it.
     *
     * @return arguments with that instead of {@link #selectedLabels}
     */
    public TsMrangeArgs withLabels() {
        return new TsMrangeArgs(range, Words.of("WITHLABELS"), group);
    }

    /**
     * Gives some labels of each series, with null for those it has not ({@code SELECTED_LABELS}). Since TimeSeries 1.6.
     *
     * @param chosen at least one label
     * @return arguments with that instead of {@link #withLabels}
     * @throws IllegalArgumentException if there is none
     */
    public TsMrangeArgs selectedLabels(String... chosen) {
        return new TsMrangeArgs(range, TsMgetArgs.selected(chosen), group);
    }

    /**
     * Makes one series of all that have the same value of a label ({@code GROUPBY}); its key is {@code label=value}.
     * Since TimeSeries 1.6.
     *
     * @param label the label
     * @param reducer what samples of the same time become
     * @return arguments with that group instead of any other
     * @throws IllegalArgumentException if the reducer needs the times of samples: first, last and twa
     */
    public TsMrangeArgs groupBy(String label, TsAggregator reducer) {
        if (reducer.needsTimes()) {
            throw new IllegalArgumentException(reducer + " cannot reduce a group: use another one, such as AVG");
        }
        return new TsMrangeArgs(range, labels, Words.of("GROUPBY", label, "REDUCE", reducer.word()));
    }

    /** What stands before {@code FILTER}. */
    List<Object> words() {
        return range.words(labels).toList();
    }

    /** What follows the filters. */
    List<Object> groupWords() {
        return group.toList();
    }
}
