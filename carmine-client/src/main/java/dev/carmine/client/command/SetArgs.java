package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When {@code SET} sets, and how long the value lives: {@code SetArgs.ifAbsent().expireIn(Duration.ofSeconds(5))}.
 * Without a time to live the key does not expire, even if it did before. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/set/">SET</a>
 */
public final class SetArgs {
    private final List<Object> condition;
    private final List<Object> expiry;

    private SetArgs(List<Object> condition, List<Object> expiry) {
        this.condition = condition;
        this.expiry = expiry;
    }

    /**
     * Sets in any case.
     *
     * @return arguments without a condition
     */
    public static SetArgs always() {
        return new SetArgs(List.of(), List.of());
    }

    /**
     * Sets if the key does not exist ({@code NX}).
     *
     * @return arguments with that condition
     */
    public static SetArgs ifAbsent() {
        return new SetArgs(List.of("NX"), List.of());
    }

    /**
     * Sets if the key exists ({@code XX}).
     *
     * @return arguments with that condition
     */
    public static SetArgs ifPresent() {
        return new SetArgs(List.of("XX"), List.of());
    }

    /**
     * Sets if the key's present value equals another ({@code IFEQ}). Since Redis 8.4 and Valkey 8.1.
     *
     * @param value the value to compare with
     * @return arguments with that condition
     */
    public static SetArgs ifEqual(Object value) {
        return new SetArgs(List.of("IFEQ", value), List.of());
    }

    /**
     * Sets if the key's present value differs from another, or there is none ({@code IFNE}). Since Redis 8.4.
     *
     * @param value the value to compare with
     * @return arguments with that condition
     */
    public static SetArgs ifNotEqual(Object value) {
        return new SetArgs(List.of("IFNE", value), List.of());
    }

    /**
     * Sets if the key's present value has a digest ({@code IFDEQ}). Since Redis 8.4.
     *
     * @param digest as {@code DIGEST} gives it
     * @return arguments with that condition
     */
    public static SetArgs ifDigestEqual(String digest) {
        return new SetArgs(List.of("IFDEQ", digest), List.of());
    }

    /**
     * Sets if the key's present value has another digest, or there is none ({@code IFDNE}). Since Redis 8.4.
     *
     * @param digest as {@code DIGEST} gives it
     * @return arguments with that condition
     */
    public static SetArgs ifDigestNotEqual(String digest) {
        return new SetArgs(List.of("IFDNE", digest), List.of());
    }

    /**
     * Lets the value live for some time ({@code EX}, or {@code PX} where there is a fraction of a second; what is finer
     * than a millisecond is rounded up).
     *
     * @param time the time to live, positive
     * @return arguments with that time instead of any other
     * @throws IllegalArgumentException if the time is not positive
     */
    public SetArgs expireIn(Duration time) {
        return new SetArgs(condition, Times.expireIn(time));
    }

    /**
     * Lets the value live until some time ({@code EXAT}, or {@code PXAT} where there is a fraction of a second).
     *
     * @param time when it expires, by the server's clock
     * @return arguments with that time instead of any other
     */
    public SetArgs expireAt(Instant time) {
        return new SetArgs(condition, Times.expireAt(time));
    }

    /**
     * Leaves the key's time to live as it is ({@code KEEPTTL}).
     *
     * @return arguments with that instead of any other time
     */
    public SetArgs keepTtl() {
        return new SetArgs(condition, List.of("KEEPTTL"));
    }

    /** The time to live of these under the condition of others, where it is not for these to have one. */
    SetArgs under(SetArgs other) {
        if (!condition.isEmpty()) {
            throw new IllegalArgumentException(
                    "the expected value is the only condition: begin the arguments with SetArgs.always()");
        }
        return new SetArgs(other.condition, expiry);
    }

    /** What follows key and value. */
    List<Object> words() {
        return Stream.concat(condition.stream(), expiry.stream()).toList();
    }
}
