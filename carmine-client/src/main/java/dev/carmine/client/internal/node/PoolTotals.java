package dev.carmine.client.internal.node;

import dev.carmine.client.PoolStats;
import java.util.concurrent.atomic.LongAdder;

/** What has happened in a pool since it was made. Thread-safe. */
final class PoolTotals {
    final LongAdder borrowed = new LongAdder();
    final LongAdder opened = new LongAdder();
    final LongAdder closed = new LongAdder();
    final LongAdder timedOut = new LongAdder();
    final LongAdder leaks = new LongAdder();

    PoolStats with(int maxSize, int lent, int idle, int waiting) {
        return new PoolStats(
                maxSize, lent, idle, waiting, borrowed.sum(), opened.sum(), closed.sum(), timedOut.sum(), leaks.sum());
    }
}
