package dev.carmine.client.internal.pubsub;

import dev.carmine.client.Gap;
import dev.carmine.client.OverflowPolicy;
import dev.carmine.client.SubscriptionOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What waits for a handler, in order: messages within the limits, and between them what is missing. Not thread-safe. */
final class Backlog {
    private final SubscriptionOptions options;
    private final Deque<Place> places = new ArrayDeque<>();

    /** What is missing after the last message. */
    private Gaps tail = new Gaps();

    private long bytes;
    private long dropped;

    Backlog(SubscriptionOptions options) {
        this.options = options;
    }

    /** A message, and what is missing before it. */
    private record Place(Gaps before, Message message) {}

    /** Adds a message; if there is no room, it or older ones are dropped, as the policy says. */
    void add(Message message) {
        if (isFullFor(message) && options.overflow() == OverflowPolicy.DROP_NEWEST) {
            dropped++;
            tail.addDropped(1);
            return;
        }
        while (isFullFor(message)) {
            dropOldest();
        }
        bytes += message.bytes().length;
        places.add(new Place(tail, message));
        tail = new Gaps();
    }

    /** A message that is larger than all may be alone is taken if it is alone. */
    private boolean isFullFor(Message message) {
        return !places.isEmpty()
                && (places.size() >= options.queueLimit() || bytes + message.bytes().length > options.queueBytes());
    }

    private void dropOldest() {
        Place oldest = places.remove();
        bytes -= oldest.message().bytes().length;
        dropped++;
        Gaps next = places.isEmpty() ? tail : places.element().before();
        Gaps merged = oldest.before();
        merged.addDropped(1);
        merged.addAll(next);
        if (places.isEmpty()) {
            tail = merged;
        } else {
            places.addFirst(new Place(merged, places.remove().message()));
        }
    }

    /** Notes that messages may be missing after the last one. */
    void addDisconnected(Throwable cause) {
        tail.addDisconnected(cause);
    }

    /** Notes that nothing more comes from a channel. */
    void addRefused(Gap.Refused gap) {
        tail.addRefused(gap);
    }

    /** Takes what is next: a {@link Gap} or a {@link Message}; null if there is nothing. */
    @Nullable Object poll() {
        Place first = places.peek();
        Gap gap = first == null ? tail.poll() : first.before().poll();
        if (gap != null || first == null) {
            return gap;
        }
        places.remove();
        bytes -= first.message().bytes().length;
        return first.message();
    }

    boolean isEmpty() {
        return places.isEmpty() && tail.isEmpty();
    }

    void clear() {
        places.clear();
        tail = new Gaps();
        bytes = 0;
    }

    /** How many messages were dropped so far. */
    long dropped() {
        return dropped;
    }
}
