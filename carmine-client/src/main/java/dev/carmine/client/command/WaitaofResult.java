package dev.carmine.client.command;

/**
 * Who has on disk what a session wrote.
 *
 * @param local whether the server itself has
 * @param replicas how many replicas have
 * @see <a href="https://redis.io/docs/latest/commands/waitaof/">WAITAOF</a>
 */
public record WaitaofResult(boolean local, long replicas) {}
