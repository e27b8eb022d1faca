package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.mq.fault.WorkerProcess.Health;
import dev.carmine.it.process.ChildJvm;
import dev.carmine.it.process.Polling;
import dev.carmine.it.process.WorkFolder;
import dev.carmine.it.server.RedisServer;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

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

    private final RedisServer server;
    private final SplittableRandom random;
    private final FaultProxy proxy;
    private final Path folder = WorkFolder.newFolder("campaign");
    private final Staff staff;
    private final Carmine redis;
    private final Map<TestedQueue, WatchedQueue> queues = new EnumMap<>(TestedQueue.class);

    Campaign(RedisServer server, SplittableRandom random) {
        this.server = server;
        this.random = random;
        this.proxy = FaultProxy.to(server.address());
        this.staff = new Staff(proxy.address().uri(), folder, random.split());
        this.redis = TestedQueue.connect(server.uri());
        Path histories = staff.newHistory("test");
        Stream.of(TestedQueue.values()).forEach(queue -> queues.put(queue, new WatchedQueue(queue, redis, histories)));
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

    private WatchedQueue queue(TestedQueue queue) {
        return Objects.requireNonNull(queues.get(queue));
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
        queue(TestedQueue.METERED).schedule("brisk", Duration.ofMillis(150));
        queue(TestedQueue.METERED).schedule("steady", Duration.ofSeconds(1));
        for (int i = 0; i < WORKERS; i++) {
            staff.addWorker();
        }
        for (int i = 0; i < PRODUCERS; i++) {
            staff.addProducer(messages / PRODUCERS);
        }
        inAnyOrder().forEach(fault -> strike(fault, pace));
        while (staff.isProducing()) {
            inAnyOrder().stream().takeWhile(fault -> staff.isProducing()).forEach(fault -> strike(fault, pace));
        }
        staff.killWorkers();
        queue(TestedQueue.METERED).unschedule();
        peace();
        List<Violation> violations = new ArrayList<>();
        queues.forEach((queue, watched) -> violations.addAll(watched.reckon(staff.events(queue))));
        return violations;
    }

    private List<Fault> inAnyOrder() {
        List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
        for (int i = faults.size(); i > 1; i--) {
            Collections.swap(faults, i - 1, random.nextInt(i));
        }
        return faults;
    }

    private void strike(Fault fault, long pace) {
        awaitProgress(pace);
        LOG.log(Level.INFO, "{0}, after {1} bytes of history", fault, staff.written());
        fault.strike(this);
        queues.values().forEach(WatchedQueue::inspect);
    }

    /** Waits until there is something new to disturb; with nothing left to do there is no progress, either. */
    private void awaitProgress(long pace) {
        long enough = staff.written() + random.nextLong(2 * pace);
        Polling.await(LONGEST_PAUSE, () -> staff.written() > enough);
    }

    /** All that is left is handled; then a worker with nothing to do is given messages, and then two of which one crashes. */
    private void peace() {
        List<ChildJvm> healthy = staff.workers(1, server.uri(), Health.HEALTHY);
        queues.values().forEach(WatchedQueue::awaitEmpty);
        queue(TestedQueue.MIXED).probe("probe", PROBES);
        healthy.forEach(staff::dismiss);
        List<ChildJvm> mortals = staff.workers(2, server.uri(), Health.MORTAL);
        queue(TestedQueue.MIXED).probe("crash", 1);
        mortals.forEach(ChildJvm::kill);
    }

    @Override
    public void close() {
        staff.close();
        queues.values().forEach(WatchedQueue::close);
        redis.close();
        proxy.close();
        WorkFolder.delete(folder);
    }
}
