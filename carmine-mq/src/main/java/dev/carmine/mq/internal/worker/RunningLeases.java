package dev.carmine.mq.internal.worker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The leases whose handlers run, from the moment a task takes one until its handling has ended, even if the lease is lost
 * or given back meanwhile: the thread is still busy. Guarded by the desk's lock.
 */
final class RunningLeases {
    private final Set<Lease> leases = new LinkedHashSet<>(); // by identity: a lease is equal to itself alone

    /** No handler is to be interrupted earlier. */
    private long deadline = Clock.NEVER;

    /** A handler begins, which is to be interrupted at its lease's deadline. */
    void add(Lease lease) {
        leases.add(lease);
        deadline = Math.min(deadline, lease.deadline);
    }

    /** Its handling has ended; false if that has happened before. */
    boolean remove(Lease lease) {
        return leases.remove(lease);
    }

    int size() {
        return leases.size();
    }

    List<Lease> all() {
        return new ArrayList<>(leases);
    }

    /** When a handler is to be interrupted, at the earliest. */
    long deadline() {
        return deadline;
    }

    /** Takes those whose handlers are to be interrupted now; each once. */
    List<Lease> overdue(long now) {
        if (now < deadline) {
            return List.of();
        }
        List<Lease> overdue = new ArrayList<>();
        deadline = Clock.NEVER;
        for (Lease lease : leases) {
            if (lease.deadline <= now) {
                lease.deadline = Clock.NEVER;
                overdue.add(lease);
            }
            deadline = Math.min(deadline, lease.deadline);
        }
        return overdue;
    }
}
