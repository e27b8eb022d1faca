package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * On what condition {@code DELEX} deletes a string: {@code DelexIf.equal("mine")}. A missing key meets none. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/delex/">DELEX</a>
 */
public final class DelexIf {
    private final Words words;

    private DelexIf(Words words) {
        this.words = words;
    }

    /**
     * Its value equals another ({@code IFEQ}).
     *
     * @param value the value to compare with
     * @return the condition
     */
    public static DelexIf equal(Object value) {
        return new DelexIf(Words.of("IFEQ", value));
    }

    /**
     * Its value differs from another ({@code IFNE}).
     *
     * @param value the value to compare with
     * @return the condition
     */
    public static DelexIf notEqual(Object value) {
        return new DelexIf(Words.of("IFNE", value));
    }

    /**
     * Its value has a digest ({@code IFDEQ}).
     *
     * @param digest as {@code DIGEST} gives it
     * @return the condition
     */
    public static DelexIf digestEqual(String digest) {
        return new DelexIf(Words.of("IFDEQ", digest));
    }

    /**
     * Its value has another digest ({@code IFDNE}).
     *
     * @param digest as {@code DIGEST} gives it
     * @return the condition
     */
    public static DelexIf digestNotEqual(String digest) {
        return new DelexIf(Words.of("IFDNE", digest));
    }

    /** What follows the key. */
    List<Object> words() {
        return words.toList();
    }
}
