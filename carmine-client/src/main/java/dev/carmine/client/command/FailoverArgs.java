package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;

/**
 * Which replica {@code FAILOVER} makes the master, and how long it waits for it to catch up: {@code
 * FailoverArgs.to("10.0.0.2", 6379).forcedAfter(Duration.ofSeconds(5))}. Without a time it waits until it succeeds.
 * Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/failover/">FAILOVER</a>
 */
public final class FailoverArgs {
    private final Words target;
    private final Words limit;

    private FailoverArgs(Words target, Words limit) {
        this.target = target;
        this.limit = limit;
    }

    /**
     * Chooses the replica that has caught up first.
     *
     * @return arguments without a target
     */
    public static FailoverArgs toAny() {
        return new FailoverArgs(Words.none(), Words.none());
    }

    /**
     * Chooses a replica.
     *
     * @param host its host, as the master's {@code ROLE} shows it
     * @param port its port
     * @return arguments with that target
     */
    public static FailoverArgs to(String host, int port) {
        return new FailoverArgs(Words.of("TO", host, port), Words.none());
    }

    /**
     * Gives up after some time ({@code TIMEOUT}): the server then remains the master.
     *
     * @param time how long to wait, rounded up to milliseconds
     * @return arguments with that limit instead of any other
     * @throws IllegalArgumentException if the time is not positive
     */
    public FailoverArgs within(Duration time) {
        return new FailoverArgs(target, Words.of("TIMEOUT", positiveMillis(time)));
    }

    /**
     * Makes the replica the master after some time even if it has not caught up ({@code TIMEOUT} with {@code FORCE}):
     * the writes that it has not received are lost.
     *
     * @param time how long to wait, rounded up to milliseconds
     * @return arguments with that limit instead of any other
     * @throws IllegalArgumentException if the time is not positive, or no replica was chosen
     */
    public FailoverArgs forcedAfter(Duration time) {
        if (target.isEmpty()) {
            throw new IllegalArgumentException("FAILOVER can only force a replica that was chosen: begin with to(...)");
        }
        return new FailoverArgs(target, Words.of("FORCE", "TIMEOUT", positiveMillis(time)));
    }

    private static long positiveMillis(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("The time of FAILOVER must be positive, but is " + time);
        }
        return Times.millis(time);
    }

    /** What follows the name. */
    List<Object> words() {
        return target.and(limit).toList();
    }
}
