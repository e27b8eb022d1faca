package dev.carmine.client.internal.pubsub;

import dev.carmine.client.Gap;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What is missing at one place between two messages; more of the same kind is told once. Not thread-safe. */
final class Gaps {
    private final Deque<Gap.Refused> refused = new ArrayDeque<>();
    private @Nullable Throwable disconnected;
    private long dropped;

    void addRefused(Gap.Refused gap) {
        refused.add(gap);
    }

    void addDisconnected(Throwable cause) {
        disconnected = cause;
    }

    void addDropped(long messages) {
        dropped += messages;
    }

    /** Adds what is missing at a later place, since nothing is left in between. */
    void addAll(Gaps later) {
        refused.addAll(later.refused);
        disconnected = later.disconnected == null ? disconnected : later.disconnected;
        dropped += later.dropped;
    }

    /** Takes one; null if there is none. */
    @Nullable Gap poll() {
        if (!refused.isEmpty()) {
            return refused.poll();
        }
        if (disconnected != null) {
            Gap gap = new Gap.Disconnected(disconnected);
            disconnected = null;
            return gap;
        }
        if (dropped > 0) {
            Gap gap = new Gap.Dropped(dropped);
            dropped = 0;
            return gap;
        }
        return null;
    }

    boolean isEmpty() {
        return refused.isEmpty() && disconnected == null && dropped == 0;
    }
}
