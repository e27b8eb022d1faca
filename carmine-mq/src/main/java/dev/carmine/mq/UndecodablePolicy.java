package dev.carmine.mq;

/** What becomes of a message whose body cannot be read as what its queue is to hold. */
public enum UndecodablePolicy {
    /** It is set aside, with all its bytes, to be looked at and redriven. */
    DEAD_LETTER,

    /**
     * It goes back in its place without penalty, and the worker leases nothing for a second: for deployments during which
     * another worker knows types that this one does not. Deliveries that end so do not count.
     */
    RELEASE
}
