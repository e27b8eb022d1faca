package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;

/**
 * Which pending entries {@code XPENDING} lists: {@code XpendingArgs.range("-", "+", 100).consumer("c")}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/xpending/">XPENDING</a>
 */
public final class XpendingArgs {
    private final Words idle;
    private final Words range;
    private final Words consumer;

    private XpendingArgs(Words idle, Words range, Words consumer) {
        this.idle = idle;
        this.range = range;
        this.consumer = consumer;
    }

    /**
     * Lists the entries with ids in a range.
     *
     * @param start the lowest id, {@code -} for the lowest of all; since Redis 6.2 excluded after {@code (}
     * @param end the highest id, {@code +} for the highest of all; likewise
     * @param count how many to list at most, positive
     * @return arguments with that range
     * @throws IllegalArgumentException if the number is not positive
     */
    public static XpendingArgs range(String start, String end, long count) {
        if (count < 1) {
            throw new IllegalArgumentException("The count must be positive, but is " + count);
        }
        return new XpendingArgs(Words.none(), Words.of(start, end, count), Words.none());
    }

    /**
     * Lists what was last delivered some time ago ({@code IDLE}). Since Redis 6.2.
     *
     * @param time how long ago at least, rounded up to milliseconds
     * @return arguments with that filter
     */
    public XpendingArgs idle(Duration time) {
        return new XpendingArgs(Words.of("IDLE", Times.millis(time)), range, consumer);
    }

    /**
     * Lists what was delivered to one consumer.
     *
     * @param name the consumer
     * @return arguments with that filter
     */
    public XpendingArgs consumer(String name) {
        return new XpendingArgs(idle, range, Words.of(name));
    }

    /** What follows the group. */
    List<Object> words() {
        return idle.and(range).and(consumer).toList();
    }
}
