package dev.carmine.mq;

/**
 * Where an id is in the life of its message. While a message is handled, waits for a retry, or has opened a dedupe
 * window, new content can wait behind it ({@link OnDuplicate#REQUEUE}): then its state is the one with {@code
 * _WITH_REQUEUE}.
 */
public enum QueueState {
    /** It can be handed out, or waits for its turn behind others of its group. An expired lease counts as this. */
    READY,

    /** A worker has let its lease expire, and new content waits behind the message. */
    READY_WITH_REQUEUE,

    /** It is not due yet, or waits for its next attempt. */
    DELAYED,

    /** It waits for its next attempt, and new content waits behind it. */
    DELAYED_WITH_REQUEUE,

    /** A worker has it. */
    LEASED,

    /** A worker has it, and new content waits behind it. */
    LEASED_WITH_REQUEUE,

    /** It was handled, and its id is not accepted again until its dedupe window ends. */
    DEDUPLICATING,

    /** It was handled, and new content waits for the end of its dedupe window. */
    DEDUPLICATING_WITH_REQUEUE,

    /** Its attempts or deliveries are used up, or its handler has given it up. */
    DEAD,

    /** There is nothing of that id: it was never enqueued, or was handled, cancelled or dropped. */
    ABSENT
}
