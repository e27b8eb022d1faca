package dev.carmine.mq.internal.worker;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Functions of the user's that hear the size of the queue. Whatever they throw is logged, and nothing else comes of it. */
final class Bystanders {
    private final @Nullable LongFunction<Duration> throttle;
    private final @Nullable LongConsumer monitor;
    private final Executor executor;
    private final System.Logger logger;
    private final AtomicBoolean telling = new AtomicBoolean();
    private volatile long newest;

    /**
     * Takes the functions.
     *
     * @param executor where the monitor is called
     */
    Bystanders(EngineSettings settings, Executor executor, System.Logger logger) {
        this.throttle = settings.throttle();
        this.monitor = settings.monitor();
        this.executor = executor;
        this.logger = logger;
    }

    /** How long to lease nothing; null for not at all. */
    @Nullable Duration throttle(long queueSize) {
        if (throttle == null) {
            return null;
        }
        try {
            @Nullable Duration rest = throttle.apply(queueSize);
            return rest == null || rest.isNegative() || rest.isZero() ? null : rest;
        } catch (Throwable e) {
            logger.log(Level.WARNING, "the throttle of a worker has thrown; it goes on without a pause", e);
            return null;
        }
    }

    /** Tells the monitor, some time; it hears the newest size, and not every one if it is slow. */
    void tell(long queueSize) {
        newest = queueSize;
        if (monitor == null || !telling.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> call(monitor));
        } catch (Throwable e) {
            telling.set(false);
            logger.log(Level.WARNING, "the executor of a worker has refused to call its monitor", e);
        }
    }

    private void call(LongConsumer listener) {
        telling.set(false);
        try {
            listener.accept(newest);
        } catch (Throwable e) {
            logger.log(Level.WARNING, "the monitor of a worker has thrown", e);
        }
    }
}
