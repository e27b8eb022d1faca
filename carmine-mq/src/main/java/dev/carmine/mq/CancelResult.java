package dev.carmine.mq;

/** What became of an attempt to cancel a message. */
public enum CancelResult {
    /** The message is gone, with the content that has waited behind it, and will not be handed out. */
    CANCELLED,

    /**
     * A worker has it: its handler hears of it when its lease is next extended, and it is not attempted again unless it
     * succeeds. Content that has waited behind it is gone.
     */
    CANCELLING,

    /** There is no such message, or it is dead. */
    NOT_FOUND
}
