package dev.carmine.it.mq.fault;

import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageHandler;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.NewMessage;
import dev.carmine.mq.Outcome;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Handles messages in every way there is. Thread-safe. */
final class AilingHandler implements MessageHandler<String> {
    private static final String CHAINED = "+";

    /** Longer than a handler's time and another lease. */
    private static final long TOO_LONG_MILLIS = 1_200;

    private final MessageQueue<String> queue;
    private final String name;
    private final long seed;
    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger chained = new AtomicInteger();

    /**
     * Prepares it.
     *
     * @param name of the worker, which no other has
     */
    AilingHandler(MessageQueue<String> queue, String name, long seed) {
        this.queue = queue;
        this.name = name;
        this.seed = seed;
    }

    @Override
    public Outcome handle(Message<String> message) {
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
