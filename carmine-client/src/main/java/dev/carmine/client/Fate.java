package dev.carmine.client;

/** What is known about a command that got no reply. */
public enum Fate {
    /**
     * The operating system has not accepted the command's last byte, so the server cannot have executed it. It is safe
     * to send again.
     */
    NOT_SENT,
    /**
     * The command left and its reply did not arrive: the server may have executed it, or may still do so. Send again
     * only what may run twice.
     */
    UNKNOWN
}
