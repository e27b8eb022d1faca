package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounds within which {@code INCREX} counts, and how long the key lives: at most a hundred a minute are
 * {@code IncrexArgs.defaults().upperBound(100).expireOnceIn(Duration.ofMinutes(1))}. Without a time to live that of the
 * key stays as it is. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/increx/">INCREX</a>
 */
public final class IncrexArgs {
    private static final IncrexArgs DEFAULTS = new IncrexArgs(null, null, Words.none(), Words.none());

    private final @Nullable Number lowerBound;
    private final @Nullable Number upperBound;
    private final Words saturate;
    private final Words expiry;

    private IncrexArgs(@Nullable Number lowerBound, @Nullable Number upperBound, Words saturate, Words expiry) {
        this.lowerBound = lowerBound;
        this.upperBound = upperBound;
        this.saturate = saturate;
        this.expiry = expiry;
        if (lowerBound != null && upperBound != null && lowerBound.doubleValue() > upperBound.doubleValue()) {
            throw new IllegalArgumentException(
                    "The lower bound must not exceed the upper one, but " + lowerBound + " > " + upperBound);
        }
    }

    /**
     * No bounds but those of the kind of number, and no change of the time to live.
     *
     * @return arguments for all else to be added to
     */
    public static IncrexArgs defaults() {
        return DEFAULTS;
    }

    /**
     * Lets the number not fall below a bound ({@code LBOUND}).
     *
     * @param bound the lowest number allowed
     * @return arguments with that bound too
     * @throws IllegalArgumentException if it is above the upper bound
     */
    public IncrexArgs lowerBound(long bound) {
        return new IncrexArgs(bound, upperBound, saturate, expiry);
    }

    /**
     * Lets the number not fall below a bound ({@code LBOUND}), when a floating-point number is added.
     *
     * @param bound the lowest number allowed
     * @return arguments with that bound too
     * @throws IllegalArgumentException if it is above the upper bound
     */
    public IncrexArgs lowerBound(double bound) {
        return new IncrexArgs(bound, upperBound, saturate, expiry);
    }

    /**
     * Lets the number not rise above a bound ({@code UBOUND}).
     *
     * @param bound the highest number allowed
     * @return arguments with that bound too
     * @throws IllegalArgumentException if it is below the lower bound
     */
    public IncrexArgs upperBound(long bound) {
        return new IncrexArgs(lowerBound, bound, saturate, expiry);
    }

    /**
     * Lets the number not rise above a bound ({@code UBOUND}), when a floating-point number is added.
     *
     * @param bound the highest number allowed
     * @return arguments with that bound too
     * @throws IllegalArgumentException if it is below the lower bound
     */
    public IncrexArgs upperBound(double bound) {
        return new IncrexArgs(lowerBound, bound, saturate, expiry);
    }

    /**
     * Stops at the bound where the number would pass it ({@code SATURATE}), instead of changing nothing.
     *
     * @return arguments with that too
     */
    public IncrexArgs saturate() {
        return new IncrexArgs(lowerBound, upperBound, Words.of("SATURATE"), expiry);
    }

    /**
     * Lets the key live for some time from now on ({@code EX}, or {@code PX} where there is a fraction of a second; what
     * is finer than a millisecond is rounded up).
     *
     * @param time the time to live, positive
     * @return arguments with that time instead of any other
     * @throws IllegalArgumentException if the time is not positive
     */
    public IncrexArgs expireIn(Duration time) {
        return expiring(Words.of(Times.expireIn(time).toArray()));
    }

    /**
     * Lets the key live until some time ({@code EXAT}, or {@code PXAT} where there is a fraction of a second).
     *
     * @param time when it expires, by the server's clock
     * @return arguments with that time instead of any other
     */
    public IncrexArgs expireAt(Instant time) {
        return expiring(Words.of(Times.expireAt(time).toArray()));
    }

    /**
     * Lets the key live for some time, unless it expires already ({@code EX} or {@code PX}, with {@code ENX}).
     *
     * @param time the time to live, positive
     * @return arguments with that time instead of any other
     * @throws IllegalArgumentException if the time is not positive
     */
    public IncrexArgs expireOnceIn(Duration time) {
        return expiring(Words.of(Times.expireIn(time).toArray()).and("ENX"));
    }

    /**
     * Lets the key live until some time, unless it expires already ({@code EXAT} or {@code PXAT}, with {@code ENX}).
     *
     * @param time when it expires, by the server's clock
     * @return arguments with that time instead of any other
     */
    public IncrexArgs expireOnceAt(Instant time) {
        return expiring(Words.of(Times.expireAt(time).toArray()).and("ENX"));
    }

    /**
     * Lets the key live for ever ({@code PERSIST}).
     *
     * @return arguments with that instead of any time
     */
    public IncrexArgs persist() {
        return expiring(Words.of("PERSIST"));
    }

    private IncrexArgs expiring(Words expiry) {
        return new IncrexArgs(lowerBound, upperBound, saturate, expiry);
    }

    /** What follows the increment, for whole numbers. */
    List<Object> wholeWords() {
        requireWhole(lowerBound);
        requireWhole(upperBound);
        return words();
    }

    private static void requireWhole(@Nullable Number bound) {
        if (bound instanceof Double) {
            throw new IllegalArgumentException(
                    "INCREX adds a whole number, so its bounds must be whole, but one is " + bound);
        }
    }

    /** What follows the increment. */
    List<Object> words() {
        Words words = Words.none();
        if (lowerBound != null) {
            words = words.and("LBOUND", lowerBound);
        }
        if (upperBound != null) {
            words = words.and("UBOUND", upperBound);
        }
        return words.and(saturate).and(expiry).toList();
    }
}
