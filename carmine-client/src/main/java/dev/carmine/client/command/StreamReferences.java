package dev.carmine.client.command;

/**
 * What happens to the references that groups have to entries which are deleted: those in their lists of pending entries.
 * The constants are the words of the commands. Since Redis 8.2.
 */
public enum StreamReferences {
    /** Deletes the entries and leaves the references, as servers do that are older. */
    KEEPREF,
    /** Deletes the entries and the references of all groups. */
    DELREF,
    /** Deletes only entries that each group has got and acknowledged. */
    ACKED
}
