package dev.carmine.mq.internal.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What is finished and waits to be settled, in order. Guarded by the desk's lock. */
final class Finished {
    private static final int MOST = 256;
    private static final long MOST_BYTES = 1 << 20;

    private final ArrayDeque<Settle> settles = new ArrayDeque<>();

    void add(Settle settle) {
        settles.add(settle);
    }

    boolean isEmpty() {
        return settles.isEmpty();
    }

    /** Takes what one call may carry: at least one, if there is one, and no more than 256 or a mebibyte. */
    List<Settle> slice() {
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
