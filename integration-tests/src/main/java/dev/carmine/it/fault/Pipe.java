package dev.carmine.it.fault;

import dev.carmine.it.fault.Link.Flow;
import dev.carmine.it.wire.Connection;
import dev.carmine.it.wire.Tally;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One direction of one connection. A reading thread stamps what arrives with the time and queues it; a writing thread
 * passes it on when its delay is over. Everything that happens in the middle of the stream, the end included, goes
 * through the queue and so keeps its place.
 */
final class Pipe {
    private static final int BUFFER_SIZE = 64 * 1024;
    private static final int QUEUE_LIMIT = 4 * 1024 * 1024;
    private static final int SLICES_PER_SECOND = 100;
    private static final long NEVER = Long.MAX_VALUE;

    /** What is on its way: bytes, or an end. */
    private sealed interface Item {
        long arrival();
    }

    private record Data(long arrival, ByteBuffer bytes) implements Item {}

    /** The end of the stream: the sender's own if {@code cut} is null. */
    private record End(long arrival, @Nullable Cut cut) implements Item {}

    private final ProxiedConnection connection;
    private final Connection source;
    private final Connection destination;
    private final Tally received;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition due = lock.newCondition();
    private final Condition room = lock.newCondition();

    // Guarded by the lock, down to the constructor.
    private final Queue<Item> queue = new ArrayDeque<>();
    private int queuedBytes;
    private Link link;
    private long arrived;
    private long cutAt = NEVER;
    private Cut cutHow = Cut.FIN;
    private boolean cutAtNextByte;
    private long overwriteAt = NEVER;
    private byte[] overwriteWith = {};
    private boolean ended;
    private boolean closed;

    Pipe(ProxiedConnection connection, Connection source, Connection destination, Link link, Tally received) {
        this.connection = connection;
        this.source = source;
        this.destination = destination;
        this.link = link;
        this.received = received;
    }

    void change(UnaryOperator<Link> change) {
        locked(() -> {
            link = change.apply(link);
            if (link.flow() == Flow.SWALLOW) {
                clear();
            }
        });
    }

    void cutAfter(long bytes, Cut how) {
        locked(() -> {
            cutAt = arrived + bytes;
            cutHow = how;
            if (bytes == 0) {
                enqueueEnd(how);
            }
        });
    }

    void cutAtNextByte(Cut how) {
        locked(() -> {
            cutAtNextByte = true;
            cutHow = how;
        });
    }

    void overwrite(long afterBytes, byte[] replacement) {
        locked(() -> {
            overwriteAt = arrived + afterBytes;
            overwriteWith = replacement.clone();
        });
    }

    void inject(byte[] bytes) {
        locked(() -> enqueue(ByteBuffer.wrap(bytes.clone())));
    }

    /** Drops what is on its way and lets nothing more through. */
    void close() {
        locked(() -> {
            closed = true;
            clear();
        });
    }

    /** The reading thread. It reads on when the pipe is closed, so that a sender is never reset by unread bytes. */
    void read() {
        byte[] buffer = new byte[BUFFER_SIZE];
        try {
            int count;
            while ((count = source.in().read(buffer)) >= 0) {
                accept(Arrays.copyOf(buffer, count));
            }
            locked(() -> enqueueEnd(null));
        } catch (IOException e) {
            locked(() -> enqueueEnd(Cut.RST));
        }
    }

    /** The writing thread. */
    void write() {
        TimerSlack.minimise();
        try {
            OutputStream out = new BufferedOutputStream(destination.out(), BUFFER_SIZE);
            Item item;
            while ((item = next(out)) != null) {
                if (item instanceof Data data) {
                    write(data.bytes(), out);
                } else if (item instanceof End end) {
                    out.flush();
                    finish(end);
                    return;
                }
            }
        } catch (IOException e) {
            connection.fail();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }

    private void finish(End end) throws IOException {
        if (end.cut() == null) {
            destination.endOutput();
        } else {
            connection.cut(end.cut());
        }
    }

    /** Takes what has arrived, up to the byte where the connection is to be cut. */
    private void accept(byte[] bytes) {
        lock.lock();
        try {
            while (queuedBytes >= QUEUE_LIMIT && !closed) {
                room.awaitUninterruptibly();
            }
            long from = arrived;
            arrived += bytes.length;
            long passing = cutAtNextByte ? 0 : Math.max(0, Math.min(bytes.length, cutAt - from));
            applyOverwrite(bytes, from);
            enqueue(ByteBuffer.wrap(bytes, 0, (int) passing));
            if (cutAtNextByte || cutAt <= arrived) {
                enqueueEnd(cutHow);
            }
            // Counted neither before nor after they take effect: a test may wait for the one to do the other.
            received.add(bytes.length);
        } finally {
            lock.unlock();
        }
    }

    private void applyOverwrite(byte[] bytes, long from) {
        long start = Math.max(from, overwriteAt);
        long end = Math.min(from + bytes.length, overwriteAt + overwriteWith.length);
        for (long at = start; at < end; at++) {
            bytes[(int) (at - from)] = overwriteWith[(int) (at - overwriteAt)];
        }
    }

    private void enqueue(ByteBuffer bytes) {
        if (!refuses()) {
            queue.add(new Data(System.nanoTime(), bytes));
            queuedBytes += bytes.remaining();
            due.signal();
        }
    }

    private void enqueueEnd(@Nullable Cut how) {
        if (!refuses()) {
            ended = true;
            queue.add(new End(System.nanoTime(), how));
            due.signal();
        }
    }

    private boolean refuses() {
        return ended || closed || link.flow() == Flow.SWALLOW;
    }

    private void clear() {
        queue.clear();
        queuedBytes = 0;
    }

    /** Waits for the next item to be due, and writes out what is buffered before it does. Null once it is closed. */
    private @Nullable Item next(OutputStream out) throws IOException, InterruptedException {
        Item item = poll(false);
        if (item == null) {
            out.flush();
            item = poll(true);
        }
        return item;
    }

    private @Nullable Item poll(boolean waiting) throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Item head = queue.peek();
                boolean held = head == null || link.flow() == Flow.STALL;
                long wait = held ? NEVER : head.arrival() + link.delayNanos() - System.nanoTime();
                if (wait <= 0) {
                    return take();
                }
                if (!waiting) {
                    return null;
                }
                due.awaitNanos(wait);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private Item take() {
        Item item = queue.remove();
        if (item instanceof Data data) {
            queuedBytes -= data.bytes().remaining();
            room.signal();
        }
        return item;
    }

    @SuppressWarnings("ByteBufferBackingArray") // they are all made by wrap
    private void write(ByteBuffer bytes, OutputStream out) throws IOException, InterruptedException {
        while (bytes.hasRemaining()) {
            long rate = rate();
            int slice = (int) Math.min(bytes.remaining(), Math.max(1, rate / SLICES_PER_SECOND));
            out.write(bytes.array(), bytes.position(), slice);
            bytes.position(bytes.position() + slice);
            if (rate != Link.UNLIMITED) {
                out.flush();
                pause(slice * 1_000_000_000L / rate);
            }
        }
    }

    private long rate() {
        lock.lock();
        try {
            return link.bytesPerSecond();
        } finally {
            lock.unlock();
        }
    }

    private void pause(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !closed) {
                left = due.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
            due.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
