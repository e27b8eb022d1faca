package dev.carmine.it.mq.fault;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** How many leases are held at a time: for certain, one is from when its worker has it until it is settled, or may be over. */
final class HeldLeases {
    private HeldLeases() {}

    /**
     * Counts them.
     *
     * @return how many are held from a time on, for each time at which that changes
     */
    static Map<Long, Integer> of(History history, Collection<Delivered> leases) {
        TreeMap<Long, Integer> changes = new TreeMap<>();
        for (Delivered delivered : leases) {
            Settled settled = history.settleOf(delivered);
            long over = delivered.begun() + TimeUnit.MILLISECONDS.toNanos(delivered.term());
            long until = settled == null ? over : Math.min(over, settled.begun());
            if (until > delivered.answered()) {
                changes.merge(delivered.answered(), 1, Integer::sum);
                changes.merge(until, -1, Integer::sum);
            }
        }
        int held = 0;
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            held += change.getValue();
            change.setValue(held);
        }
        return changes;
    }
}
