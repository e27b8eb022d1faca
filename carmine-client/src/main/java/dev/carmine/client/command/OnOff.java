package dev.carmine.client.command;

/** The two words of a switch. */
public enum OnOff {
    /** From now on. */
    ON,
    /** No longer. */
    OFF
}
