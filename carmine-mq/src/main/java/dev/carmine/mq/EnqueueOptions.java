package dev.carmine.mq;

import dev.carmine.mq.internal.Checks;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a message is enqueued. Immutable; made by {@link #builder()}.
 *
 * <pre>{@code
 * EnqueueOptions.builder().id("welcome:42").delay(Duration.ofMinutes(5)).onDuplicate(OnDuplicate.UPDATE).build()
 * }</pre>
 */
public final class EnqueueOptions {
    private static final EnqueueOptions DEFAULTS = builder().build();

    private final @Nullable String id;
    private final Duration delay;
    private final @Nullable Duration lease;
    private final @Nullable Integer maxAttempts;
    private final @Nullable Integer maxDeliveries;
    private final @Nullable Duration expireAfter;
    private final int priority;
    private final @Nullable String group;
    private final Set<OnDuplicate> onDuplicate;
    private final boolean resetsDelay;
    private final Map<String, String> headers;
    private final @Nullable String type;

    private EnqueueOptions(Builder builder) {
        this.id = builder.id;
        this.delay = builder.delay;
        this.lease = builder.lease;
        this.maxAttempts = builder.maxAttempts;
        this.maxDeliveries = builder.maxDeliveries;
        this.expireAfter = builder.expireAfter;
        this.priority = builder.priority;
        this.group = builder.group;
        this.onDuplicate = Collections.unmodifiableSet(EnumSet.copyOf(builder.onDuplicate));
        this.resetsDelay = builder.resetsDelay;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
        this.type = builder.type;
    }

    /**
     * The defaults: an id of its own, ready at once, with the queue's limits.
     *
     * @return the options
     */
    public static EnqueueOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The defaults with an id.
     *
     * @param id see {@link Builder#id}
     * @return the options
     */
    public static EnqueueOptions withId(String id) {
        return builder().id(id).build();
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
        builder.id = id;
        builder.delay = delay;
        builder.lease = lease;
        builder.maxAttempts = maxAttempts;
        builder.maxDeliveries = maxDeliveries;
        builder.expireAfter = expireAfter;
        builder.priority = priority;
        builder.group = group;
        builder.onDuplicate.addAll(onDuplicate);
        builder.resetsDelay = resetsDelay;
        builder.headers.putAll(headers);
        builder.type = type;
        return builder;
    }

    /**
     * See {@link Builder#id}.
     *
     * @return the id, or null if one is to be made
     */
    public @Nullable String id() {
        return id;
    }

    /**
     * See {@link Builder#delay}.
     *
     * @return the delay; zero for none
     */
    public Duration delay() {
        return delay;
    }

    /**
     * See {@link Builder#lease}.
     *
     * @return the message's lease, or null for the queue's
     */
    public @Nullable Duration lease() {
        return lease;
    }

    /**
     * See {@link Builder#maxAttempts}.
     *
     * @return the message's limit, or null for the queue's
     */
    public @Nullable Integer maxAttempts() {
        return maxAttempts;
    }

    /**
     * See {@link Builder#maxDeliveries}.
     *
     * @return the message's limit, or null for the queue's
     */
    public @Nullable Integer maxDeliveries() {
        return maxDeliveries;
    }

    /**
     * See {@link Builder#expireAfter}.
     *
     * @return the time, or null if it does not expire
     */
    public @Nullable Duration expireAfter() {
        return expireAfter;
    }

    /**
     * See {@link Builder#priority}.
     *
     * @return from -15 to 15
     */
    public int priority() {
        return priority;
    }

    /**
     * See {@link Builder#group}.
     *
     * @return the group, or null
     */
    public @Nullable String group() {
        return group;
    }

    /**
     * See {@link Builder#onDuplicate}.
     *
     * @return what may be done; unmodifiable
     */
    public Set<OnDuplicate> onDuplicate() {
        return onDuplicate;
    }

    /**
     * See {@link Builder#resetDelay}.
     *
     * @return whether a waiting message gets this delay
     */
    public boolean resetsDelay() {
        return resetsDelay;
    }

    /**
     * See {@link Builder#header}.
     *
     * @return names and values in their order; unmodifiable
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * See {@link Builder#type}.
     *
     * @return the name, or null
     */
    public @Nullable String type() {
        return type;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private static final Duration SHORTEST = Duration.ofMillis(1);

        private @Nullable String id;
        private Duration delay = Duration.ZERO;
        private @Nullable Duration lease;
        private @Nullable Integer maxAttempts;
        private @Nullable Integer maxDeliveries;
        private @Nullable Duration expireAfter;
        private int priority;
        private @Nullable String group;
        private final Set<OnDuplicate> onDuplicate = EnumSet.noneOf(OnDuplicate.class);
        private boolean resetsDelay;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private @Nullable String type;

        private Builder() {}

        /**
         * The message's id, by which it is unique while it is in the queue; by default a random UUID. Choose one to have
         * the same work enqueued only once, and to find, update and cancel it.
         *
         * @param id 1 to 512 characters, no control characters among them, but not {@code *}
         * @return this
         */
        public Builder id(String id) {
            this.id = Checks.newId(id);
            return this;
        }

        /**
         * How long the message is not handed out, by the server's clock; by default not at all.
         *
         * @param delay zero or more
         * @return this
         */
        public Builder delay(Duration delay) {
            this.delay = Checks.atLeast("delay", delay, Duration.ZERO);
            return this;
        }

        /**
         * How long a worker has the message before another one may get it; by default the queue's. Workers extend it
         * while they are alive, so it is the time after which a crash is noticed, not a limit of the handler.
         *
         * @param lease at least 100 ms
         * @return this
         */
        public Builder lease(Duration lease) {
            this.lease = Checks.atLeast("lease", lease, QueueOptions.SHORTEST_LEASE);
            return this;
        }

        /**
         * How often its handler may fail; by default the queue's limit.
         *
         * @param maxAttempts from 1 to 999,999
         * @return this
         */
        public Builder maxAttempts(int maxAttempts) {
            this.maxAttempts = Checks.within("maxAttempts", maxAttempts, 1, QueueOptions.MOST_ATTEMPTS);
            return this;
        }

        /**
         * How often it may be handed out, crashes of workers included; by default the queue's limit.
         *
         * @param maxDeliveries from 1 to 999,999
         * @return this
         */
        public Builder maxDeliveries(int maxDeliveries) {
            this.maxDeliveries = Checks.within("maxDeliveries", maxDeliveries, 1, QueueOptions.MOST_ATTEMPTS);
            return this;
        }

        /**
         * After which time the message is dropped if no worker has it then, before its first attempt or a further one; by
         * default never. It counts from the enqueue, so it must be longer than the delay.
         *
         * @param expireAfter at least a millisecond
         * @return this
         */
        public Builder expireAfter(Duration expireAfter) {
            this.expireAfter = Checks.atLeast("expireAfter", expireAfter, SHORTEST);
            return this;
        }

        /**
         * Messages of a higher priority are handed out first, those of the same in the order in which they came; by
         * default 0. Not together with a {@linkplain #group group}.
         *
         * @param priority from -15 to 15
         * @return this
         */
        public Builder priority(int priority) {
            this.priority = Checks.within("priority", priority, -15, 15);
            return this;
        }

        /**
         * A group, of whose messages only so many are handled at a time as {@link QueueOptions.Builder#groupConcurrency}
         * says, and which are begun in the order in which they came; by default none.
         *
         * @param group 1 to 512 characters
         * @return this
         */
        public Builder group(String group) {
            this.group = Checks.group(group);
            return this;
        }

        /**
         * What may be done if the id is taken; by default nothing. See {@link EnqueueStatus} for what happens when.
         *
         * @param what replaces what was said before
         * @return this
         */
        public Builder onDuplicate(OnDuplicate... what) {
            onDuplicate.clear();
            onDuplicate.addAll(Arrays.asList(what));
            return this;
        }

        /**
         * A message that waits under this id becomes due after this message's {@linkplain #delay delay}, counted from
         * now; which is at once if there is none. By default it keeps the time at which it is due.
         *
         * @return this
         */
        public Builder resetDelay() {
            this.resetsDelay = true;
            return this;
        }

        /**
         * Adds a header, which the handler can read beside the body.
         *
         * @param name replaces the header of the same name; not empty
         * @param value any text
         * @return this
         */
        public Builder header(String name, String value) {
            Objects.requireNonNull(name, "the name of a header");
            Objects.requireNonNull(value, "the value of a header");
            if (name.isEmpty()) {
                throw new IllegalArgumentException("the name of a header must not be empty");
            }
            headers.put(name, value);
            return this;
        }

        /**
         * Adds headers.
         *
         * @param added names and values
         * @return this
         */
        public Builder headers(Map<String, String> added) {
            added.forEach(this::header);
            return this;
        }

        /**
         * The name of the body's type, for handlers that are chosen by it; by default none.
         *
         * @param type not empty
         * @return this
         */
        public Builder type(String type) {
            Objects.requireNonNull(type, "type");
            if (type.isEmpty()) {
                throw new IllegalArgumentException("type must not be empty");
            }
            this.type = type;
            return this;
        }

        /**
         * The options.
         *
         * @return immutable options
         * @throws IllegalArgumentException if there is a priority and a group, or the message would expire before it is
         *     due
         */
        public EnqueueOptions build() {
            if (group != null && priority != 0) {
                throw new IllegalArgumentException("a message of a group has its place there, and no priority, but "
                        + "priority is " + priority + ": leave one of them out");
            }
            if (expireAfter != null && expireAfter.compareTo(delay) <= 0) {
                throw new IllegalArgumentException("expireAfter must be longer than the delay of " + delay + ", but is "
                        + expireAfter + ": the message would never be handed out");
            }
            return new EnqueueOptions(this);
        }
    }
}
