package dev.carmine.benchmarks.queue;

import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Worker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Has a worker empty a queue that was filled while it was paused.
 *
 * @param queue the queue
 * @param worker its only worker, which runs
 * @param handled how many messages its handler got
 * @param filling enqueues so many messages
 */
record Emptying(MessageQueue<?> queue, Worker worker, LongAdder handled, LongConsumer filling) {
    private static final long FIRST = 500;
    private static final long MOST = 1_000_000;

    /** How long one of the runs of a warm-up takes, about. */
    private static final double SHARE_SECONDS = 0.25;

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    /**
     * Fills and empties the queue for a while.
     *
     * @return how many messages take as long as a measurement should
     */
    long warmUp(Duration time, Duration measurement) {
        long start = System.nanoTime();
        double perSecond = FIRST / SHARE_SECONDS;
        while (System.nanoTime() - start < time.toNanos()) {
            long count = count(perSecond * SHARE_SECONDS);
            prepare(count);
            perSecond = count * 1e9 / run(count);
        }
        return count(perSecond * measurement.toNanos() / 1e9);
    }

    /** Whole batches. */
    private static long count(double messages) {
        long batches = Math.round(messages / QueueScenario.BATCH);
        return Math.min(MOST, Math.max(FIRST, batches * QueueScenario.BATCH));
    }

    /** Fills the queue, and leaves it paused. */
    void prepare(long count) {
        queue.pause();
        filling.accept(count);
    }

    /**
     * Has the queue emptied.
     *
     * @return the nanoseconds from the resumption until the server had taken the last acknowledgement and the worker knew,
     *     and at most a millisecond more
     * @throws IllegalStateException if that does not come
     */
    long run(long count) {
        long handledBefore = handled.sum();
        long succeededBefore = worker.stats().succeeded();
        long start = System.nanoTime();
        queue.resume();
        while (handled.sum() - handledBefore < count || worker.stats().succeeded() - succeededBefore < count) {
            if (System.nanoTime() - start > PATIENCE) {
                throw new IllegalStateException("The queue is not emptied: " + worker.stats());
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
        return System.nanoTime() - start;
    }
}
