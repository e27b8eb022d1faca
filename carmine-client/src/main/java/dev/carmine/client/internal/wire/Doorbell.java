package dev.carmine.client.internal.wire;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where the holder of a link's lead waits: for its socket, for time to pass, or for somebody to ring. Ringing costs a
 * system call only if the holder really sleeps.
 */
final class Doorbell implements AutoCloseable {
    private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    /** The selector counts ready sockets; there is only one, so nobody needs to be told which. */
    private static final Consumer<SelectionKey> NOTE_NOTHING = new Consumer<>() {
        @Override
        public void accept(SelectionKey key) {}
    };

    private final Selector selector;

    /** Set by the holder of the lead before it looks for work a last time; cleared by itself or by who rings. */
    private final AtomicBoolean asleep = new AtomicBoolean();

    Doorbell() throws IOException {
        this(Selector.open());
    }

    /** Sleeps in this selector, and closes it. */
    Doorbell(Selector selector) {
        this.selector = selector;
    }

    /** Where the link's socket is registered. */
    Selector selector() {
        return selector;
    }

    /**
     * Waits until the socket is ready, somebody rings, the thread is interrupted or the time is over; not at all if
     * there is work already. By the holder of the lead.
     *
     * @param nanos the longest wait; rounded up to milliseconds
     * @param workThere looked at after this holder has declared itself asleep, so that no ring is missed
     * @return whether the socket is ready
     */
    boolean await(long nanos, BooleanSupplier workThere) throws IOException {
        if (nanos <= 0) {
            return selector.selectNow(NOTE_NOTHING) > 0;
        }
        asleep.set(true);
        try {
            if (workThere.getAsBoolean()) {
                return selector.selectNow(NOTE_NOTHING) > 0;
            }
            return selector.select(NOTE_NOTHING, (nanos - 1) / NANOS_PER_MILLI + 1) > 0;
        } finally {
            asleep.set(false);
        }
    }

    /** Wakes the holder of the lead if it sleeps; by any thread. */
    void ring() {
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            selector.wakeup();
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            System.getLogger(Doorbell.class.getName()).log(System.Logger.Level.DEBUG, "closing a selector failed", e);
        }
    }
}
