package dev.carmine.mq.internal.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Slots for messages that several workers share by weights. Each worker that needs slots has a quota, and all quotas
 * together are no more than there are slots; a worker that needs none has no quota, so that the others' are larger. A
 * worker may take what is free up to its quota, and beyond it what is free and in nobody else's quota. What it has it
 * keeps until its messages are finished.
 *
 * <p>Thread-safe. The lock is taken under the locks of desks, and none is taken under it: whoever is to be woken is only
 * noted, and woken by {@link #wakeNoted} without any lock.
 */
public final class SlotPool {
    private final ReentrantLock lock = new ReentrantLock();
    private final int slots;

    /** Those to be woken, since there may be slots for them. */
    private final Queue<Share> noted = new ConcurrentLinkedQueue<>();

    /** Those who have joined and not left; guarded by the lock. */
    private final List<Share> members = new ArrayList<>();

    /**
     * Makes a pool.
     *
     * @param slots how many there are
     */
    public SlotPool(int slots) {
        this.slots = slots;
    }

    /**
     * How many slots there are.
     *
     * @return their number
     */
    public int slots() {
        return slots;
    }

    /**
     * The share of a worker, which has not joined yet.
     *
     * @param weight its part of the sum of weights is its part of the slots
     * @param ceiling the most slots that it ever uses
     * @param wake called without locks after it was refused, when there may be a slot for it
     */
    Share share(int weight, int ceiling, Runnable wake) {
        return new Share(weight, ceiling, wake);
    }

    /** Wakes those who were noted; without any lock. */
    void wakeNoted() {
        for (Share share = noted.poll(); share != null; share = noted.poll()) {
            share.wake.run();
        }
    }

    private int free() {
        int free = slots;
        for (Share member : members) {
            free -= member.used;
        }
        return free;
    }

    /** Gives each who needs slots one, and then each slot to whom it brings least above its weight. */
    private void divide() {
        int left = slots;
        for (Share member : members) {
            member.quota = member.needs ? 1 : 0;
            left -= member.quota;
        }
        for (Share next = hungriest(); left > 0 && next != null; next = hungriest()) {
            next.quota++;
            left--;
        }
    }

    private @Nullable Share hungriest() {
        Share hungriest = null;
        for (Share member : members) {
            boolean grows = member.needs && member.quota < member.ceiling;
            if (grows && (hungriest == null || member.isHungrierThan(hungriest))) {
                hungriest = member;
            }
        }
        return hungriest;
    }

    private void noteThoseWhoMayTake() {
        for (Share member : members) {
            if (member.refused && member.available() > 0) {
                member.refused = false;
                noted.add(member);
            }
        }
    }

    /** What a worker has of the slots. */
    final class Share {
        private final int weight;
        private final int ceiling;
        private final Runnable wake;

        // Guarded by the lock of the pool.
        private int used;
        private int quota;
        private boolean needs;

        /** Whether it needs slots and there was none; written under the lock of the pool. */
        private volatile boolean refused;

        private Share(int weight, int ceiling, Runnable wake) {
            this.weight = weight;
            this.ceiling = ceiling;
            this.wake = wake;
        }

        /**
         * Joins those who share, if it has not.
         *
         * @throws IllegalStateException if there would not be a slot for each
         */
        void join() {
            lock.lock();
            try {
                if (members.contains(this)) {
                    return;
                }
                if (members.size() >= slots) {
                    throw new IllegalStateException(members.size() + 1 + " workers cannot share "
                            + (slots == 1 ? "one slot" : slots + " slots")
                            + ": each needs at least one; make more with SharedSlots.of, or close a worker");
                }
                members.add(this);
            } finally {
                lock.unlock();
            }
        }

        /** Leaves those who share; what it has used is free. */
        void leave() {
            lock.lock();
            try {
                members.remove(this);
                used = 0;
                needs = false;
                refused = false;
                divide();
                noteThoseWhoMayTake();
            } finally {
                lock.unlock();
            }
        }

        /**
         * Takes slots. It needs them until it says otherwise; if it gets none it is woken when there may be some.
         *
         * @param inUse how many it uses now
         * @param wanted how many more it would have
         * @return how many more it has now
         */
        int take(int inUse, int wanted) {
            lock.lock();
            try {
                changeTo(inUse, true);
                int taken = Math.min(wanted, available());
                used += taken;
                refused = taken == 0;
                noteThoseWhoMayTake();
                return taken;
            } finally {
                lock.unlock();
            }
        }

        /**
         * Tells what has changed. If it needs slots and there are none it is woken when there may be some.
         *
         * @param inUse how many it uses now; no more than before
         * @param inNeed whether it would have more
         */
        void tell(int inUse, boolean inNeed) {
            lock.lock();
            try {
                if (used == inUse && needs == inNeed && !refused) {
                    return; // what concerns the others is as it was
                }
                changeTo(inUse, inNeed);
                refused = inNeed && available() == 0;
                noteThoseWhoMayTake();
            } finally {
                lock.unlock();
            }
        }

        private void changeTo(int inUse, boolean inNeed) {
            used = inUse;
            if (needs != inNeed) {
                needs = inNeed;
                divide();
            }
        }

        /** Whether it needs slots and waits to be woken. */
        boolean isRefused() {
            return refused;
        }

        /** How many slots it may take now: what its quota has left, or what the others' have. */
        private int available() {
            int free = free();
            int others = 0;
            for (Share member : members) {
                others += member == this ? 0 : Math.max(0, member.quota - member.used);
            }
            return Math.max(0, Math.max(Math.min(free, quota - used), free - others));
        }

        private boolean isHungrierThan(Share other) {
            return (quota + 1L) * other.weight < (other.quota + 1L) * weight;
        }

        void wakeNoted() {
            SlotPool.this.wakeNoted();
        }
    }
}
