package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Which members {@code GEOADD} adds or moves, and what it counts: {@code GeoaddArgs.ifPresent().countChanged()}.
 * Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/geoadd/">GEOADD</a>
 */
public final class GeoaddArgs {
    private final Words words;

    private GeoaddArgs(Words words) {
        this.words = words;
    }

    /**
     * Adds new members and moves old ones.
     *
     * @return arguments without a condition
     */
    public static GeoaddArgs always() {
        return new GeoaddArgs(Words.none());
    }

    /**
     * Adds new members and leaves old ones where they are ({@code NX}). Since Redis 6.2.
     *
     * @return arguments with that condition
     */
    public static GeoaddArgs ifAbsent() {
        return new GeoaddArgs(Words.of("NX"));
    }

    /**
     * Moves old members and adds none ({@code XX}). Since Redis 6.2.
     *
     * @return arguments with that condition
     */
    public static GeoaddArgs ifPresent() {
        return new GeoaddArgs(Words.of("XX"));
    }

    /**
     * Counts members that were moved, not only new ones ({@code CH}). Since Redis 6.2.
     *
     * @return arguments that count so
     */
    public GeoaddArgs countChanged() {
        return new GeoaddArgs(words.and("CH"));
    }

    /** What stands between the key and the first position. */
    List<Object> words() {
        return words.toList();
    }
}
