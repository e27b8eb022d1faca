package dev.carmine.client;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The pool of dedicated connections: for blocking commands and sessions, which cannot share a connection. They are
 * opened when they are needed, and those that wait for one get it in the order in which they came. Each connection has a
 * thread of its own that notices at once when the server closes it, and asks a silent one with PING whether it lives
 * ({@link ClientOptions.Builder#idleCheck}), so that a dead one is not lent. Immutable.
 *
 * @param maxSize how many connections there may be at a time, lent and idle together; by default 16, which a server
 *     does not notice. Raise it to the number of threads that block at a time
 * @param maxIdleTime how long an idle connection is kept; by default one minute, so that those of a busy moment do not
 *     stay for ever. Raise it if blocking commands come seldom and must not wait for a handshake
 * @param maxAge how long a connection is used at all; by default 30 minutes, so that connections move to new servers
 *     behind a balancer. An idle one is closed then, one that is lent when it is given back
 * @param leakDetection how long a {@linkplain Carmine#session session} may have its connection before a warning with
 *     the stack of the code that began it is logged, and a {@link ConnectionEvent.LeakSuspected} sent; null, the
 *     default, for ever, because that stack costs some microseconds each time. Blocking commands are not watched: they
 *     give their connection back by themselves
 */
public record PoolOptions(
        int maxSize,
        Duration maxIdleTime,
        Duration maxAge,
        @Nullable Duration leakDetection) {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final PoolOptions DEFAULTS =
            new PoolOptions(16, Duration.ofMinutes(1), Duration.ofMinutes(30), null);

    /**
     * Checks the bounds.
     *
     * @param maxSize at least 1
     * @param maxIdleTime at least a millisecond
     * @param maxAge at least a millisecond
     * @param leakDetection at least a millisecond, or null
     */
    public PoolOptions {
        if (maxSize < 1) {
            throw new IllegalArgumentException("maxSize must be at least 1, but is " + maxSize);
        }
        Durations.requireAtLeast("maxIdleTime", maxIdleTime, SHORTEST);
        Durations.requireAtLeast("maxAge", maxAge, SHORTEST);
        if (leakDetection != null) {
            Durations.requireAtLeast("leakDetection", leakDetection, SHORTEST);
        }
    }

    /**
     * The defaults.
     *
     * @return at most 16 connections
     */
    public static PoolOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another size.
     *
     * @param maxSize how many connections there may be
     * @return the changed options
     */
    public PoolOptions withMaxSize(int maxSize) {
        return new PoolOptions(maxSize, maxIdleTime, maxAge, leakDetection);
    }

    /**
     * The same with another time for idle connections.
     *
     * @param maxIdleTime how long one is kept
     * @return the changed options
     */
    public PoolOptions withMaxIdleTime(Duration maxIdleTime) {
        return new PoolOptions(maxSize, maxIdleTime, maxAge, leakDetection);
    }

    /**
     * The same with another age.
     *
     * @param maxAge how long a connection is used
     * @return the changed options
     */
    public PoolOptions withMaxAge(Duration maxAge) {
        return new PoolOptions(maxSize, maxIdleTime, maxAge, leakDetection);
    }

    /**
     * The same with sessions watched.
     *
     * @param limit how long one may last before it is reported
     * @return the changed options
     */
    public PoolOptions withLeakDetection(Duration limit) {
        return new PoolOptions(maxSize, maxIdleTime, maxAge, Objects.requireNonNull(limit, "limit"));
    }
}
