package dev.carmine.it.mq.fault;

import java.time.Duration;

/**
 * What a queue was told to keep to.
 *
 * @param concurrency how many leases at a time
 * @param patience how long a message may wait for a worker that has nothing to do, when nothing is broken
 */
record Limits(int attempts, int deliveries, int concurrency, Duration patience) {}
