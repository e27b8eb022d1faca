package dev.carmine.benchmarks.queue;

import dev.carmine.benchmarks.trial.Latencies;
import dev.carmine.client.Carmine;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.PoolOptions;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueResult;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/**
 * Carmine's queue in one scenario, in this process. Its twin {@code bullmq.mjs} does the same with BullMQ, step by step.
 * Client, queue and workers have their defaults, but for the concurrency and the size of the pool.
 */
public final class QueueTrial {
    private static final String BODY = "v".repeat(QueueScenario.BODY_LENGTH);
    private static final List<String> BATCH = Collections.nCopies(QueueScenario.BATCH, BODY);
    private static final EnqueueOptions IN_AN_HOUR =
            EnqueueOptions.builder().delay(Duration.ofHours(1)).build();

    private static final int DEFAULT_POOL = PoolOptions.defaults().maxSize();
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    /** How long it takes until new workers have nothing to do any more. */
    private static final long CALM = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int PATIENCE_SECONDS = 10;

    private final QueueScenario scenario;
    private final Duration warmUp;
    private final Duration measurement;
    private final Referee referee;
    private final Carmine redis;
    private final MessageQueue<String> queue;

    private QueueTrial(QueueScenario scenario, Duration warmUp, Duration measurement, Referee referee, Carmine redis) {
        this.scenario = scenario;
        this.warmUp = warmUp;
        this.measurement = measurement;
        this.referee = referee;
        this.redis = redis;
        this.queue = MessageQueue.of(redis, "benchmark", String.class);
    }

    /**
     * Runs a trial on an empty server.
     *
     * @param uri the server's
     * @param warmUp how long the same is done before it is measured
     * @param measurement about how long it is measured
     * @param referee is told when the measurement can begin, and what came of it
     * @throws IllegalStateException if a message was not enqueued or not handled
     */
    public static void run(QueueScenario scenario, String uri, Duration warmUp, Duration measurement, Referee referee)
            throws InterruptedException {
        int connections = Math.max(DEFAULT_POOL, scenario.workers());
        ClientOptions options = ClientOptions.builder()
                .uri(uri)
                .pool(PoolOptions.defaults().withMaxSize(connections))
                .build();
        try (Carmine redis = Carmine.connect(options)) {
            QueueTrial trial = new QueueTrial(scenario, warmUp, measurement, referee, redis);
            switch (scenario.kind()) {
                case ENQUEUE -> trial.enqueue();
                case CONSUME -> trial.consume();
                case LATENCY -> trial.measureLatency();
                case IDLE -> trial.idle();
                case WAKE -> trial.wake();
            }
        }
    }

    private void enqueue() throws InterruptedException {
        var unused = enqueueFor(warmUp);
        referee.awaitStart();
        referee.finish(enqueueFor(measurement));
    }

    private Observed enqueueFor(Duration time) {
        long start = System.nanoTime();
        long messages = 0;
        long elapsed = 0;
        while (elapsed < time.toNanos()) {
            enqueueBatch(EnqueueOptions.defaults());
            messages += BATCH.size();
            elapsed = System.nanoTime() - start;
        }
        return new Observed(messages, elapsed, Map.of());
    }

    private void enqueueBatch(EnqueueOptions how) {
        List<EnqueueResult> results = queue.enqueueAll(BATCH, how);
        if (results.size() != BATCH.size() || !results.stream().allMatch(EnqueueResult::accepted)) {
            throw new IllegalStateException("A message was not enqueued.");
        }
    }

    private void fill(long messages, EnqueueOptions how) {
        for (long i = 0; i < messages; i += BATCH.size()) {
            enqueueBatch(how);
        }
    }

    private void consume() throws InterruptedException {
        fill(scenario.delayed(), IN_AN_HOUR);
        LongAdder handled = new LongAdder();
        try (Worker worker = queue.worker(options(), message -> {
            requireBody(message);
            handled.increment();
            return Outcome.success();
        })) {
            worker.start();
            Emptying emptying = new Emptying(queue, worker, handled, count -> fill(count, EnqueueOptions.defaults()));
            long count = emptying.warmUp(warmUp, measurement);
            emptying.prepare(count);
            referee.awaitStart();
            referee.finish(new Observed(count, emptying.run(count), Map.of()));
        }
    }

    private WorkerOptions options() {
        return WorkerOptions.builder().concurrency(scenario.concurrency()).build();
    }

    private static void requireBody(Message<String> message) {
        int length = message.body().length();
        if (length != QueueScenario.BODY_LENGTH) {
            throw new IllegalStateException("Expected a body of length " + QueueScenario.BODY_LENGTH + ": " + length);
        }
    }

    private void measureLatency() throws InterruptedException {
        Arrivals arrivals = new Arrivals();
        try (Worker worker = queue.worker(options(), arrivals::handle)) {
            worker.start();
            var unused = takeTurns(warmUp, arrivals);
            referee.awaitStart();
            referee.finish(takeTurns(measurement, arrivals));
        }
    }

    /** Says when a message came. */
    private static final class Arrivals {
        private final Semaphore arrived = new Semaphore(0);
        private volatile long time;

        Outcome handle(Message<String> message) {
            time = System.nanoTime();
            requireBody(message);
            arrived.release();
            return Outcome.success();
        }

        long await() throws InterruptedException {
            if (!arrived.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A message was not handled.");
            }
            return time;
        }
    }

    private Observed takeTurns(Duration time, Arrivals arrivals) throws InterruptedException {
        Histogram messages = Latencies.ofOneThread();
        Histogram pings = Latencies.ofOneThread();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            TimeUnit.NANOSECONDS.sleep(PAUSE);
            long start = System.nanoTime();
            var unused = queue.enqueue(BODY);
            messages.recordValue(arrivals.await() - start);

            TimeUnit.NANOSECONDS.sleep(PAUSE);
            start = System.nanoTime();
            var unusedReply = redis.ping();
            pings.recordValue(System.nanoTime() - start);
        }
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.P50, messages.getValueAtPercentile(50) / 1e3);
        figures.put(Figure.P99, messages.getValueAtPercentile(99) / 1e3);
        figures.put(Figure.PING_P50, pings.getValueAtPercentile(50) / 1e3);
        figures.put(Figure.PING_P99, pings.getValueAtPercentile(99) / 1e3);
        return new Observed(messages.getTotalCount(), System.nanoTime() - begin, figures);
    }

    private void idle() throws InterruptedException {
        try (Worker worker = queue.worker(options(), message -> Outcome.success())) {
            worker.start();
            TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
            referee.awaitStart();
            TimeUnit.NANOSECONDS.sleep(measurement.toNanos());
            referee.finish(new Observed(0, measurement.toNanos(), Map.of()));
        }
    }

    /** One message goes through first, so that the server knows all scripts. */
    private void wake() throws InterruptedException {
        Arrivals arrivals = new Arrivals();
        List<Worker> workers = new ArrayList<>();
        try {
            var unusedFirst = queue.enqueue(BODY);
            for (int i = 0; i < scenario.workers(); i++) {
                Worker worker = queue.worker(options(), arrivals::handle);
                workers.add(worker);
                worker.start();
            }
            var unusedTime = arrivals.await();
            TimeUnit.NANOSECONDS.sleep(CALM);
            referee.awaitStart();
            var unused = queue.enqueue(BODY);
            TimeUnit.NANOSECONDS.sleep(measurement.toNanos());
            unusedTime = arrivals.await();
            referee.finish(new Observed(1, measurement.toNanos(), Map.of()));
        } finally {
            workers.forEach(worker -> worker.close(Duration.ZERO));
        }
    }
}
