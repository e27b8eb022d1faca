package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.process.Polling;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueResult;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.worker.Engine;
import dev.carmine.mq.internal.worker.RecordedHand;
import java.time.Duration;

/** What a scenario is played with: a queue, and hands that write down what they do. Confined to a thread. */
final class Stage {
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(6);

    private final Carmine redis;
    private final MessageQueue<String> queue;
    private final HistoryFile history;
    private final QueueKeys keys = new QueueKeys(TestedQueue.NAME, null);
    private int hands;

    Stage(Carmine redis, MessageQueue<String> queue, HistoryFile history) {
        this.redis = redis;
        this.queue = queue;
        this.history = history;
    }

    Carmine redis() {
        return redis;
    }

    MessageQueue<String> queue() {
        return queue;
    }

    String key(String part) {
        return keys.part(part);
    }

    void write(Kind kind, Object... fields) {
        history.write(kind, fields);
    }

    RecordedHand hand() {
        return new RecordedHand(redis, keys, String.format("hand%08d", ++hands), history);
    }

    /** A worker that handles everything at once with success, and is to be closed. */
    Engine worker() {
        Engine engine = WorkerProcess.engine(redis, queue, history, 0, message -> Outcome.success());
        engine.start();
        return engine;
    }

    void enqueue(String content, String id) {
        Command<EnqueueResult> command = command(content, id);
        run(redis, content, command);
    }

    /** Begins an enqueue: what can be run several times. */
    Command<EnqueueResult> command(String content, String id) {
        history.write(Kind.ENQUEUE, content, id, 0, "");
        return queue.enqueueCommand(content, EnqueueOptions.withId(id));
    }

    void run(Carmine client, String content, Command<EnqueueResult> command) {
        EnqueueResult result = client.call(command);
        history.write(Kind.ENQUEUED, content, ProducerProcess.letter(result.status()));
    }

    void cancel(String id) {
        history.write(Kind.CANCEL, id, id);
        history.write(Kind.CANCELLED, id, ProducerProcess.letter(queue.cancel(id)));
    }

    /** Waits until the queue is empty, and closes a worker; if it does not become empty, the checker will say so. */
    void drainBy(Engine worker) {
        boolean unused = Polling.await(LONGEST_DRAIN, () -> TestedQueue.living(queue.stats()) == 0);
        worker.close(Duration.ofSeconds(1));
    }
}
