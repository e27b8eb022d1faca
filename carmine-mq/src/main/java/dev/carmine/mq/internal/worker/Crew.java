package dev.carmine.mq.internal.worker;

import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Handles what is on the desk, by tasks on an executor. A task takes one message after the other until there is none; one
 * that has finished a message and finds no other leads an exchange, if nobody does, and goes on with what that brings.
 */
final class Crew {
    /** How long nothing is leased after the executor has refused a task, or has lost one. */
    private static final long REST_AFTER_REFUSAL = Clock.ofMillis(1_000);

    /** A task that the executor has not begun after so long is taken to be lost. */
    private static final long LONGEST_WAIT_FOR_A_THREAD = Clock.ofMillis(60_000);

    /** How long nothing is leased after a message was released, so that another worker gets it. */
    private static final long REST_AFTER_RELEASE = Clock.ofMillis(1_000);

    /** When a message is handled again whose handling has failed outside of its handler, in milliseconds. */
    private static final long RETRY_MILLIS = 1_000;

    private final Desk desk;
    private final Work work;
    private final Executor executor;
    private final System.Logger logger;
    private final Exchanger exchanger;

    /** What the executor was given and has not begun, the oldest first; guarded by the desk's lock. */
    private final Set<Task> awaited = new LinkedHashSet<>();

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
            desk.under(() -> awaited.add(task));
            try {
                executor.execute(task);
                task.isSubmitted = true;
            } catch (Throwable e) {
                int rest = tasks - i;
                logger.log(Level.WARNING, "the executor of a worker has refused a handler; its messages go back", e);
                desk.under(() -> {
                    awaited.remove(task);
                    return hasNoThreads(rest);
                });
                return;
            }
        }
    }

    /** Gives up tasks that the executor has not begun for too long, as it may have dropped them; without the lock. */
    void giveUpLostTasks() {
        int lost = desk.under(() -> {
            int tasks = takeLostTasks();
            if (desk.waiting() > 0) {
                return tasks == 0 ? 0 : hasNoThreads(tasks);
            }
            leave(tasks); // others have handled everything meanwhile
            return 0;
        });
        if (lost > 0) {
            logger.log(
                    Level.WARNING,
                    "the executor of a worker has not begun handlers for a minute: it is full, or drops tasks;"
                            + " the messages that wait for it go back");
        }
    }

    private int takeLostTasks() {
        int tasks = 0;
        long submittedBefore = desk.clock.now() - LONGEST_WAIT_FOR_A_THREAD;
        Iterator<Task> oldest = awaited.iterator();
        while (oldest.hasNext() && oldest.next().submittedAt <= submittedBefore) {
            oldest.remove();
            tasks++;
        }
        return tasks;
    }

    private void leave(int tasks) {
        for (int i = 0; i < tasks; i++) {
            desk.leaves();
        }
    }

    /** So many tasks that were to look for messages will not, though some wait. */
    private int hasNoThreads(int tasks) {
        desk.tally.errors.increment();
        leave(tasks);
        desk.giveBackWaiting();
        desk.attention.looksAway();
        desk.attention.restUntil(desk.clock.now() + REST_AFTER_REFUSAL);
        desk.changed();
        return tasks;
    }

    /** The loop of a thread of handlers. */
    private final class Task implements Runnable {
        private final Thread submitter = Thread.currentThread();
        private final long submittedAt = desk.clock.now();
        private volatile boolean isSubmitted;

        /** Whether it has asked for a message; confined to its thread. */
        private boolean hasBegun;

        @Override
        public void run() {
            if (!isSubmitted && Thread.currentThread() == submitter) {
                throw new IllegalStateException(
                        "the executor of a worker must run its tasks on other threads than those"
                                + " that submit them");
            }
            for (Lease lease = next(this); lease != null; lease = next(this)) {
                handle(lease);
            }
        }

        /** Whether nobody counts on it any more, as it has not begun for too long; under the lock. */
        private boolean isGivenUp() {
            boolean begins = !hasBegun;
            hasBegun = true;
            return begins && !awaited.remove(this);
        }
    }

    /** The next message for a task that looks for one; null if it is to end. */
    private @Nullable Lease next(Task task) {
        while (true) {
            Lease lease;
            int tasks = 0;
            ExchangeCall call = null;
            desk.lock.lock();
            try {
                if (task.isGivenUp()) {
                    return null;
                }
                lease = desk.take();
                if (lease != null) {
                    tasks = desk.tasksWanted();
                } else if (desk.isLeaderWanted()) {
                    call = exchanger.begin();
                } else {
                    desk.leaves();
                    return null;
                }
            } finally {
                desk.unlock();
            }
            start(call == null ? tasks : exchanger.make(call));
            if (lease != null) {
                return lease;
            }
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
