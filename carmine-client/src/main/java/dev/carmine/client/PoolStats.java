package dev.carmine.client;

/**
 * What the pool of dedicated connections looks like at one moment, and what has happened in it since the client was
 * made. The totals never fall.
 *
 * @param maxSize the bound on connections
 * @param lent how many are in use or being opened
 * @param idle how many are ready to be lent
 * @param waiting how many callers wait for one
 * @param borrowed how often one was lent
 * @param opened how many were opened, whether the server let them in or not
 * @param closed how many of those are gone: lost, idle for too long, too old, or left in a state that nobody should
 *     inherit
 * @param timedOut how many callers waited for one in vain, until their deadline
 * @param leaks how many sessions were reported by {@link PoolOptions#leakDetection}
 */
public record PoolStats(
        int maxSize,
        int lent,
        int idle,
        int waiting,
        long borrowed,
        long opened,
        long closed,
        long timedOut,
        long leaks) {}
