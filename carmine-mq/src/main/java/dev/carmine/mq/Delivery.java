package dev.carmine.mq;

import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.Envelope;
import dev.carmine.mq.internal.worker.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message under a lease. */
final class Delivery<T> implements Message<T> {
    private static final int LONGEST_PROGRESS = 1_000;

    private final Lease lease;
    private final String queue;
    private final Envelope envelope;
    private final T body;

    Delivery(Lease lease, String queue, Envelope envelope, T body) {
        this.lease = lease;
        this.queue = queue;
        this.envelope = envelope;
        this.body = body;
    }

    @Override
    public String id() {
        return lease.grant().id();
    }

    @Override
    public T body() {
        return body;
    }

    @Override
    public Map<String, String> headers() {
        return envelope.headers();
    }

    @Override
    public String queue() {
        return queue;
    }

    @Override
    public long queueSize() {
        return lease.grant().queueSize();
    }

    @Override
    public @Nullable String group() {
        String group = lease.grant().record().group();
        return group.isEmpty() ? null : group;
    }

    @Override
    public int attempt() {
        return lease.grant().record().attempt();
    }

    @Override
    public int deliveries() {
        return lease.grant().record().deliveries();
    }

    @Override
    public long fence() {
        return Long.parseLong(lease.grant().record().fence());
    }

    @Override
    public Instant enqueuedAt() {
        return Instant.ofEpochMilli(lease.grant().record().enqueuedAt());
    }

    @Override
    public Duration age() {
        return Duration.ofMillis(lease.grant().waited()).plusNanos(lease.heldFor());
    }

    @Override
    public Duration lease() {
        return lease.term();
    }

    @Override
    public Instant leaseExpiresAt() {
        return Instant.now().plusNanos(lease.rest());
    }

    @Override
    public void extendLease(Duration time) {
        Checks.atLeast("time", time, QueueOptions.SHORTEST_LEASE);
        if (!lease.extend(Checks.millis(time))) {
            throw new LeaseLostException(id());
        }
    }

    @Override
    public void progress(String text) {
        if (text.isEmpty() || text.length() > LONGEST_PROGRESS) {
            throw new IllegalArgumentException(
                    "text must have 1 to " + LONGEST_PROGRESS + " characters, but has " + text.length());
        }
        lease.progress(text);
    }

    @Override
    public boolean isLeaseLost() {
        return lease.isLost();
    }

    @Override
    public boolean isCancelled() {
        return lease.isCancelled();
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "Message[" + id() + " of " + queue + ", attempt " + attempt() + "]";
    }
}
