package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How {@code RESTORE} makes a key: {@code RestoreArgs.expireIn(Duration.ofHours(1)).replace()}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/restore/">RESTORE</a>
 */
public final class RestoreArgs {
    private static final int GREATEST_FREQUENCY = 255;

    private final long ttl;
    private final Words words;

    /** When or how often the key was used. */
    private final Words use;

    private RestoreArgs(long ttl, Words words, Words use) {
        this.ttl = ttl;
        this.words = words;
        this.use = use;
    }

    /**
     * Lets the key live for ever.
     *
     * @return the arguments
     */
    public static RestoreArgs forever() {
        return new RestoreArgs(0, Words.none(), Words.none());
    }

    /**
     * Lets the key live for some time, rounded up to milliseconds.
     *
     * @param time the time to live, positive
     * @return the arguments
     * @throws IllegalArgumentException if the time is not positive
     */
    public static RestoreArgs expireIn(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("The time to live must be positive, but is " + time);
        }
        return new RestoreArgs(Times.millis(time), Words.none(), Words.none());
    }

    /**
     * Lets the key live until some time, rounded up to milliseconds ({@code ABSTTL}). Since Redis 5.0.
     *
     * @param time when it expires, by the server's clock; a key whose time is over is not made
     * @return the arguments
     * @throws IllegalArgumentException if the time is not after the beginning of 1970: the server takes zero for never
     */
    public static RestoreArgs expireAt(Instant time) {
        if (!time.isAfter(Instant.EPOCH)) {
            throw new IllegalArgumentException("The time to expire at must be after 1970 begins, but is " + time);
        }
        return new RestoreArgs(Times.millis(time), Words.of("ABSTTL"), Words.none());
    }

    /**
     * Replaces the key if it exists ({@code REPLACE}); else that is an error.
     *
     * @return arguments that do so too
     */
    public RestoreArgs replace() {
        return new RestoreArgs(ttl, words.and("REPLACE"), use);
    }

    /**
     * Says for how long the key was not used ({@code IDLETIME}), for a server that evicts by that. Since Redis 5.0.
     *
     * @param time whole seconds; what is finer is cut off
     * @return arguments with that time, instead of how often it was used
     * @throws IllegalArgumentException if the time is negative
     */
    public RestoreArgs idletime(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("The time without use must not be negative, but is " + time);
        }
        return new RestoreArgs(ttl, words, Words.of("IDLETIME", time.toSeconds()));
    }

    /**
     * Says how often the key was used ({@code FREQ}), for a server that evicts by that. Since Redis 5.0.
     *
     * @param frequency as {@code OBJECT FREQ} gives it, from 0 to 255
     * @return arguments with that frequency, instead of how long it was not used
     * @throws IllegalArgumentException if there is no such frequency
     */
    public RestoreArgs freq(int frequency) {
        if (frequency < 0 || frequency > GREATEST_FREQUENCY) {
            throw new IllegalArgumentException("A frequency is a number from 0 to 255, not " + frequency);
        }
        return new RestoreArgs(ttl, words, Words.of("FREQ", frequency));
    }

    /** The milliseconds that stand before the dump. */
    long ttl() {
        return ttl;
    }

    /** What follows the dump. */
    List<Object> words() {
        return words.and(use).toList();
    }
}
