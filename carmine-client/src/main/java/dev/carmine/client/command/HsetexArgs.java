package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When {@code HSETEX} sets, and how long the fields live: {@code HsetexArgs.ifNoneExists().expireIn(Duration.ofSeconds(5))}.
 * Without a time to live the fields do not expire, even if they did before. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/hsetex/">HSETEX</a>
 */
public final class HsetexArgs {
    private final Words condition;
    private final List<Object> expiry;

    private HsetexArgs(Words condition, List<Object> expiry) {
        this.condition = condition;
        this.expiry = expiry;
    }

    /**
     * Sets in any case.
     *
     * @return arguments without a condition
     */
    public static HsetexArgs always() {
        return new HsetexArgs(Words.none(), List.of());
    }

    /**
     * Sets all or nothing: if none of the fields exists ({@code FNX}).
     *
     * @return arguments with that condition
     */
    public static HsetexArgs ifNoneExists() {
        return new HsetexArgs(Words.of("FNX"), List.of());
    }

    /**
     * Sets all or nothing: if all of the fields exist ({@code FXX}).
     *
     * @return arguments with that condition
     */
    public static HsetexArgs ifAllExist() {
        return new HsetexArgs(Words.of("FXX"), List.of());
    }

    /**
     * Lets the fields live for some time ({@code EX}, or {@code PX} where there is a fraction of a second; what is finer
     * than a millisecond is rounded up).
     *
     * @param time the time to live, positive
     * @return arguments with that time instead of any other
     * @throws IllegalArgumentException if the time is not positive
     */
    public HsetexArgs expireIn(Duration time) {
        return new HsetexArgs(condition, Times.expireIn(time));
    }

    /**
     * Lets the fields live until some time ({@code EXAT}, or {@code PXAT} where there is a fraction of a second).
     *
     * @param time when they expire, by the server's clock
     * @return arguments with that time instead of any other
     */
    public HsetexArgs expireAt(Instant time) {
        return new HsetexArgs(condition, Times.expireAt(time));
    }

    /**
     * Leaves the times to live as they are ({@code KEEPTTL}).
     *
     * @return arguments with that instead of any other time
     */
    public HsetexArgs keepTtl() {
        return new HsetexArgs(condition, List.of("KEEPTTL"));
    }

    /** Condition and time to live. */
    List<Object> words() {
        return condition.and(expiry.toArray()).toList();
    }
}
