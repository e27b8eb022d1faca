package dev.carmine.client.command;

/** What becomes of a sample where there is one at the same time. The constants are the words of the commands. */
public enum TsDuplicatePolicy {
    /** The new one is an error. */
    BLOCK,
    /** The old one stays. */
    FIRST,
    /** The new one replaces the old one. */
    LAST,
    /** The smaller value stays. */
    MIN,
    /** The larger value stays. */
    MAX,
    /** The values are added. */
    SUM
}
