package dev.carmine.mq;

import java.util.Objects;

/** There is no result of a message, or none yet. */
public final class NoResultException extends QueueException {
    private static final long serialVersionUID = 1;

    /** Why there is none. */
    private final Reason reason;

    NoResultException(String id, Reason reason, String why) {
        super("there is no result of the message " + id + ": " + why, null);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Why there is none. */
    public enum Reason {
        /** The message is still on its way: wait again, if you like. */
        NOT_YET,

        /** The message is dead; the exception's message says why. */
        DEAD,

        /**
         * There is no message of that id, and no result: it was never enqueued, was cancelled or too old, was handled without
         * a result, or its result was kept for long enough.
         */
        NONE
    }

    /**
     * Why there is none.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
