package dev.carmine.client.command;

/** What {@code CLIENT PAUSE} holds back. The constants are the words of the command. */
public enum PauseMode {
    /** Every command of every client. */
    ALL,
    /** What may write. Since Redis 6.2. */
    WRITE
}
