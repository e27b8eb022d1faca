package dev.carmine.client.internal.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Where callers leave their calls for the holder of the lead: a lock-free stack that is pushed on one by one and taken
 * whole, so that a batch forms by itself while the holder is busy. It allocates nothing, the calls being its links.
 * Order among the calls of one thread is kept; the queue's bound is the {@link Room} that a call must have first.
 */
final class SubmissionQueue {
    private static final VarHandle TOP;

    static {
        try {
            TOP = MethodHandles.lookup().findVarHandle(SubmissionQueue.class, "top", Call.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The call pushed last; moved by compare-and-set and get-and-set only. */
    private volatile @Nullable Call top;

    /** Adds a call; by any thread. */
    void push(Call call) {
        Call below;
        do {
            below = top;
            call.next = below;
        } while (!TOP.compareAndSet(this, below, call));
    }

    boolean isEmpty() {
        return top == null;
    }

    /**
     * Takes everything; by the holder of the lead.
     *
     * @return the oldest call, whose {@link Call#next} leads to the younger ones, or null if there is none
     */
    @Nullable Call takeAll() {
        if (top == null) {
            return null;
        }
        Call youngestFirst = (Call) TOP.getAndSet(this, null);
        Call oldestFirst = null;
        while (youngestFirst != null) {
            Call below = youngestFirst.next;
            youngestFirst.next = oldestFirst;
            oldestFirst = youngestFirst;
            youngestFirst = below;
        }
        return oldestFirst;
    }
}
