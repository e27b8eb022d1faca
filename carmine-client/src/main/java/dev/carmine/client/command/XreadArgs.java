package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;

/**
 * Whether {@code XREAD} waits for entries, and how many it gives: {@code
 * XreadArgs.block(Duration.ofSeconds(5)).count(100)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/xread/">XREAD</a>
 */
public final class XreadArgs {
    private final Words block;
    private final Words count;

    private XreadArgs(Words block, Words count) {
        this.block = block;
        this.count = count;
    }

    /**
     * Answers at once, even if there is nothing.
     *
     * @return arguments that do not block
     */
    public static XreadArgs now() {
        return new XreadArgs(Words.none(), Words.none());
    }

    /**
     * Waits until there is something to read ({@code BLOCK}).
     *
     * @param timeout how long, rounded up to milliseconds; zero waits for ever
     * @return arguments that block
     * @throws IllegalArgumentException if the time is negative
     */
    public static XreadArgs block(Duration timeout) {
        return new XreadArgs(Words.of("BLOCK", Times.blockingMillis(timeout)), Words.none());
    }

    /**
     * Limits the number of entries ({@code COUNT}).
     *
     * @param entries how many to give of each stream at most, positive
     * @return arguments with that number instead of any other
     * @throws IllegalArgumentException if the number is not positive
     */
    public XreadArgs count(long entries) {
        if (entries < 1) {
            throw new IllegalArgumentException("The count must be positive, but is " + entries);
        }
        return new XreadArgs(block, Words.of("COUNT", entries));
    }

    /** What stands before {@code STREAMS}. */
    List<Object> words() {
        return count.and(block).toList();
    }
}
