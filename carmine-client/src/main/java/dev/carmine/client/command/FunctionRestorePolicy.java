package dev.carmine.client.command;

/** What {@code FUNCTION RESTORE} does with the libraries that are there. The constants are the words of the command. */
public enum FunctionRestorePolicy {
    /** Keeps them, and fails if one has the name of one of the dump. */
    APPEND,
    /** Deletes them all first. */
    FLUSH,
    /** Keeps them, but for those that have the name of one of the dump; functions of other libraries still clash. */
    REPLACE
}
