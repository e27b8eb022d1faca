package dev.carmine.it.mq.fault;

import dev.carmine.mq.QueueOptions.Rate;
import java.time.Duration;

/**
 * What a queue was told to keep to.
 *
 * @param concurrency how many leases at a time
 * @param groups how many leases at a time in each group
 * @param rate how many leases in any window
 * @param patience how long a message may wait for a worker that has nothing to do, when nothing is broken
 */
record Limits(int attempts, int deliveries, int concurrency, int groups, Rate rate, Duration patience) {
    Limits withGroups(int other) {
        return new Limits(attempts, deliveries, concurrency, other, rate, patience);
    }

    Limits withRate(Rate other) {
        return new Limits(attempts, deliveries, concurrency, groups, other, patience);
    }
}
