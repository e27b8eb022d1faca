package dev.carmine.client;

/**
 * What the pool of dedicated connections looks like at one moment.
 *
 * @param maxSize the bound on connections
 * @param lent how many are in use or being opened
 * @param idle how many are ready to be lent
 * @param waiting how many callers wait for one
 */
public record PoolStats(int maxSize, int lent, int idle, int waiting) {}
