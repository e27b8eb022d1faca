package dev.carmine.client.internal.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Who may touch a link's wire: write, read, and change what is confined to that. Exactly one holder at a time; a change
 * of holder publishes everything the last one has written.
 *
 * <p>A caller gets the lead only when nobody has it, and keeps it only while its call is alone; every other way out of
 * it leads to the link's own thread, never to another caller, who might be about to leave.
 */
final class Lead {
    enum Holder {
        /** Nobody: the wire is connected and idle, and callers have used it a moment ago. */
        NONE,
        /** A caller whose call is alone. */
        CALLER,
        /** The link's thread. */
        WIRE,
        /** Nobody ever again: the link has ended. */
        CLOSED
    }

    private static final VarHandle HOLDER;

    static {
        try {
            HOLDER = MethodHandles.lookup().findVarHandle(Lead.class, "holder", Holder.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The link's thread holds the lead first, to connect; moved by compare-and-set only. */
    private volatile Holder holder = Holder.WIRE;

    Holder holder() {
        return holder;
    }

    /** NONE → CALLER, by a caller. */
    boolean tryLeadAlone() {
        return holder == Holder.NONE && HOLDER.compareAndSet(this, Holder.NONE, Holder.CALLER);
    }

    /** CALLER → NONE, by the caller that leads; it must then look for calls that were submitted meanwhile. */
    void releaseAlone() {
        move(Holder.CALLER, Holder.NONE);
    }

    /** CALLER → WIRE, by the caller that leads; it must then wake the link's thread. */
    void handOver() {
        move(Holder.CALLER, Holder.WIRE);
    }

    /** NONE → WIRE, by anybody; who succeeds must wake the link's thread unless it is that thread. */
    boolean tryGiveToWire() {
        return holder == Holder.NONE && HOLDER.compareAndSet(this, Holder.NONE, Holder.WIRE);
    }

    /** WIRE → NONE, by the link's thread; it must then look for calls that were submitted meanwhile. */
    void releaseToCallers() {
        move(Holder.WIRE, Holder.NONE);
    }

    /** WIRE → CLOSED, by the link's thread at its end. */
    void close() {
        move(Holder.WIRE, Holder.CLOSED);
    }

    private void move(Holder from, Holder to) {
        if (!HOLDER.compareAndSet(this, from, to)) {
            throw new IllegalStateException("lead: expected " + from + ", found " + holder);
        }
    }
}
