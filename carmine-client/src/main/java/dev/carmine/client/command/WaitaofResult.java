package dev.carmine.client.command;

/**
 * Who has on disk what a session wrote.
 *
 * @param local 1 if the server itself has, 0 if not
 * @param replicas how many replicas have
 * @see <a href="https://redis.io/docs/latest/commands/waitaof/">WAITAOF</a>
 */
public record WaitaofResult(long local, long replicas) {}
