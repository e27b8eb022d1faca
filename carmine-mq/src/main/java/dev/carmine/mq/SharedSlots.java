package dev.carmine.mq;

import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.worker.SlotPool;

/**
 * Slots for messages that workers of several queues share: together they handle no more messages at a time than there
 * are slots. Workers are made to share by {@link WorkerOptions.Builder#share}, each with a weight.
 *
 * <p>While several of them have work, each gets slots in proportion to its weight, and at least one; what one does not
 * need, the others use. A worker that gets work again gets its part back as handlers of the others finish: none is
 * interrupted for it. Nothing is fetched ahead beyond the slots: a message has one from when it is leased until its
 * handler has ended. Their queues may be on different clients and servers, but the workers are in one program.
 *
 * <p>A worker has a part from its first start until it is closed, and leaves it to the others while it is stopped.
 * Thread-safe.
 */
public final class SharedSlots {
    private static final int MOST_SLOTS = 10_000;

    private final SlotPool pool;

    private SharedSlots(SlotPool pool) {
        this.pool = pool;
    }

    /**
     * Makes slots that nobody shares yet.
     *
     * @param slots from 1 to 10,000, and at least as many as workers are to share them
     * @return new slots
     */
    public static SharedSlots of(int slots) {
        return new SharedSlots(new SlotPool(Checks.within("slots", slots, 1, MOST_SLOTS)));
    }

    /**
     * How many slots there are.
     *
     * @return their number
     */
    public int slots() {
        return pool.slots();
    }

    SlotPool pool() {
        return pool;
    }

    /** How many slots there are. */
    @Override
    public String toString() {
        return "SharedSlots[" + slots() + "]";
    }
}
