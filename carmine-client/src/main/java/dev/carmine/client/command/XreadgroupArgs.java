package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;

/**
 * Whether {@code XREADGROUP} waits for entries, how many it gives, and whether they become pending: {@code
 * XreadgroupArgs.block(Duration.ofSeconds(5)).count(100)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/xreadgroup/">XREADGROUP</a>
 */
public final class XreadgroupArgs {
    private final XreadArgs reading;
    private final Words noack;

    private XreadgroupArgs(XreadArgs reading, Words noack) {
        this.reading = reading;
        this.noack = noack;
    }

    /**
     * Answers at once, even if there is nothing.
     *
     * @return arguments that do not block
     */
    public static XreadgroupArgs now() {
        return new XreadgroupArgs(XreadArgs.now(), Words.none());
    }

    /**
     * Waits until there is something new to read ({@code BLOCK}); a consumer's own pending entries come at once.
     *
     * @param timeout how long, rounded up to milliseconds; zero waits for ever
     * @return arguments that block
     * @throws IllegalArgumentException if the time is negative
     */
    public static XreadgroupArgs block(Duration timeout) {
        return new XreadgroupArgs(XreadArgs.block(timeout), Words.none());
    }

    /**
     * Limits the number of entries ({@code COUNT}).
     *
     * @param entries how many to give of each stream at most, positive
     * @return arguments with that number instead of any other
     * @throws IllegalArgumentException if the number is not positive
     */
    public XreadgroupArgs count(long entries) {
        return new XreadgroupArgs(reading.count(entries), noack);
    }

    /**
     * Takes new entries as acknowledged ({@code NOACK}): if the reply is lost, they are.
     *
     * @return arguments that leave nothing pending
     */
    public XreadgroupArgs noack() {
        return new XreadgroupArgs(reading, Words.of("NOACK"));
    }

    /** What stands before {@code STREAMS}. */
    List<Object> words() {
        return Words.of(reading.words().toArray()).and(noack).toList();
    }
}
