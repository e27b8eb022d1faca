package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * What {@code TS.MGET} gives with the samples: {@code TsMgetArgs.withLabels()}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ts.mget/">TS.MGET</a>
 */
public final class TsMgetArgs {
    private final Words latest;
    private final Words labels;

    private TsMgetArgs(Words latest, Words labels) {
        this.latest = latest;
        this.labels = labels;
    }

    /**
     * Gives no labels.
     *
     * @return arguments that say nothing more
     */
    public static TsMgetArgs withoutLabels() {
        return new TsMgetArgs(Words.none(), Words.none());
    }

    /**
     * Gives all labels of each series ({@code WITHLABELS}).
     *
     * @return arguments that say so
     */
    public static TsMgetArgs withLabels() {
        return new TsMgetArgs(Words.none(), Words.of("WITHLABELS"));
    }

    /**
     * Gives some labels of each series, with null for those it has not ({@code SELECTED_LABELS}). Since TimeSeries 1.6.
     *
     * @param labels at least one label
     * @return arguments that say so
     * @throws IllegalArgumentException if there is none
     */
    public static TsMgetArgs selectedLabels(String... labels) {
        return new TsMgetArgs(Words.none(), selected(labels));
    }

    /**
     * Gives the last bucket of a compaction even if it is not complete ({@code LATEST}). Since TimeSeries 1.8.
     *
     * @return arguments that say so too
     */
    public TsMgetArgs latest() {
        return new TsMgetArgs(Words.of("LATEST"), labels);
    }

    /** The words that choose labels. */
    static Words selected(String... labels) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("There must be at least one label");
        }
        return Words.of("SELECTED_LABELS").and((Object[]) labels);
    }

    /** What stands before {@code FILTER}. */
    List<Object> words() {
        return latest.and(labels).toList();
    }
}
