package dev.carmine.client.command;

/** Where {@code LINSERT} inserts. The constants are the words of the command. */
public enum ListPosition {
    /** Before the pivot, nearer to the head. */
    BEFORE,
    /** After the pivot, nearer to the tail. */
    AFTER
}
