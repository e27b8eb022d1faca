package dev.carmine.mq;

import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.QueueKeys;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a queue behaves. The limits are stored on the server, where they hold for all who use the queue, and for every
 * message that does not bring its own; those that are not given here stay what they are there, which for a new queue are
 * the defaults named below. {@link Builder#slot} and {@link Builder#maxBodySize} are this program's alone. Immutable; made
 * by {@link #builder()}.
 */
public final class QueueOptions {
    static final Duration SHORTEST_LEASE = Duration.ofMillis(100);
    static final int MOST_ATTEMPTS = 999_999;

    private static final QueueOptions DEFAULTS = builder().build();

    private final @Nullable String slot;
    private final int maxBodySize;
    private final @Nullable Duration lease;
    private final @Nullable Integer maxAttempts;
    private final @Nullable Integer maxDeliveries;
    private final @Nullable Integer deadCapacity;
    private final @Nullable Duration deadRetention;
    private final @Nullable Integer concurrency;
    private final @Nullable Rate rate;
    private final @Nullable Integer groupConcurrency;
    private final @Nullable Duration resultRetention;

    private QueueOptions(Builder builder) {
        this.slot = builder.slot;
        this.maxBodySize = builder.maxBodySize;
        this.lease = builder.lease;
        this.maxAttempts = builder.maxAttempts;
        this.maxDeliveries = builder.maxDeliveries;
        this.deadCapacity = builder.deadCapacity;
        this.deadRetention = builder.deadRetention;
        this.concurrency = builder.concurrency;
        this.rate = builder.rate;
        this.groupConcurrency = builder.groupConcurrency;
        this.resultRetention = builder.resultRetention;
    }

    /**
     * At most so many messages in any time of a length.
     *
     * @param count how many; 0 for no limit
     * @param window the length
     */
    public record Rate(int count, Duration window) {
        /** No limit. */
        public static final Rate UNLIMITED = new Rate(0, Duration.ofSeconds(1));

        /**
         * Checks the bounds.
         *
         * @param count from 0 to 100,000, since the server keeps the times of so many
         * @param window at least a millisecond
         */
        public Rate {
            Checks.within("count", count, 0, 100_000);
            Checks.atLeast("window", window, Duration.ofMillis(1));
        }
    }

    /**
     * The defaults: all limits as they are on the server.
     *
     * @return the options
     */
    public static QueueOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Begins with the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins with these options.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.slot = slot;
        builder.maxBodySize = maxBodySize;
        builder.lease = lease;
        builder.maxAttempts = maxAttempts;
        builder.maxDeliveries = maxDeliveries;
        builder.deadCapacity = deadCapacity;
        builder.deadRetention = deadRetention;
        builder.concurrency = concurrency;
        builder.rate = rate;
        builder.groupConcurrency = groupConcurrency;
        builder.resultRetention = resultRetention;
        return builder;
    }

    /**
     * See {@link Builder#slot}.
     *
     * @return what the queue shares a slot by, or null
     */
    public @Nullable String slot() {
        return slot;
    }

    /**
     * See {@link Builder#maxBodySize}.
     *
     * @return bytes
     */
    public int maxBodySize() {
        return maxBodySize;
    }

    /**
     * See {@link Builder#lease}.
     *
     * @return the lease, or null to leave it
     */
    public @Nullable Duration lease() {
        return lease;
    }

    /**
     * See {@link Builder#maxAttempts}.
     *
     * @return the limit, or null to leave it
     */
    public @Nullable Integer maxAttempts() {
        return maxAttempts;
    }

    /**
     * See {@link Builder#maxDeliveries}.
     *
     * @return the limit, or null to leave it
     */
    public @Nullable Integer maxDeliveries() {
        return maxDeliveries;
    }

    /**
     * See {@link Builder#deadCapacity}.
     *
     * @return how many, or null to leave it
     */
    public @Nullable Integer deadCapacity() {
        return deadCapacity;
    }

    /**
     * See {@link Builder#deadRetention}.
     *
     * @return how long, or null to leave it
     */
    public @Nullable Duration deadRetention() {
        return deadRetention;
    }

    /**
     * See {@link Builder#concurrency}.
     *
     * @return the limit, 0 for none, or null to leave it
     */
    public @Nullable Integer concurrency() {
        return concurrency;
    }

    /**
     * See {@link Builder#rate}.
     *
     * @return the limit, or null to leave it
     */
    public @Nullable Rate rate() {
        return rate;
    }

    /**
     * See {@link Builder#groupConcurrency}.
     *
     * @return the limit, or null to leave it
     */
    public @Nullable Integer groupConcurrency() {
        return groupConcurrency;
    }

    /**
     * See {@link Builder#resultRetention}.
     *
     * @return how long, or null to leave it
     */
    public @Nullable Duration resultRetention() {
        return resultRetention;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private static final Duration SHORTEST = Duration.ofMillis(1);

        private @Nullable String slot;
        private int maxBodySize = 1 << 20;
        private @Nullable Duration lease;
        private @Nullable Integer maxAttempts;
        private @Nullable Integer maxDeliveries;
        private @Nullable Integer deadCapacity;
        private @Nullable Duration deadRetention;
        private @Nullable Integer concurrency;
        private @Nullable Rate rate;
        private @Nullable Integer groupConcurrency;
        private @Nullable Duration resultRetention;

        private Builder() {}

        /**
         * The slot of a cluster that the queue's keys are in is decided by this instead of its name; by default by its name.
         * Give it to queues that chain messages into each other, which must be in one slot. A queue with a slot and one
         * without are two queues, also if they have the same name.
         *
         * @param slot 1 to 200 characters, without braces and control characters
         * @return this
         */
        public Builder slot(String slot) {
            this.slot = QueueKeys.requireName("slot", slot);
            return this;
        }

        /**
         * How many bytes a message may have, encoded and with its headers; by default 1 MiB. Large messages take memory and
         * bandwidth of the server: keep the content elsewhere rather than raise this.
         *
         * @param maxBodySize from 1 to 256 MiB
         * @return this
         */
        public Builder maxBodySize(int maxBodySize) {
            this.maxBodySize = Checks.within("maxBodySize", maxBodySize, 1, 256 << 20);
            return this;
        }

        /**
         * How long a worker has a message before another one may get it; 30 seconds in a new queue. Workers extend it while
         * they are alive, so it is the time after which a crash is noticed, not a limit of the handler.
         *
         * @param lease at least 100 ms
         * @return this
         */
        public Builder lease(Duration lease) {
            this.lease = Checks.atLeast("lease", lease, SHORTEST_LEASE);
            return this;
        }

        /**
         * How often the handler may fail before a message is dead; 10 in a new queue.
         *
         * @param maxAttempts from 1 to 999,999
         * @return this
         */
        public Builder maxAttempts(int maxAttempts) {
            this.maxAttempts = Checks.within("maxAttempts", maxAttempts, 1, MOST_ATTEMPTS);
            return this;
        }

        /**
         * How often a message may be handed out before it is dead, crashes of workers included; 30 in a new queue. It is what
         * stops a message that kills its workers, and should be well above {@link #maxAttempts}.
         *
         * @param maxDeliveries from 1 to 999,999
         * @return this
         */
        public Builder maxDeliveries(int maxDeliveries) {
            this.maxDeliveries = Checks.within("maxDeliveries", maxDeliveries, 1, MOST_ATTEMPTS);
            return this;
        }

        /**
         * How many dead messages are kept; 10,000 in a new queue. The oldest are deleted for ever.
         *
         * @param deadCapacity 0 or more
         * @return this
         */
        public Builder deadCapacity(int deadCapacity) {
            this.deadCapacity = Checks.within("deadCapacity", deadCapacity, 0, Integer.MAX_VALUE);
            return this;
        }

        /**
         * How long dead messages are kept; 7 days in a new queue.
         *
         * @param deadRetention at least a millisecond
         * @return this
         */
        public Builder deadRetention(Duration deadRetention) {
            this.deadRetention = Checks.atLeast("deadRetention", deadRetention, SHORTEST);
            return this;
        }

        /**
         * How many messages are handled at a time by all workers together; without limit in a new queue.
         *
         * @param concurrency the limit, or 0 for none
         * @return this
         */
        public Builder concurrency(int concurrency) {
            this.concurrency = Checks.within("concurrency", concurrency, 0, Integer.MAX_VALUE);
            return this;
        }

        /**
         * How many messages are handed out in any time of a length, retries included; without limit in a new queue.
         *
         * @param rate the limit, or {@link Rate#UNLIMITED}
         * @return this
         */
        public Builder rate(Rate rate) {
            this.rate = Objects.requireNonNull(rate, "rate");
            return this;
        }

        /**
         * How many messages of a group are handled at a time; 1 in a new queue, which keeps their order strictly. {@link
         * MessageQueue#limitGroup} sets another limit for one group.
         *
         * @param groupConcurrency at least 1
         * @return this
         */
        public Builder groupConcurrency(int groupConcurrency) {
            this.groupConcurrency = Checks.within("groupConcurrency", groupConcurrency, 1, Integer.MAX_VALUE);
            return this;
        }

        /**
         * How long results that handlers return are kept; one hour in a new queue.
         *
         * @param resultRetention at least a millisecond
         * @return this
         */
        public Builder resultRetention(Duration resultRetention) {
            this.resultRetention = Checks.atLeast("resultRetention", resultRetention, SHORTEST);
            return this;
        }

        /**
         * The options.
         *
         * @return immutable options
         */
        public QueueOptions build() {
            return new QueueOptions(this);
        }
    }
}
