package dev.carmine.it.junit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Threads that do the same at the same time. What one of them throws fails the test that waits for them. */
public final class Callers {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Thread> threads;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    private Callers(ThreadKind kind, int count, Task task) {
        threads = IntStream.range(0, count)
                .mapToObj(number -> kind.start("caller-" + number, () -> run(task, number)))
                .toList();
    }

    /** What a caller does. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does it.
         *
         * @param number which of the callers this is, from 0
         * @throws Exception to fail the test
         */
        void run(int number) throws Exception;
    }

    /**
     * Starts threads.
     *
     * @param kind their kind
     * @param count how many
     * @param task what each does
     * @return the running threads
     */
    public static Callers start(ThreadKind kind, int count, Task task) {
        return new Callers(kind, count, task);
    }

    /**
     * Starts one platform thread.
     *
     * @param task what it does
     * @return the running thread
     */
    public static Callers start(Task task) {
        return new Callers(ThreadKind.PLATFORM, 1, task);
    }

    private void run(Task task, int number) {
        try {
            task.run(number);
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    /**
     * The threads.
     *
     * @return all of them
     */
    public List<Thread> threads() {
        return threads;
    }

    /**
     * Whether one of the threads still runs.
     *
     * @return false when all have ended
     */
    public boolean areRunning() {
        return threads.stream().anyMatch(Thread::isAlive);
    }

    /** Waits until all have ended, and fails if one does not within a minute, or has thrown. */
    public void awaitEnd() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (Thread thread : threads) {
            long rest = deadline - System.nanoTime();
            try {
                thread.join(Math.max(1, Duration.ofNanos(rest).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + thread.getName(), e);
            }
            if (thread.isAlive()) {
                throw withFailures(new AssertionError(
                        thread.getName() + " has not ended; it is at " + Arrays.toString(thread.getStackTrace())));
            }
        }
        if (!failures.isEmpty()) {
            throw withFailures(new AssertionError(failures.size() + " of " + threads.size() + " callers have failed"));
        }
    }

    private AssertionError withFailures(AssertionError error) {
        failures.stream().limit(10).forEach(error::addSuppressed);
        return error;
    }
}
