package dev.carmine.client.command;

/**
 * What {@code BITFIELD} does with a number that is too great or too small for its field. The constants are the words of
 * the command.
 */
public enum BitOverflow {
    /** Drops the bits that do not fit, as Java does; so it is unless something else is asked for. */
    WRAP,
    /** Takes the nearest number that fits. */
    SAT,
    /** Leaves the field as it is, and returns null. */
    FAIL
}
