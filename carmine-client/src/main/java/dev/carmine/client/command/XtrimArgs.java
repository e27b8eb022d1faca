package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Which entries {@code XTRIM} and {@code XADD} remove from the beginning of a stream: {@code
 * XtrimArgs.maxlen(1000).approximately()}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/xtrim/">XTRIM</a>
 */
public final class XtrimArgs {
    private final String strategy;
    private final Object threshold;
    private final boolean approximate;
    private final Words limit;
    private final Words references;

    private XtrimArgs(String strategy, Object threshold, boolean approximate, Words limit, Words references) {
        this.strategy = strategy;
        this.threshold = threshold;
        this.approximate = approximate;
        this.limit = limit;
        this.references = references;
    }

    /**
     * Leaves the newest entries ({@code MAXLEN}).
     *
     * @param entries how many to leave, 0 or more
     * @return arguments that trim exactly
     * @throws IllegalArgumentException if the number is negative
     */
    public static XtrimArgs maxlen(long entries) {
        if (entries < 0) {
            throw new IllegalArgumentException("The length must not be negative, but is " + entries);
        }
        return new XtrimArgs("MAXLEN", entries, false, Words.none(), Words.none());
    }

    /**
     * Removes the entries with lower ids ({@code MINID}). Since Redis 6.2.
     *
     * @param id the lowest id to leave
     * @return arguments that trim exactly
     */
    public static XtrimArgs minid(String id) {
        return new XtrimArgs("MINID", id, false, Words.none(), Words.none());
    }

    /**
     * Lets the server leave some more entries ({@code ~}), where it can remove whole blocks of them: much faster.
     *
     * @return arguments that trim so
     */
    public XtrimArgs approximately() {
        return new XtrimArgs(strategy, threshold, true, Words.none(), references);
    }

    /**
     * As {@link #approximately()}, and removes no more than a number of entries ({@code LIMIT}). Since Redis 6.2.
     *
     * @param limit how many entries to remove at most; 0 for no limit, while the server's default is 100 of its blocks
     * @return arguments that trim so
     * @throws IllegalArgumentException if the number is negative
     */
    public XtrimArgs approximately(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("The limit must not be negative, but is " + limit);
        }
        return new XtrimArgs(strategy, threshold, true, Words.of("LIMIT", limit), references);
    }

    /**
     * Says what happens to the references that groups have to the entries. Since Redis 8.2.
     *
     * @param references what to do with them
     * @return arguments that trim so
     */
    public XtrimArgs references(StreamReferences references) {
        return new XtrimArgs(strategy, threshold, approximate, limit, Words.of(references.name()));
    }

    /** What follows the key of {@code XTRIM}. */
    List<Object> words() {
        return trimmingWords().and(references).toList();
    }

    /** What is said of references, which {@code XADD} has elsewhere. */
    Words referenceWords() {
        return references;
    }

    /** The strategy with its threshold and limit. */
    Words trimmingWords() {
        Words words = Words.of(strategy);
        return (approximate ? words.and("~") : words).and(threshold).and(limit);
    }
}
