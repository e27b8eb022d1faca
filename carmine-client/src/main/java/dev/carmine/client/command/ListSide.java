package dev.carmine.client.command;

/** One of the two ends of a list. The constants are the words of the commands. */
public enum ListSide {
    /** The head, where {@code LPUSH} pushes. */
    LEFT,
    /** The tail, where {@code RPUSH} pushes. */
    RIGHT
}
