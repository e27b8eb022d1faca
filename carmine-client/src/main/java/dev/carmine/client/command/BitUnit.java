package dev.carmine.client.command;

/** What the ends of a range within a bitmap count. The constants are the words of the commands. Since Redis 7.0. */
public enum BitUnit {
    /** Bytes; so it is unless something else is asked for. */
    BYTE,
    /** Bits. */
    BIT
}
