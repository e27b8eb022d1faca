package dev.carmine.mq.internal.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is finished and waits to be settled, in order. Guarded by the desk's lock. */
final class Finished {
    private static final int MOST = 256;
    private static final long MOST_BYTES = 1 << 20;

    private final ArrayDeque<Settle> settles = new ArrayDeque<>();

    /** One of these has made an exchange fail: they come first, and alone. By identity. */
    private final Set<Settle> suspects = new LinkedHashSet<>();

    void add(Settle settle) {
        settles.add(settle);
    }

    boolean isEmpty() {
        return settles.isEmpty() && suspects.isEmpty();
    }

    /** An exchange with these has failed because of one of them. */
    void suspect(Collection<Settle> ofOneExchange) {
        suspects.addAll(ofOneExchange);
    }

    boolean hasSuspects() {
        return !suspects.isEmpty();
    }

    /** Its fate is known; returns whether it was suspected. */
    boolean clear(Settle settle) {
        return suspects.remove(settle);
    }

    /**
     * Takes what one call may carry: at least one, if there is one, and no more than 256 or a mebibyte. One that is suspected
     * is in it alone, and stays here until it is cleared.
     */
    List<Settle> slice() {
        if (hasSuspects()) {
            return List.of(suspects.iterator().next());
        }
        List<Settle> slice = new ArrayList<>();
        long bytes = 0;
        for (Settle next = settles.peek(); next != null && slice.size() < MOST; next = settles.peek()) {
            bytes += next.size();
            if (bytes > MOST_BYTES && !slice.isEmpty()) {
                break;
            }
            slice.add(settles.remove());
        }
        return slice;
    }
}
