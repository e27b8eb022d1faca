package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * What {@code TDIGEST.MERGE} does with the sketch at its destination: {@code TDigestMergeArgs.override()}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/tdigest.merge/">TDIGEST.MERGE</a>
 */
public final class TDigestMergeArgs {
    private final Words compression;
    private final Words override;

    private TDigestMergeArgs(Words compression, Words override) {
        this.compression = compression;
        this.override = override;
    }

    /**
     * Adds to what the destination has.
     *
     * @return arguments that say so
     */
    public static TDigestMergeArgs add() {
        return new TDigestMergeArgs(Words.none(), Words.none());
    }

    /**
     * Puts the sources in the place of what the destination has ({@code OVERRIDE}).
     *
     * @return arguments that say so
     */
    public static TDigestMergeArgs override() {
        return new TDigestMergeArgs(Words.none(), Words.of("OVERRIDE"));
    }

    /**
     * Gives the destination a compression ({@code COMPRESSION}); without it a new sketch gets the highest of the
     * sources, and an old one keeps its own.
     *
     * @param compression the higher, the more exact and the larger; positive
     * @return arguments with that compression instead of any other
     * @throws IllegalArgumentException if the compression is not positive
     */
    public TDigestMergeArgs compression(long compression) {
        return new TDigestMergeArgs(Words.of("COMPRESSION", Amounts.positive("compression", compression)), override);
    }

    /** What follows the sources. */
    List<Object> words() {
        return compression.and(override).toList();
    }
}
