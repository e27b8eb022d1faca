package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.process.Polling;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Schedule;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One queue of a campaign, with what the test itself does to it. Confined to the thread of the test. */
final class WatchedQueue implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WatchedQueue.class.getName());
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);

    private final TestedQueue which;
    private final MessageQueue<String> queue;
    private final HistoryFile history;
    private final RecordedQueue recorded;
    private final List<String> findings = new ArrayList<>();

    WatchedQueue(TestedQueue which, Carmine redis, Path histories) {
        this.which = which;
        this.queue = which.openPatiently(redis);
        this.history = new HistoryFile(which.history(histories));
        this.recorded = new RecordedQueue(redis, queue, history, "test");
    }

    /** Has a message enqueued for each tick from now on, however late. No worker may run yet. */
    void schedule(String name, Duration interval) {
        queue.schedule(name, interval, RecordedQueue.TICK, MissedTicks.RUN_ALL);
        for (Schedule schedule : queue.schedules()) {
            if (schedule.name().equals(name)) {
                history.write(Kind.SCHEDULE, name, schedule.nextTick().toEpochMilli(), interval.toMillis());
            }
        }
    }

    /** Ends that. No worker may run any more. */
    void unschedule() {
        for (Schedule schedule : queue.schedules()) {
            history.write(Kind.UNSCHEDULE, schedule.name(), schedule.nextTick().toEpochMilli());
            queue.unschedule(schedule.name());
        }
    }

    /** Has fsck look at it. */
    void inspect() {
        findings.addAll(TestedQueue.checkPatiently(queue));
    }

    /** An empty queue, or one that stays as it is: then messages are lost, as the reckoning tells. */
    void awaitEmpty() {
        if (!Polling.await(LONGEST_DRAIN, this::isEmpty)) {
            LOG.log(Level.WARNING, "the queue could not be drained: {0}", queue.stats());
        }
    }

    private boolean isEmpty() {
        return TestedQueue.living(queue.stats()) == 0;
    }

    /** Messages for workers with nothing to do, one after the other, while nothing is broken; all of them are handled then. */
    void probe(String name, int messages) {
        history.write(Kind.CALM);
        Duration limit = which.limits().patience().plus(TestedQueue.LEASE).plusSeconds(1);
        for (int i = 0; i < messages; i++) {
            String content = name + "-" + i;
            recorded.enqueue(content, EnqueueOptions.withId(content), false);
            Polling.await(limit, this::isEmpty);
        }
        history.write(Kind.STORM);
        awaitEmpty();
    }

    /** What it has promised and not kept. */
    List<Violation> reckon(List<Event> events) {
        EndState end = TestedQueue.end(queue, findings);
        History all = new History(events);
        LOG.log(
                Level.INFO,
                "{0}: {1} accepted, {2} acknowledged, {3} expired, {4} redriven, {5} dead; {6}",
                which,
                end.accepted(),
                end.acknowledged(),
                end.expired(),
                end.redriven(),
                end.dead().size(),
                all);
        return Checker.check(all, end, which.limits());
    }

    @Override
    public void close() {
        history.close();
    }
}
