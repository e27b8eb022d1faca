package dev.carmine.mq.internal.worker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The leases of a worker, from the exchange that gave them to the answer of the one that settles them. Guarded by the
 * desk's lock.
 */
final class HeldLeases {
    private final Set<Lease> leases = new LinkedHashSet<>(); // by identity: a lease is equal to itself alone

    /** No lease is due earlier for extension. */
    private long renewAt = Clock.NEVER;

    void add(Lease lease) {
        leases.add(lease);
        renewAt = Math.min(renewAt, lease.renewAt());
    }

    /** Gives it up; false if that has happened before. */
    boolean remove(Lease lease) {
        return leases.remove(lease);
    }

    boolean has(Lease lease) {
        return leases.contains(lease);
    }

    boolean isEmpty() {
        return leases.isEmpty();
    }

    List<Lease> all() {
        return new ArrayList<>(leases);
    }

    /** When leases are to be extended, at the earliest. */
    long renewAt() {
        return renewAt;
    }

    /** Sees anew when that is. */
    void renewed() {
        renewAt = leases.stream().mapToLong(Lease::renewAt).min().orElse(Clock.NEVER);
    }
}
