package dev.carmine.client.command;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code SCAN}, {@code HSCAN}, {@code SSCAN} and {@code ZSCAN} shall look at: {@code
 * ScanArgs.matching("user:*").count(1000)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/scan/">SCAN</a>
 */
public final class ScanArgs {
    private final List<Object> words;

    private ScanArgs(List<Object> words) {
        this.words = words;
    }

    /**
     * Gives everything.
     *
     * @return arguments without a filter
     */
    public static ScanArgs all() {
        return new ScanArgs(List.of());
    }

    /**
     * Gives what matches a pattern ({@code MATCH}). The server looks at everything all the same.
     *
     * @param pattern a pattern with {@code *}, {@code ?}, {@code [ae]} and {@code \} to escape them
     * @return arguments with that filter
     */
    public static ScanArgs matching(String pattern) {
        return all().with("MATCH", pattern);
    }

    /**
     * Says about how much work one call shall do ({@code COUNT}); the server's default is 10.
     *
     * @param elements how many elements to look at, positive
     * @return arguments with that number
     * @throws IllegalArgumentException if the number is not positive
     */
    public ScanArgs count(long elements) {
        if (elements < 1) {
            throw new IllegalArgumentException("The count must be positive, but is " + elements);
        }
        return with("COUNT", elements);
    }

    /**
     * Gives keys of one type ({@code TYPE}); for {@code SCAN} alone. Since Redis 6.0.
     *
     * @param type the type as {@code TYPE} names it, such as {@code "hash"}
     * @return arguments with that filter
     */
    public ScanArgs type(String type) {
        return with("TYPE", type);
    }

    private ScanArgs with(String word, Object value) {
        List<Object> longer = new ArrayList<>(words);
        longer.add(word);
        longer.add(value);
        return new ScanArgs(List.copyOf(longer));
    }

    /** What follows the cursor. */
    List<Object> words() {
        return words;
    }
}
