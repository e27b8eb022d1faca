package dev.carmine.mq;

import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.worker.EngineSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a worker behaves. Limits of messages, such as their leases and attempts, are not among it: they belong to the queue
 * and to each message, so that all workers agree on them. Immutable; made by {@link #builder()}.
 */
public final class WorkerOptions {
    private static final WorkerOptions DEFAULTS = builder().build();

    private final @Nullable String name;
    private final int concurrency;
    private final int prefetch;
    private final Duration handlerTimeout;
    private final RetryPolicy retryPolicy;
    private final UndecodablePolicy undecodable;
    private final @Nullable Executor executor;
    private final @Nullable LongFunction<Duration> throttle;
    private final @Nullable LongConsumer monitor;
    private final @Nullable SharedSlots sharedSlots;
    private final int weight;
    private final List<Interceptor> interceptors;

    private WorkerOptions(Builder builder) {
        this.name = builder.name;
        this.concurrency = builder.concurrency;
        this.prefetch = builder.prefetch;
        this.handlerTimeout = builder.handlerTimeout;
        this.retryPolicy = builder.retryPolicy;
        this.undecodable = builder.undecodable;
        this.executor = builder.executor;
        this.throttle = builder.throttle;
        this.monitor = builder.monitor;
        this.sharedSlots = builder.sharedSlots;
        this.weight = builder.weight;
        this.interceptors = List.copyOf(builder.interceptors);
    }

    /**
     * The defaults.
     *
     * @return 16 messages at a time, on threads of the worker's own
     */
    public static WorkerOptions defaults() {
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
        builder.name = name;
        builder.concurrency = concurrency;
        builder.prefetch = prefetch;
        builder.handlerTimeout = handlerTimeout;
        builder.retryPolicy = retryPolicy;
        builder.undecodable = undecodable;
        builder.executor = executor;
        builder.throttle = throttle;
        builder.monitor = monitor;
        builder.sharedSlots = sharedSlots;
        builder.weight = weight;
        builder.interceptors.addAll(interceptors);
        return builder;
    }

    /**
     * See {@link Builder#name}.
     *
     * @return the name, or null for host and process
     */
    public @Nullable String name() {
        return name;
    }

    /**
     * See {@link Builder#concurrency}.
     *
     * @return how many messages are handled at a time
     */
    public int concurrency() {
        return concurrency;
    }

    /**
     * See {@link Builder#prefetch}.
     *
     * @return how many more are leased ahead; empty if the worker sees for itself
     */
    public OptionalInt prefetch() {
        return prefetch == EngineSettings.AUTOMATIC ? OptionalInt.empty() : OptionalInt.of(prefetch);
    }

    /**
     * See {@link Builder#handlerTimeout}.
     *
     * @return the time
     */
    public Duration handlerTimeout() {
        return handlerTimeout;
    }

    /**
     * See {@link Builder#retryPolicy}.
     *
     * @return the policy
     */
    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /**
     * See {@link Builder#undecodable}.
     *
     * @return the policy
     */
    public UndecodablePolicy undecodable() {
        return undecodable;
    }

    /**
     * See {@link Builder#executor}.
     *
     * @return the executor, or null if the worker makes its own
     */
    public @Nullable Executor executor() {
        return executor;
    }

    /**
     * See {@link Builder#throttle}.
     *
     * @return the function, or null
     */
    public @Nullable LongFunction<Duration> throttle() {
        return throttle;
    }

    /**
     * See {@link Builder#monitor}.
     *
     * @return the function, or null
     */
    public @Nullable LongConsumer monitor() {
        return monitor;
    }

    /**
     * See {@link Builder#share}.
     *
     * @return the slots, or null if the worker shares none
     */
    public @Nullable SharedSlots sharedSlots() {
        return sharedSlots;
    }

    /**
     * See {@link Builder#share}.
     *
     * @return the weight; 1 if the worker shares no slots
     */
    public int weight() {
        return weight;
    }

    /**
     * See {@link Builder#intercept}.
     *
     * @return the interceptors, the outermost first; unmodifiable
     */
    public List<Interceptor> interceptors() {
        return interceptors;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private static final int MOST_MESSAGES = 10_000;
        private static final int MOST_WEIGHT = 1_000;
        private static final int LONGEST_NAME = 200;

        private @Nullable String name;
        private int concurrency = 16;
        private int prefetch = EngineSettings.AUTOMATIC;
        private Duration handlerTimeout = Duration.ofHours(1);
        private RetryPolicy retryPolicy = RetryPolicy.exponential();
        private UndecodablePolicy undecodable = UndecodablePolicy.DEAD_LETTER;
        private @Nullable Executor executor;
        private @Nullable LongFunction<Duration> throttle;
        private @Nullable LongConsumer monitor;
        private @Nullable SharedSlots sharedSlots;
        private int weight = 1;
        private final List<Interceptor> interceptors = new ArrayList<>();

        private Builder() {}

        /**
         * What operators see. By default host and process, as in {@code web-3:4711}.
         *
         * @param name 1 to 200 characters; workers may share one
         * @return this
         */
        public Builder name(String name) {
            Objects.requireNonNull(name, "name");
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "name must have 1 to " + LONGEST_NAME + " characters, but has " + name.length());
            }
            this.name = name;
            return this;
        }

        /**
         * How many messages are handled at a time. 16 by default; raise it for handlers that mostly wait, and lower it
         * for those that compute.
         *
         * @param messages from 1 to 10,000
         * @return this
         */
        public Builder concurrency(int messages) {
            this.concurrency = Checks.within("concurrency", messages, 1, MOST_MESSAGES);
            return this;
        }

        /**
         * How many messages are leased ahead of handlers, always. By default the worker sees for itself: as many as it gets
         * through in a millisecond, at most 100, so that no message waits here for long while another worker has time for
         * it. If handlers suddenly take longer, what has waited for a slot for 20 ms goes back, without penalty.
         *
         * <p>By itself a worker leases nothing ahead from a queue that has a limit of concurrency or a rate, nor if it has a
         * {@link #throttle} or {@linkplain #share shares slots}; and no message that was handed out before, or that may be
         * handed out only once. Choose 0 where no message must be leased before there is a slot for it.
         *
         * @param messages from 0 to 10,000
         * @return this
         */
        public Builder prefetch(int messages) {
            this.prefetch = Checks.within("prefetch", messages, 0, MOST_MESSAGES);
            return this;
        }

        /**
         * How long a handler may take. After that its thread is interrupted and the lease is extended no more, so that a
         * handler that hangs does not keep its message for ever; if it fails because of that, the message is handled again
         * as after any failure. One hour by default; lower it to what your handlers never need.
         *
         * @param timeout at least a millisecond
         * @return this
         */
        public Builder handlerTimeout(Duration timeout) {
            this.handlerTimeout = Checks.atLeast("handlerTimeout", timeout, Duration.ofMillis(1));
            return this;
        }

        /**
         * How long to wait before a message that has failed is handled again.
         *
         * @param policy {@link RetryPolicy#exponential()} by default
         * @return this
         */
        public Builder retryPolicy(RetryPolicy policy) {
            this.retryPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * What becomes of a message whose body cannot be read.
         *
         * @param policy {@link UndecodablePolicy#DEAD_LETTER} by default
         * @return this
         */
        public Builder undecodable(UndecodablePolicy policy) {
            this.undecodable = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Where handlers run. By default the worker has threads of its own: virtual ones where the JVM has them, else as
         * many as messages are handled at a time. An executor given here is never shut down by the worker. It must run
         * what it accepts on other threads than those that submit it, and have threads enough for the concurrency. If it
         * refuses a task, or has not begun it after a minute, the messages that wait for it go back to the queue without
         * penalty, and a warning is logged.
         *
         * @param executor the executor
         * @return this
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Slows the worker down: after each exchange with the server it is asked how long to lease nothing. By default
         * never. It must be quick, and is called by one thread at a time. What it throws is logged, and there is no pause.
         *
         * @param pause given how many messages are ready, says how long; zero or null for not at all
         * @return this
         */
        public Builder throttle(LongFunction<Duration> pause) {
            this.throttle = Objects.requireNonNull(
                    pause, "the throttle must not be null: leave it out for a worker without one");
            return this;
        }

        /**
         * Hears how many messages are ready, after exchanges with the server; the newest number, if it is slower than
         * they. It is called where handlers run; what it throws is logged.
         *
         * @param monitor nobody by default
         * @return this
         */
        public Builder monitor(LongConsumer monitor) {
            this.monitor = Objects.requireNonNull(monitor, "monitor");
            return this;
        }

        /**
         * Shares slots with other workers, mostly of other queues: together they handle no more messages at a time than
         * there are slots, and never more each than its own {@link #concurrency}. By default a worker shares none.
         *
         * @param slots which the others are given too
         * @param weight from 1 to 1,000: while all have work, a worker of weight 3 gets three times as many slots as one
         *     of weight 1
         * @return this
         */
        public Builder share(SharedSlots slots, int weight) {
            this.sharedSlots = Objects.requireNonNull(slots, "slots");
            this.weight = Checks.within("weight", weight, 1, MOST_WEIGHT);
            return this;
        }

        /**
         * Adds an interceptor, inside those that were added before. None by default. They surround handlers that return
         * an outcome; an {@link AsyncMessageHandler} cannot have any.
         *
         * @param interceptor surrounds each handling
         * @return this
         */
        public Builder intercept(Interceptor interceptor) {
            this.interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         */
        public WorkerOptions build() {
            return new WorkerOptions(this);
        }
    }
}
