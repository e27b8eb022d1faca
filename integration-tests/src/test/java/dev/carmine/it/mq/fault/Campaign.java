package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.process.ChildJvm;
import dev.carmine.it.process.Polling;
import dev.carmine.it.process.WorkFolder;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Producers and workers at work while one fault after the other strikes; then peace, a healthy worker, and the reckoning.
 * Confined to the thread of the test.
 */
final class Campaign implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Campaign.class.getName());
    private static final int WORKERS = 3;
    private static final int PRODUCERS = 2;
    private static final int PROBES = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);

    private final RedisServer server;
    private final SplittableRandom random;
    private final FaultProxy proxy;
    private final Path folder = WorkFolder.newFolder("campaign");
    private final Staff staff;
    private final Carmine redis;

    Campaign(RedisServer server, SplittableRandom random) {
        this.server = server;
        this.random = random;
        this.proxy = FaultProxy.to(server.address());
        this.staff = new Staff(proxy.address().uri(), folder, random.split());
        this.redis = TestedQueue.connect(server.uri());
    }

    RedisServer server() {
        return server;
    }

    SplittableRandom random() {
        return random;
    }

    FaultProxy proxy() {
        return proxy;
    }

    Staff staff() {
        return staff;
    }

    /** Lets everything else go on for a time. */
    void goOnFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Polling.await(time.plusSeconds(1), () -> System.nanoTime() - end >= 0);
    }

    /**
     * Runs it.
     *
     * @param messages how many are enqueued, about
     * @param pace how many bytes of history are written from one fault to the next, on the average
     * @return what was promised and not kept
     */
    List<Violation> run(int messages, long pace) {
        MessageQueue<String> queue = TestedQueue.openPatiently(redis);
        for (int i = 0; i < WORKERS; i++) {
            staff.addWorker();
        }
        for (int i = 0; i < PRODUCERS; i++) {
            staff.addProducer(messages / PRODUCERS);
        }
        List<String> findings = new ArrayList<>();
        do {
            for (Fault fault : inAnyOrder()) {
                awaitProgress(pace);
                LOG.log(Level.INFO, "{0}, after {1} bytes of history", fault, staff.written());
                fault.strike(this);
                findings.addAll(TestedQueue.checkPatiently(queue));
            }
        } while (staff.isProducing());
        staff.killWorkers();
        return reckon(queue, findings);
    }

    private List<Fault> inAnyOrder() {
        List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
        for (int i = faults.size(); i > 1; i--) {
            Collections.swap(faults, i - 1, random.nextInt(i));
        }
        return faults;
    }

    /** Waits until there is something new to disturb; with nothing left to do there is no progress, either. */
    private void awaitProgress(long pace) {
        long enough = staff.written() + random.nextLong(2 * pace);
        Polling.await(LONGEST_PAUSE, () -> staff.written() > enough);
    }

    private List<Violation> reckon(MessageQueue<String> queue, List<String> findings) {
        try (HistoryFile history = new HistoryFile(staff.newHistory("probe"))) {
            ChildJvm worker = staff.healthyWorker(server.uri());
            awaitEmpty(queue);
            history.write(Kind.CALM);
            for (int i = 0; i < PROBES; i++) {
                probe(queue, history, "probe-" + i);
            }
            history.write(Kind.STORM);
            staff.dismiss(worker);
            EndState end = TestedQueue.end(queue, findings);
            History all = new History(staff.events());
            LOG.log(
                    Level.INFO,
                    "{0} accepted, {1} acknowledged, {2} dead",
                    end.accepted(),
                    end.acknowledged(),
                    end.dead().size());
            LOG.log(Level.INFO, "{0}", all);
            return Checker.check(all, end, TestedQueue.LIMITS);
        }
    }

    /** A message for a worker with nothing to do. */
    private static void probe(MessageQueue<String> queue, HistoryFile history, String name) {
        history.write(Kind.ENQUEUE, name, name, 0, "");
        char letter = ProducerProcess.letter(
                queue.enqueue(name, EnqueueOptions.withId(name)).status());
        history.write(Kind.ENQUEUED, name, letter);
        Polling.await(
                TestedQueue.LIMITS.patience().plusMillis(TimeUnit.SECONDS.toMillis(1)),
                () -> TestedQueue.living(queue.stats()) == 0);
    }

    /** An empty queue, or one that stays as it is: then messages are lost, as the reckoning tells. */
    private static void awaitEmpty(MessageQueue<String> queue) {
        if (!Polling.await(LONGEST_DRAIN, () -> TestedQueue.living(queue.stats()) == 0)) {
            LOG.log(Level.WARNING, "the queue could not be drained: {0}", queue.stats());
        }
    }

    @Override
    public void close() {
        staff.close();
        redis.close();
        proxy.close();
        WorkFolder.delete(folder);
    }
}
