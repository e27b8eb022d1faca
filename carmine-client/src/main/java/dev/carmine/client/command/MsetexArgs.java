package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When {@code MSETEX} sets, and how long the keys live: {@code MsetexArgs.ifNoneExists().expireIn(Duration.ofSeconds(5))}.
 * Without a time to live the keys do not expire, even if they did before. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/msetex/">MSETEX</a>
 */
public final class MsetexArgs {
    private final Words condition;
    private final List<Object> expiry;

    private MsetexArgs(Words condition, List<Object> expiry) {
        this.condition = condition;
        this.expiry = expiry;
    }

    /**
     * Sets in any case.
     *
     * @return arguments without a condition
     */
    public static MsetexArgs always() {
        return new MsetexArgs(Words.none(), List.of());
    }

    /**
     * Sets all or nothing: if none of the keys exists ({@code NX}).
     *
     * @return arguments with that condition
     */
    public static MsetexArgs ifNoneExists() {
        return new MsetexArgs(Words.of("NX"), List.of());
    }

    /**
     * Sets all or nothing: if all of the keys exist ({@code XX}).
     *
     * @return arguments with that condition
     */
    public static MsetexArgs ifAllExist() {
        return new MsetexArgs(Words.of("XX"), List.of());
    }

    /**
     * Lets the keys live for some time ({@code EX}, or {@code PX} where there is a fraction of a second; what is finer
     * than a millisecond is rounded up).
     *
     * @param time the time to live, positive
     * @return arguments with that time instead of any other
     * @throws IllegalArgumentException if the time is not positive
     */
    public MsetexArgs expireIn(Duration time) {
        return new MsetexArgs(condition, Times.expireIn(time));
    }

    /**
     * Lets the keys live until some time ({@code EXAT}, or {@code PXAT} where there is a fraction of a second).
     *
     * @param time when they expire, by the server's clock
     * @return arguments with that time instead of any other
     */
    public MsetexArgs expireAt(Instant time) {
        return new MsetexArgs(condition, Times.expireAt(time));
    }

    /**
     * Leaves the times to live as they are ({@code KEEPTTL}).
     *
     * @return arguments with that instead of any other time
     */
    public MsetexArgs keepTtl() {
        return new MsetexArgs(condition, List.of("KEEPTTL"));
    }

    /** Condition and time to live. */
    List<Object> words() {
        return condition.and(expiry.toArray()).toList();
    }
}
