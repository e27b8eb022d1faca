package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What {@code GETEX} does to a key's time to live, and {@code HGETEX} to that of fields. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/getex/">GETEX</a>
 */
public final class GetexArgs {
    private final List<Object> words;

    private GetexArgs(List<Object> words) {
        this.words = words;
    }

    /**
     * Lets the key, or the fields, live for some time ({@code EX}, or {@code PX} where there is a fraction of a second; what is finer
     * than a millisecond is rounded up).
     *
     * @param time the time to live, positive
     * @return the arguments
     * @throws IllegalArgumentException if the time is not positive
     */
    public static GetexArgs expireIn(Duration time) {
        return new GetexArgs(Times.expireIn(time));
    }

    /**
     * Lets the key, or the fields, live until some time ({@code EXAT}, or {@code PXAT} where there is a fraction of a second).
     *
     * @param time when it expires, by the server's clock
     * @return the arguments
     */
    public static GetexArgs expireAt(Instant time) {
        return new GetexArgs(Times.expireAt(time));
    }

    /**
     * Lets the key, or the fields, live for ever ({@code PERSIST}).
     *
     * @return the arguments
     */
    public static GetexArgs persist() {
        return new GetexArgs(List.of("PERSIST"));
    }

    /** What follows the key. */
    List<Object> words() {
        return words;
    }
}
