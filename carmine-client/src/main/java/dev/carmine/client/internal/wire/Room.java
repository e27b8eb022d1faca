package dev.carmine.client.internal.wire;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bound on what a link holds: commands and bytes, from before they are queued until their reply has been handed on.
 * A call enters while the bounds are not yet reached, so that one call larger than them can pass, but not two.
 */
final class Room {
    /**
     * The commands stand in the upper bits of {@link #used}, the bytes (up to one tebibyte) in the lower. The largest
     * bounds that options allow and as much again fit; the weight of a call beyond that wraps around, and leaves as it
     * came.
     */
    private static final int BYTE_BITS = 40;

    private static final long BYTE_MASK = (1L << BYTE_BITS) - 1;

    private final int maxCommands;
    private final long maxBytes;
    private final AtomicLong used = new AtomicLong();

    /** Callers in {@link #enterWithin}; read by those who leave, so that leaving is one addition when nobody waits. */
    private final AtomicInteger waiting = new AtomicInteger();

    private final ReentrantLock lock = new ReentrantLock();

    /** Signalled when something has left. */
    private final Condition left = lock.newCondition();

    Room(int maxCommands, long maxBytes) {
        this.maxCommands = maxCommands;
        this.maxBytes = maxBytes;
    }

    /** Enters if there is room now; by any thread. */
    boolean tryEnter(int commands, long bytes) {
        for (; ; ) {
            long now = used.get();
            if (now >>> BYTE_BITS >= maxCommands || (now & BYTE_MASK) >= maxBytes) {
                return false;
            }
            if (used.compareAndSet(now, now + weight(commands, bytes))) {
                return true;
            }
        }
    }

    /** Enters whether there is room or not, for what is the link's own business; by any thread. */
    void enterAnyway(int commands, long bytes) {
        used.addAndGet(weight(commands, bytes));
    }

    /**
     * Waits for room.
     *
     * @return false if the time was over first
     */
    boolean enterWithin(int commands, long bytes, long nanos) throws InterruptedException {
        if (tryEnter(commands, bytes)) {
            return true;
        }
        lock.lockInterruptibly();
        waiting.incrementAndGet();
        try {
            long rest = nanos;
            while (!tryEnter(commands, bytes)) {
                if (rest <= 0) {
                    return false;
                }
                rest = left.awaitNanos(rest);
            }
            return true;
        } finally {
            // There may be room for one more, or this one has used up a signal without entering.
            left.signal();
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    /** Leaves; by any thread. */
    void leave(int commands, long bytes) {
        used.addAndGet(-weight(commands, bytes));
        if (waiting.get() > 0) {
            lock.lock();
            try {
                left.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    int commands() {
        return (int) (used.get() >>> BYTE_BITS);
    }

    /** What is full, in words for an error message. */
    String describe() {
        long now = used.get();
        return (now >>> BYTE_BITS) + " of " + maxCommands + " commands and " + (now & BYTE_MASK) + " of " + maxBytes
                + " bytes are in flight";
    }

    private static long weight(int commands, long bytes) {
        return ((long) commands << BYTE_BITS) + bytes;
    }
}
