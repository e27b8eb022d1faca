package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.process.Polling;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.internal.schedule.TickingHand;
import dev.carmine.mq.internal.worker.Engine;
import dev.carmine.mq.internal.worker.RecordedHand;
import java.time.Duration;

/** What a scenario is played with: a queue, and hands that write down what they do. Confined to a thread. */
final class Stage {
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(6);

    private final Carmine redis;
    private final TestedQueue which;
    private final MessageQueue<String> queue;
    private final HistoryFile history;
    private final RecordedQueue recorded;
    private int hands;

    Stage(Carmine redis, TestedQueue which, HistoryFile history) {
        this.redis = redis;
        this.which = which;
        this.queue = which.open(redis);
        this.history = history;
        this.recorded = new RecordedQueue(redis, queue, history, "stage");
    }

    Carmine redis() {
        return redis;
    }

    MessageQueue<String> queue() {
        return queue;
    }

    String key(String part) {
        return which.keys().part(part);
    }

    void write(Kind kind, Object... fields) {
        history.write(kind, fields);
    }

    RecordedHand hand() {
        return new RecordedHand(redis, which.keys(), String.format("hand%08d", ++hands), history);
    }

    TickingHand tickingHand() {
        return new TickingHand(redis, which.keys());
    }

    /** A worker that handles everything at once with success, and is to be closed. */
    Engine worker() {
        Engine engine = WorkerProcess.engine(redis, which, queue, history);
        engine.start();
        return engine;
    }

    RecordedQueue recorded() {
        return recorded;
    }

    void enqueue(String content, String id) {
        recorded.enqueue(content, EnqueueOptions.withId(id), false);
    }

    /** Waits until the queue is empty, and closes a worker; if it does not become empty, the checker will say so. */
    void drainBy(Engine worker) {
        boolean unused = Polling.await(LONGEST_DRAIN, () -> TestedQueue.living(queue.stats()) == 0);
        worker.close(Duration.ofSeconds(1));
    }
}
