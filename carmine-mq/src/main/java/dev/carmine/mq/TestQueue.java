package dev.carmine.mq;

import dev.carmine.client.Carmine;
import dev.carmine.client.TypeRef;
import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.QueueCalls;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScripts;
import dev.carmine.mq.internal.worker.CallersWorker;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A queue for tests of your own code: its messages are handled in the thread of the test, when the test says so, and its
 * clock stands still until the test moves it. All else is as in production: the same scripts, on a real server.
 *
 * <pre>{@code
 * TestQueue<Email> test = TestQueue.of(redis, "emails", Email.class);
 * signUp(test.queue(), "ann@example.org");          // enqueues with a delay of a day
 * assertEquals(0, test.run(handler));
 * test.advance(Duration.ofDays(1));
 * assertEquals(1, test.run(handler));
 * }</pre>
 *
 * <p>Workers of the queue that {@link #queue} gives follow the same clock, but wait for their wake-ups in real time: use
 * {@link #run} in their place. Never open a queue so that is in use otherwise: there would be two clocks. Not thread-safe.
 *
 * @param <T> what bodies are
 */
public final class TestQueue<T> {
    private static final int MOST_AT_ONCE = 10_000;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Carmine redis;
    private final QueueCalls calls;
    private final MessageQueue<T> queue;
    private Instant now;

    private TestQueue(Carmine redis, QueueCalls calls, MessageQueue<T> queue, Instant now) {
        this.redis = redis;
        this.calls = calls;
        this.queue = queue;
        this.now = now;
    }

    /**
     * Opens a queue whose clock begins now.
     *
     * @param redis the client
     * @param name of the queue
     * @param type what bodies are
     * @param <T> what bodies are
     * @return the queue
     */
    public static <T> TestQueue<T> of(Carmine redis, String name, Class<T> type) {
        return of(redis, name, TypeRef.of(type), QueueOptions.defaults(), Instant.now());
    }

    /**
     * Opens a queue.
     *
     * @param redis the client
     * @param name of the queue
     * @param type what bodies are
     * @param options how the queue behaves
     * @param begin what its clock says at first, to the millisecond
     * @param <T> what bodies are
     * @return the queue
     */
    public static <T> TestQueue<T> of(
            Carmine redis, String name, TypeRef<T> type, QueueOptions options, Instant begin) {
        QueueCalls calls =
                new QueueCalls(new QueueKeys(name, options.slot()), QueueScripts.by(QueueScripts.Clock.FIELD));
        setClock(redis, calls, begin);
        return new TestQueue<>(redis, calls, MessageQueue.open(redis, calls, type, options), begin);
    }

    private static void setClock(Carmine redis, QueueCalls calls, Instant time) {
        redis.hset(calls.keys().part("c"), "clock", time.toEpochMilli() * MICROS_PER_MILLI);
    }

    /**
     * The queue, to be handed to the code that is tested.
     *
     * @return always the same
     */
    public MessageQueue<T> queue() {
        return queue;
    }

    /**
     * The time by which delays, leases and windows go.
     *
     * @return what was set
     */
    public Instant now() {
        return now;
    }

    /**
     * Lets time pass, and nothing else happen.
     *
     * @param time how much, at least a millisecond
     */
    public void advance(Duration time) {
        now = now.plus(Checks.atLeast("time", time, Duration.ofMillis(1)));
        setClock(redis, calls, now);
    }

    /**
     * Handles what can be handed out now, and what comes to be so by that, such as chained messages and retries without
     * delay. What a handler throws is the failure that it would be in production, and is not thrown here.
     *
     * @param handler handles the messages
     * @return how many were handled
     * @throws IllegalStateException after 10,000 messages: some handler makes new ones for ever
     */
    public int run(MessageHandler<T> handler) {
        return run(WorkerOptions.defaults(), handler);
    }

    /**
     * Handles what can be handed out now, as a worker with options would: with its policy of retries, its interceptors, and
     * what it does with bodies that cannot be decoded.
     *
     * @param options of a worker; what concerns threads has no meaning here
     * @param handler handles the messages
     * @return how many were handled
     * @throws IllegalStateException after 10,000 messages: some handler makes new ones for ever
     */
    public int run(WorkerOptions options, MessageHandler<T> handler) {
        Objects.requireNonNull(handler, "handler");
        CallersWorker worker = new CallersWorker(
                redis, calls, queue.work(options, handler), () -> now.toEpochMilli() * NANOS_PER_MILLI);
        int handled = worker.run(MOST_AT_ONCE);
        if (handled == MOST_AT_ONCE) {
            throw new IllegalStateException(MOST_AT_ONCE
                    + " messages were handled, and there may be more: do handlers make new ones for ever?");
        }
        return handled;
    }
}
