package dev.carmine.client.command;

/** What {@code XDELEX} and {@code XACKDEL} did about one id. */
public enum StreamDeletion {
    /** There is no entry of that id, or the group of {@code XACKDEL} has it not among its pending entries. */
    NOT_FOUND,
    /** The entry was deleted. */
    DELETED,
    /** The entry was not deleted, since a group has not acknowledged it yet: {@link StreamReferences#ACKED}. */
    STILL_REFERENCED
}
