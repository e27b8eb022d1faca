package dev.carmine.mq;

/**
 * The lease of a message is over: another worker may have the message by now, and what becomes of this handling counts no
 * more. Stop the work.
 */
public final class LeaseLostException extends QueueException {
    private static final long serialVersionUID = 1;

    LeaseLostException(String id) {
        super(
                "the lease of the message " + id + " is over: stop the work, for another worker may have the message;"
                        + " raise the lease if the server or this program was too slow to extend it",
                null);
    }
}
