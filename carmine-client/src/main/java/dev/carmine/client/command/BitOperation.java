package dev.carmine.client.command;

/** How {@code BITOP} makes one bitmap from several. The constants are the words of the command. */
public enum BitOperation {
    /** The bits that are set in all. */
    AND,
    /** The bits that are set in any. */
    OR,
    /** The bits that are set in an odd number of them. */
    XOR,
    /** The bits that are set in the first and in no other. Since Redis 8.2. */
    DIFF,
    /** The bits that are set in any but the first, and not in the first. Since Redis 8.2. */
    DIFF1,
    /** The bits that are set in the first and in any other. Since Redis 8.2. */
    ANDOR,
    /** The bits that are set in exactly one. Since Redis 8.2. */
    ONE
}
