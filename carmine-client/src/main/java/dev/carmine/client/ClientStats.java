package dev.carmine.client;

/**
 * What a client looks like at one moment.
 *
 * @param commandsInFlight commands on the shared connection that are queued or await their replies, or whose
 *     futures have yet to be completed
 * @param pool the dedicated connections
 */
public record ClientStats(int commandsInFlight, PoolStats pool) {}
