package dev.carmine.mq;

import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.worker.Engine;
import dev.carmine.mq.internal.worker.EngineSnapshot;
import dev.carmine.mq.internal.worker.Tally;
import dev.carmine.mq.internal.worker.Timings;
import java.time.Duration;

/**
 * Leases messages of a queue and has them handled, several at a time. There may be any number of workers for a queue, in
 * any number of programs.
 *
 * <pre>{@code
 * try (Worker worker = emails.worker(WorkerOptions.defaults(), message -> {
 *     send(message.body());
 *     return Outcome.success();
 * })) {
 *     worker.start();
 *     ...
 * }
 * }</pre>
 *
 * <p>While handlers run, the worker extends the leases of their messages. If it crashes, or is cut off, they expire, and
 * any other worker takes the messages over; what this one says of them then counts no more. A handler that fails, in
 * whatever way, is a matter of that message alone. A lost connection, a restart of the server or an error of it is a
 * matter of time: the worker tries until it succeeds.
 *
 * <p>A worker with nothing to do waits on a connection of its own, one of the client's {@code PoolOptions.maxSize}, and
 * asks the server about every four seconds. All its threads are daemons, so they do not keep the program alive. Close it
 * before the client. Thread-safe.
 */
public final class Worker implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Engine engine;
    private final String queue;

    Worker(Engine engine, String queue) {
        this.engine = engine;
        this.queue = queue;
    }

    /**
     * Begins to lease messages, or does so again after a stop. Does nothing if it does already.
     *
     * @throws IllegalStateException if the worker is closed
     */
    public void start() {
        engine.start();
    }

    /**
     * Leases nothing more, and returns at once. Handlers that run go on, and their messages are settled; messages that no
     * handler has begun go back without penalty. It can be started again.
     */
    public void stop() {
        engine.stop();
    }

    /**
     * Stops, and waits until handlers have finished and the server knows. Messages that are not finished in time go back
     * without penalty: their handlers go on, each in its slot, but what becomes of them counts no more, as
     * {@link Message#isLeaseLost} tells them. It can be started again.
     *
     * @param timeout how long to wait; zero for not at all. If the server does not answer it can be two seconds more
     * @return true if everything was finished in time; false too if the calling thread was interrupted, whose flag is set
     *     then, or somebody has started the worker meanwhile
     */
    public boolean drain(Duration timeout) {
        return engine.drain(Checks.atLeast("timeout", timeout, Duration.ZERO));
    }

    /**
     * Drains, and ends for ever: handlers that are not finished in time are interrupted, on whatever executor they run. May
     * be called by any thread, repeatedly. An interrupted thread does not wait for handlers, but still for the server to
     * take their messages back, no longer than two seconds; its flag stays set.
     *
     * @param timeout how long to wait for handlers
     */
    public void close(Duration timeout) {
        engine.close(Checks.atLeast("timeout", timeout, Duration.ZERO));
    }

    /** Closes, and waits at most ten seconds for handlers. */
    @Override
    public void close() {
        close(CLOSE_TIMEOUT);
    }

    /**
     * Whether it leases messages.
     *
     * @return its state now
     */
    public WorkerState state() {
        return engine.snapshot().state();
    }

    /**
     * What it looks like, and what it has done.
     *
     * @return a snapshot
     */
    public WorkerStats stats() {
        EngineSnapshot now = engine.snapshot();
        Tally tally = engine.tally();
        return new WorkerStats(
                now.state(),
                now.activity(),
                now.handling(),
                now.waiting(),
                tally.succeeded.sum(),
                tally.retried.sum(),
                tally.deadLettered.sum(),
                tally.released.sum(),
                tally.cancelled.sum(),
                tally.leasesLost.sum(),
                tally.timedOut.sum(),
                times(tally.queueing),
                times(tally.handling),
                tally.exchanges.sum(),
                tally.errors.sum(),
                now.sinceExchange(),
                now.sinceTurn());
    }

    private static WorkerStats.Times times(Timings timings) {
        return new WorkerStats.Times(
                timings.count(),
                Duration.ofNanos(timings.last()),
                Duration.ofNanos(timings.least()),
                Duration.ofNanos(timings.most()),
                Duration.ofNanos(timings.mean()),
                Duration.ofNanos(timings.percentile(50)),
                Duration.ofNanos(timings.percentile(95)),
                Duration.ofNanos(timings.percentile(99)));
    }

    /** The queue, and the state. */
    @Override
    public String toString() {
        return "Worker[" + queue + ", " + state() + "]";
    }
}
