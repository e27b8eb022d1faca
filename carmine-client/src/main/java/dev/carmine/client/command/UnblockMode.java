package dev.carmine.client.command;

/** How {@code CLIENT UNBLOCK} ends a blocking command. The constants are the words of the command. */
public enum UnblockMode {
    /** As if its time were over. */
    TIMEOUT,
    /** With the error {@code UNBLOCKED}. */
    ERROR
}
