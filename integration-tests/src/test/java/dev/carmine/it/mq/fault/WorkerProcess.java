package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.HandlerWork;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageHandler;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.NewMessage;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.RetryPolicy;
import dev.carmine.mq.WorkerOptions;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.worker.Engine;
import dev.carmine.mq.internal.worker.EngineSettings;
import dev.carmine.mq.internal.worker.RecordedEngine;
import dev.carmine.mq.internal.worker.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that handles messages in every way there is, or, if it is a healthy one, with success and at once. When it is
 * terminated it drains first. Arguments: address, history, name, seed, {@code healthy} or {@code ailing}.
 */
final class WorkerProcess {
    /** What it prints when it is at work. */
    static final String READY = "at work";

    private static final String CHAINED = "+";
    private static final int CONCURRENCY = 8;
    private static final Duration HANDLER_TIMEOUT = Duration.ofMillis(300);

    /** Longer than the handler's time and another lease. */
    private static final long TOO_LONG_MILLIS = 1_200;

    private final MessageQueue<String> queue;
    private final String name;
    private final long seed;
    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger chained = new AtomicInteger();

    private WorkerProcess(MessageQueue<String> queue, String name, long seed) {
        this.queue = queue;
        this.name = name;
        this.seed = seed;
    }

    public static void main(String[] args) throws InterruptedException {
        Carmine redis = TestedQueue.connect(args[0]);
        HistoryFile history = new HistoryFile(Path.of(args[1]));
        long seed = Long.parseLong(args[3]);
        WorkerProcess worker = new WorkerProcess(TestedQueue.openPatiently(redis), args[2], seed);
        boolean healthy = args[4].equals("healthy");
        Engine engine = engine(
                redis,
                worker.queue,
                history,
                seed % 2 == 0 ? 0 : CONCURRENCY,
                message -> healthy ? Outcome.success() : worker.handle(message));
        engine.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> engine.close(Duration.ofSeconds(5))));
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    static Engine engine(
            Carmine redis,
            MessageQueue<String> queue,
            HistoryFile history,
            int prefetch,
            MessageHandler<String> handler) {
        QueueKeys keys = new QueueKeys(TestedQueue.NAME, null);
        WorkerOptions options = WorkerOptions.builder()
                .concurrency(CONCURRENCY)
                .prefetch(prefetch)
                .handlerTimeout(HANDLER_TIMEOUT)
                .retryPolicy(RetryPolicy.fixed(Duration.ofMillis(30)))
                .build();
        Work work = HandlerWork.of(queue, options, handler);
        EngineSettings settings = new EngineSettings(
                keys,
                "tested",
                options.concurrency(),
                options.prefetch(),
                options.handlerTimeout(),
                null,
                null,
                null,
                null,
                1);
        return RecordedEngine.of(redis, settings, work, history);
    }

    private Outcome handle(Message<String> message) {
        SplittableRandom random = new SplittableRandom(seed + handled.incrementAndGet());
        int what = random.nextInt(100);
        if (what < 8) {
            return Outcome.retry(Duration.ofMillis(random.nextInt(200)));
        } else if (what < 11) {
            throw new IllegalStateException("the handler does not want this message");
        } else if (what < 13) {
            return Outcome.deadLetter("it is of no use");
        } else if (what < 14) {
            return Outcome.release();
        } else if (what < 16) {
            toil(TOO_LONG_MILLIS);
            return Outcome.success();
        } else if (what < 30) {
            toil(random.nextInt(20));
            message.progress("halfway");
            return Outcome.success();
        } else if (what < 35) {
            return Outcome.success("result");
        } else if (what < 42) {
            return Outcome.success().dedupeFor(Duration.ofMillis(random.nextInt(1, 200)));
        } else if (what < 55 && !message.body().contains(CHAINED)) {
            return Outcome.success().then(chained(message, random), chained(message, random));
        }
        return Outcome.success();
    }

    private NewMessage<String> chained(Message<String> message, SplittableRandom random) {
        String content = message.body() + CHAINED + name + "-" + chained.incrementAndGet();
        EnqueueOptions.Builder options = EnqueueOptions.builder().id(content);
        if (random.nextBoolean()) {
            options.group("chained");
        }
        return queue.newMessage(content, options.build());
    }

    /** Works for a time, deaf to interruptions. */
    private static void toil(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
