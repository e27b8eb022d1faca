package dev.carmine.client;

import java.time.Duration;

/**
 * The pool of dedicated connections: for blocking commands and sessions, which cannot share a connection. Each has a
 * thread of its own that notices at once when the server closes it, so that a dead one is never lent. Immutable.
 *
 * @param maxSize how many connections there may be at a time, lent and idle together; by default 16. Raise it to the
 *     number of threads that block at a time
 * @param maxIdleTime how long an idle connection is kept; by default one minute. It is looked at whenever one is
 *     borrowed or given back
 * @param maxAge how long a connection is used at all; by default 30 minutes, so that connections move to new servers
 *     behind a balancer. A connection that is lent is let finish
 */
public record PoolOptions(int maxSize, Duration maxIdleTime, Duration maxAge) {
    private static final PoolOptions DEFAULTS = new PoolOptions(16, Duration.ofMinutes(1), Duration.ofMinutes(30));

    /**
     * Checks the bounds.
     *
     * @param maxSize at least 1
     * @param maxIdleTime at least a millisecond
     * @param maxAge at least a millisecond
     */
    public PoolOptions {
        if (maxSize < 1) {
            throw new IllegalArgumentException("maxSize must be at least 1, but is " + maxSize);
        }
        Durations.requireAtLeast("maxIdleTime", maxIdleTime, Duration.ofMillis(1));
        Durations.requireAtLeast("maxAge", maxAge, Duration.ofMillis(1));
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
        return new PoolOptions(maxSize, maxIdleTime, maxAge);
    }
}
