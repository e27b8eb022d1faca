package dev.carmine.mq;

/** What becomes of a message whose body cannot be read as what its queue is to hold. */
public enum UndecodablePolicy {
    /** It is set aside, with all its bytes, to be looked at and redriven. */
    DEAD_LETTER,

    /**
     * It is left to other workers, and this one goes on with other messages: for deployments during which another worker
     * knows types that this one does not. It is handed out again after a tenth of its age, but no sooner than after a
     * second and no later than after a minute, and then in its old place; until then it is delayed, and holds its group
     * up if it has one. Deliveries that end so do not count.
     */
    RELEASE
}
