package dev.carmine.mq.internal.worker;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Handles what is on the desk, by tasks on an executor. A task takes one message after the other until there is none; one
 * that has finished a message and finds no other leads an exchange, if nobody does, and goes on with what that brings.
 */
final class Crew {
    /** How long nothing is leased after the executor has refused a task. */
    private static final long REST_AFTER_REFUSAL = Clock.ofMillis(1_000);

    /** How long nothing is leased after a message was released, so that another worker gets it. */
    private static final long REST_AFTER_RELEASE = Clock.ofMillis(1_000);

    /** When a message is handled again whose handling has failed outside of its handler, in milliseconds. */
    private static final long RETRY_MILLIS = 1_000;

    private final Desk desk;
    private final Work work;
    private final Executor executor;
    private final System.Logger logger;
    private final Exchanger exchanger;

    Crew(Desk desk, Exchanger exchanger, Work work, Executor executor, System.Logger logger) {
        this.desk = desk;
        this.exchanger = exchanger;
        this.work = work;
        this.executor = executor;
        this.logger = logger;
    }

    /** Starts tasks that are counted as looking already; without the lock. */
    void start(int tasks) {
        for (int i = 0; i < tasks; i++) {
            Task task = new Task();
            try {
                executor.execute(task);
                task.isSubmitted = true;
            } catch (Throwable e) {
                refused(tasks - i, e);
                return;
            }
        }
    }

    private void refused(int tasks, Throwable e) {
        logger.log(Level.WARNING, "the executor of a worker has refused a handler; its messages go back", e);
        desk.under(() -> {
            desk.tally.errors.increment();
            for (int i = 0; i < tasks; i++) {
                desk.leaves();
            }
            desk.giveBackWaiting();
            desk.attention.looksAway();
            desk.attention.restUntil(desk.clock.now() + REST_AFTER_REFUSAL);
            desk.changed();
            return null;
        });
    }

    /** The loop of a thread of handlers. */
    private final class Task implements Runnable {
        private final Thread submitter = Thread.currentThread();
        private volatile boolean isSubmitted;

        @Override
        public void run() {
            if (!isSubmitted && Thread.currentThread() == submitter) {
                throw new IllegalStateException(
                        "the executor of a worker must run its tasks on other threads than those"
                                + " that submit them");
            }
            for (Lease lease = next(); lease != null; lease = next()) {
                handle(lease);
            }
        }
    }

    /** The next message for a task that looks for one; null if it is to end. */
    private @Nullable Lease next() {
        while (true) {
            ExchangeCall call;
            desk.lock.lock();
            try {
                Lease lease = desk.take();
                if (lease != null) {
                    return lease;
                }
                if (!desk.isLeaderWanted()) {
                    desk.leaves();
                    return null;
                }
                call = exchanger.begin();
            } finally {
                desk.unlock();
            }
            start(exchanger.make(call));
        }
    }

    private void handle(Lease lease) {
        Settle settle = guarded(lease);
        desk.under(() -> {
            if (settle != null) {
                ended(settle);
            }
            desk.looks();
            return null;
        });
    }

    /** Whatever is thrown is a failure of this message, and of nothing else. */
    private @Nullable Settle guarded(Lease lease) {
        if (lease.isLost()) {
            return Settle.back(lease); // it has waited too long for a thread
        }
        long begin = desk.clock.now();
        try {
            Settle settle = work.handle(lease, later -> endedLater(later, begin));
            if (settle != null) {
                desk.tally.handling.record(desk.clock.now() - begin);
            }
            return settle;
        } catch (Throwable e) {
            logger.log(Level.ERROR, "a message could not be handled", e);
            return Settle.retry(lease, RETRY_MILLIS, e.getClass().getName());
        } finally {
            Thread.interrupted(); // it was for this message
        }
    }

    /** The outcome of a handler that has returned before it was known; on any thread. */
    private void endedLater(Settle settle, long begin) {
        int tasks = desk.under(() -> {
            desk.tally.handling.record(desk.clock.now() - begin);
            ended(settle);
            int wanted = desk.tasksWanted();
            desk.changed();
            return wanted;
        });
        start(tasks);
    }

    private void ended(Settle settle) {
        desk.ended(settle);
        if (settle.kind() == Settle.Kind.BACK) {
            desk.attention.looksAway();
            desk.attention.restUntil(desk.clock.now() + REST_AFTER_RELEASE);
        }
    }
}
