package dev.carmine.client;

/** What becomes of messages that come faster than they are handled, when the queue of the subscription is full. */
public enum OverflowPolicy {
    /** The oldest in the queue goes, so that the handler sees what is new. */
    DROP_OLDEST,

    /** The one that comes goes, so that the handler sees what came first. */
    DROP_NEWEST
}
