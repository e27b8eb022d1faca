package dev.carmine.client;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How messages wait for their handler. Immutable.
 *
 * @param queueLimit how many may wait, at least 1; by default 10,000
 * @param queueBytes how many bytes of messages may wait, at least 1; by default 64 MiB. A message that is larger waits if
 *     it is the only one
 * @param overflow what goes when as many wait; by default {@link OverflowPolicy#DROP_OLDEST}. The handler is told of it
 * @param executor where the handler runs; null, which is the default, for a thread that the client makes while there is
 *     something to handle: a virtual one where there are some. If an executor refuses a task, or would run it on the thread
 *     that submits it, the client's thread takes it. One that drops a task without a word ends the handling
 */
public record SubscriptionOptions(
        int queueLimit,
        long queueBytes,
        OverflowPolicy overflow,
        @Nullable Executor executor) {
    private static final SubscriptionOptions DEFAULTS =
            new SubscriptionOptions(10_000, 64L << 20, OverflowPolicy.DROP_OLDEST, null);

    /**
     * Checks the limits.
     *
     * @param queueLimit at least 1
     * @param queueBytes at least 1
     * @param overflow what goes
     * @param executor where the handler runs
     */
    public SubscriptionOptions {
        Objects.requireNonNull(overflow, "overflow");
        if (queueLimit < 1) {
            throw new IllegalArgumentException("queueLimit must be at least 1, but is " + queueLimit);
        }
        if (queueBytes < 1) {
            throw new IllegalArgumentException("queueBytes must be at least 1, but is " + queueBytes);
        }
    }

    /**
     * The defaults.
     *
     * @return 10,000 messages or 64 MiB, the oldest dropped, threads of the client's own
     */
    public static SubscriptionOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another limit.
     *
     * @param queueLimit how many messages may wait
     * @return the changed options
     */
    public SubscriptionOptions withQueueLimit(int queueLimit) {
        return new SubscriptionOptions(queueLimit, queueBytes, overflow, executor);
    }

    /**
     * The same with another limit of bytes.
     *
     * @param queueBytes how many bytes of messages may wait
     * @return the changed options
     */
    public SubscriptionOptions withQueueBytes(long queueBytes) {
        return new SubscriptionOptions(queueLimit, queueBytes, overflow, executor);
    }

    /**
     * The same with another policy.
     *
     * @param overflow what goes when as many wait
     * @return the changed options
     */
    public SubscriptionOptions withOverflow(OverflowPolicy overflow) {
        return new SubscriptionOptions(queueLimit, queueBytes, overflow, executor);
    }

    /**
     * The same with an executor of the user's.
     *
     * @param executor where the handler runs; it may use several threads, for the handler runs once at a time
     * @return the changed options
     */
    public SubscriptionOptions withExecutor(Executor executor) {
        return new SubscriptionOptions(queueLimit, queueBytes, overflow, Objects.requireNonNull(executor, "executor"));
    }
}
