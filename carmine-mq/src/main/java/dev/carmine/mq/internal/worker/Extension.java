package dev.carmine.mq.internal.worker;

/**
 * What is said of a lease when it is extended.
 *
 * @param lease which one
 * @param millis for how long, in milliseconds
 * @param progress text for others to see; empty to leave it as it is
 */
record Extension(Lease lease, long millis, String progress) {}
