package dev.carmine.mq.internal.worker;

import dev.carmine.mq.internal.QueueKeys;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is made from.
 *
 * @param keys of the queue
 * @param name of the worker, for people
 * @param concurrency how many messages are handled at a time
 * @param prefetch how many more are leased; {@link #AUTOMATIC} if the worker is to see for itself
 * @param handlerTimeout after which a handler is interrupted
 * @param executor where handlers run; null for threads of the worker's own
 * @param throttle how long to lease nothing after an exchange, by the size of the queue; null if never
 * @param monitor hears the size of the queue; null if nobody does
 * @param pool the slots that it shares with other workers; null if it shares none
 * @param weight its weight among those
 */
public record EngineSettings(
        QueueKeys keys,
        String name,
        int concurrency,
        int prefetch,
        Duration handlerTimeout,
        @Nullable Executor executor,
        @Nullable LongFunction<Duration> throttle,
        @Nullable LongConsumer monitor,
        @Nullable SlotPool pool,
        int weight) {
    /** As many messages are leased ahead as the worker's handlers get through in a moment. */
    public static final int AUTOMATIC = -1;
}
