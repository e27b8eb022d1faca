package dev.carmine.client.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which members {@code ZADD} adds or updates, and what it counts: {@code ZaddArgs.ifPresent().ifGreater()}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/zadd/">ZADD</a>
 */
public final class ZaddArgs {
    private final List<Object> words;

    private ZaddArgs(List<Object> words) {
        this.words = words;
    }

    /**
     * Adds new members and updates old ones.
     *
     * @return arguments without a condition
     */
    public static ZaddArgs always() {
        return new ZaddArgs(List.of());
    }

    /**
     * Adds new members and leaves old ones as they are ({@code NX}).
     *
     * @return arguments with that condition
     */
    public static ZaddArgs ifAbsent() {
        return new ZaddArgs(List.of("NX"));
    }

    /**
     * Updates old members and adds none ({@code XX}).
     *
     * @return arguments with that condition
     */
    public static ZaddArgs ifPresent() {
        return new ZaddArgs(List.of("XX"));
    }

    /**
     * Updates an old member only if its new score is greater ({@code GT}). Since Redis 6.2.
     *
     * @return arguments with that condition too
     * @throws IllegalArgumentException after {@link #ifAbsent()}, which updates none, or {@link #ifLess()}
     */
    public ZaddArgs ifGreater() {
        return without("NX", "LT").with("GT");
    }

    /**
     * Updates an old member only if its new score is less ({@code LT}). Since Redis 6.2.
     *
     * @return arguments with that condition too
     * @throws IllegalArgumentException after {@link #ifAbsent()}, which updates none, or {@link #ifGreater()}
     */
    public ZaddArgs ifLess() {
        return without("NX", "GT").with("LT");
    }

    /**
     * Counts members whose score has changed, not only new ones ({@code CH}).
     *
     * @return arguments that count so
     */
    public ZaddArgs countChanged() {
        return with("CH");
    }

    private ZaddArgs without(String... others) {
        if (!Collections.disjoint(words, List.of(others))) {
            throw new IllegalArgumentException(
                    "ZADD takes one of ifAbsent(), ifGreater() and ifLess(), but is given two of them");
        }
        return this;
    }

    private ZaddArgs with(String word) {
        List<Object> longer = new ArrayList<>(words);
        longer.add(word);
        return new ZaddArgs(List.copyOf(longer));
    }

    /** What stands between the key and the first score. */
    List<Object> words() {
        return words;
    }
}
