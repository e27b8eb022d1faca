package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.mq.HandlerWork;
import dev.carmine.mq.MessageHandler;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.RetryPolicy;
import dev.carmine.mq.WorkerOptions;
import dev.carmine.mq.internal.worker.Engine;
import dev.carmine.mq.internal.worker.EngineSettings;
import dev.carmine.mq.internal.worker.RecordedEngine;
import dev.carmine.mq.internal.worker.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A program with a worker for each queue. When it is terminated they drain first. Arguments: address, history, name, seed,
 * {@link Health}.
 */
final class WorkerProcess {
    /** What it prints when it is at work. */
    static final String READY = "at work";

    private static final int CONCURRENCY = 8;
    private static final Duration HANDLER_TIMEOUT = Duration.ofMillis(300);

    private final Carmine redis;
    private final Path histories;
    private final String name;
    private final long seed;

    /** How it handles messages. */
    enum Health {
        /** In every way there is. */
        AILING,
        /** With success, and at once. */
        HEALTHY,
        /** One at a time; a message that nobody has had before makes an end of the process. */
        MORTAL
    }

    private WorkerProcess(Carmine redis, Path histories, String name, long seed) {
        this.redis = redis;
        this.histories = histories;
        this.name = name;
        this.seed = seed;
    }

    public static void main(String[] args) throws InterruptedException {
        WorkerProcess process =
                new WorkerProcess(TestedQueue.connect(args[0]), Path.of(args[1]), args[2], Long.parseLong(args[3]));
        List<Engine> engines = new ArrayList<>();
        for (TestedQueue queue : TestedQueue.values()) {
            engines.add(process.engine(queue, Health.valueOf(args[4])));
        }
        engines.forEach(Engine::start);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> engines.forEach(engine -> engine.close(Duration.ofSeconds(5)))));
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    private Engine engine(TestedQueue which, Health health) {
        MessageQueue<String> queue = which.openPatiently(redis);
        HistoryFile history = new HistoryFile(which.history(histories));
        return switch (health) {
            case AILING ->
                engine(
                        redis,
                        which,
                        queue,
                        history,
                        options(CONCURRENCY, prefetch(seed)),
                        new AilingHandler(queue, name, seed));
            case HEALTHY -> engine(redis, which, queue, history);
            case MORTAL ->
                engine(redis, which, queue, history, options(1, 0), message -> {
                    if (message.deliveries() == 1) {
                        history.write(Kind.CRASH, message.id());
                        Runtime.getRuntime().halt(1);
                    }
                    return Outcome.success();
                });
        };
    }

    /** A healthy worker, which is not started yet. */
    static Engine engine(Carmine redis, TestedQueue which, MessageQueue<String> queue, HistoryFile history) {
        return engine(
                redis,
                which,
                queue,
                history,
                options(CONCURRENCY, EngineSettings.AUTOMATIC),
                message -> Outcome.success());
    }

    /** In every way there is, one process after the other. */
    private static int prefetch(long seed) {
        List<Integer> ways = List.of(0, CONCURRENCY, EngineSettings.AUTOMATIC);
        return ways.get((int) Math.floorMod(seed, (long) ways.size()));
    }

    private static WorkerOptions options(int concurrency, int prefetch) {
        WorkerOptions.Builder options = WorkerOptions.builder()
                .concurrency(concurrency)
                .handlerTimeout(HANDLER_TIMEOUT)
                .retryPolicy(RetryPolicy.fixed(Duration.ofMillis(30)));
        return (prefetch == EngineSettings.AUTOMATIC ? options : options.prefetch(prefetch)).build();
    }

    private static Engine engine(
            Carmine redis,
            TestedQueue which,
            MessageQueue<String> queue,
            HistoryFile history,
            WorkerOptions options,
            MessageHandler<String> handler) {
        Work work = HandlerWork.of(queue, options, handler);
        EngineSettings settings = new EngineSettings(
                which.keys(),
                "tested",
                options.concurrency(),
                options.prefetch().orElse(EngineSettings.AUTOMATIC),
                options.handlerTimeout(),
                null,
                null,
                null,
                null,
                1);
        return RecordedEngine.of(redis, settings, work, history);
    }
}
