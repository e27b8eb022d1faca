package dev.carmine.client.command;

/** Whether the server frees what is flushed before it answers. The constants are the words of the commands. */
public enum FlushMode {
    /** In the background. */
    ASYNC,
    /** At once. Since Redis 6.2. */
    SYNC
}
