package dev.carmine.it.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The commands that a {@link FakeServer} has read, in order. */
final class CommandLog {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();

    /** Guarded by {@link #lock}. */
    private final List<ReceivedCommand> commands = new ArrayList<>();

    void add(ReceivedCommand command) {
        lock.lock();
        try {
            commands.add(command);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<ReceivedCommand> all(Predicate<ReceivedCommand> wanted) {
        lock.lock();
        try {
            return commands.stream().filter(wanted).toList();
        } finally {
            lock.unlock();
        }
    }

    List<ReceivedCommand> await(String name, int count) {
        lock.lock();
        try {
            long left = LIMIT.toNanos();
            List<ReceivedCommand> found = all(command -> command.name().equals(name));
            while (found.size() < count) {
                if (left <= 0) {
                    throw new IllegalStateException("expected " + count + " " + name + " within " + LIMIT.toSeconds()
                            + " s, received " + commands);
                }
                left = grown.awaitNanos(left);
                found = all(command -> command.name().equals(name));
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        } finally {
            lock.unlock();
        }
    }
}
