package dev.carmine.client.command.search;

/** In which order results stand. The constants are the words of the commands. */
public enum SortOrder {
    /** The least first. */
    ASC,
    /** The greatest first. */
    DESC
}
