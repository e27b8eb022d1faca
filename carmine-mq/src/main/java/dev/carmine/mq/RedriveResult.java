package dev.carmine.mq;

/** What became of an attempt to make a dead message ready again. */
public enum RedriveResult {
    /** It is ready, as new. */
    REDRIVEN,

    /** A later message has its id, and lives or has a dedupe window. The dead one stays as it is. */
    REFUSED,

    /** There is no such dead message. */
    NOT_FOUND
}
