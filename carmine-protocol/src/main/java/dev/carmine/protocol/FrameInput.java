package dev.carmine.protocol;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of one connection: accumulates bytes as they come and finds complete frames in them. A frame is one
 * reply or push message with everything in it. However small the pieces in which a frame arrives, what has been scanned
 * of it is not scanned again.
 *
 * <p>The body of a bulk of 32 KiB or more that does not arrive in one piece goes straight into an array of its own,
 * which {@link RespReader#readBytes()} hands over. Otherwise memory is taken only for bytes that have arrived, never
 * because a length announces them, and is given back after a spike.
 *
 * <p>Confined to one thread at a time.
 */
public final class FrameInput {

    /** Capacity at the beginning, and again after a while of small feeds. */
    static final int MIN_CAPACITY = 16 * 1024;

    /** Larger buffers than this are given back once hardly anything is left in them; no idle connection keeps more. */
    static final int MAX_IDLE_CAPACITY = 256 * 1024;

    /** So many feeds in a row that {@link #MIN_CAPACITY} would have had room for end the use of a larger buffer. */
    static final int QUIET_FEEDS = 64;

    private final FrameScanner scanner;
    private final LargeBodies largeBodies = new LargeBodies();
    private final FrameCursor cursor = new FrameCursor(largeBodies);
    private final RespReader reader = new RespReader(cursor);

    private byte[] buffer = new byte[MIN_CAPACITY];

    /** Where the current frame starts in the buffer. */
    private int start;

    /** Where the bytes in the buffer end. */
    private int end;

    /** Whether the current frame is complete; it then ends at the scanner's position. */
    private boolean complete;

    private int quietFeeds;
    private long consumed;
    private @Nullable LargeBody arriving;
    private @Nullable RespException failure;

    /**
     * An input at the beginning of a stream.
     *
     * @param limits what to refuse
     */
    public FrameInput(RespLimits limits) {
        scanner = new FrameScanner(limits);
    }

    /**
     * Takes bytes that have arrived. Drops the current frame.
     *
     * @param source the bytes; all that remain are taken
     * @throws RespException if the stream has turned out to be malformed, or if more than 2 GiB wait to be read
     */
    public void feed(ByteBuffer source) {
        checkIntact();
        dropFrame();
        if (arriving != null) {
            arriving.fill(source);
        }
        int count = source.remaining();
        makeRoom(count);
        source.get(buffer, end, count);
        end += count;
    }

    /**
     * Drops the current frame and looks for the next one.
     *
     * @return true if a complete frame is at hand, to be read through {@link #frame()}; false if more bytes are needed
     * @throws RespException if the stream is malformed or exceeds a limit; from then on every call throws it again
     */
    public boolean nextFrame() {
        checkIntact();
        dropFrame();
        try {
            complete = scan();
        } catch (RespException e) {
            failure = e;
            throw e;
        }
        if (complete) {
            consumed = scanner.offset(scanner.position());
        } else if (buffer.length > MAX_IDLE_CAPACITY && end - start <= MIN_CAPACITY) {
            moveTo(new byte[MIN_CAPACITY]);
        }
        return complete;
    }

    /**
     * The current frame.
     *
     * @return a cursor at the start of the frame, always the same one; of use until the next call of
     *     {@link #nextFrame()} or {@link #feed}
     * @throws IllegalStateException if there is none, because {@link #nextFrame()} has not just returned true
     */
    public RespReader frame() {
        if (!complete) {
            throw new IllegalStateException("there is no current frame; call this after nextFrame() has returned true");
        }
        cursor.reset(buffer, start, scanner.position());
        return reader;
    }

    /**
     * Whether bytes are waiting that are not part of the current frame. After {@link #nextFrame()} has returned false,
     * these belong to a frame that is not complete.
     *
     * @return true if a frame has begun to arrive
     */
    public boolean isMidFrame() {
        return (complete ? scanner.position() : start) < end;
    }

    /**
     * How much of the stream has been turned into frames.
     *
     * @return the offset in the stream of the end of the current or last frame
     */
    public long bytesConsumed() {
        return consumed;
    }

    /** How many bytes the buffer has room for. */
    int capacity() {
        return buffer.length;
    }

    private void checkIntact() {
        if (failure != null) {
            throw failure;
        }
    }

    private void dropFrame() {
        if (complete) {
            start = scanner.position();
            complete = false;
            largeBodies.clear();
            cursor.clear();
        }
    }

    private boolean scan() {
        while (true) {
            if (arriving != null) {
                if (!arriving.isFull()) {
                    return false;
                }
                scanner.bodyTakenOut(arriving.bytes());
                arriving = null;
            }
            FrameScanner.Outcome outcome = scanner.scan(buffer, end);
            if (outcome != FrameScanner.Outcome.LARGE_BODY) {
                return outcome == FrameScanner.Outcome.COMPLETE;
            }
            takeOutLargeBody();
        }
    }

    /** Moves what is there of a large body, all that is left in the buffer, into an array that feeds go on filling. */
    private void takeOutLargeBody() {
        int position = scanner.position();
        LargeBody body = new LargeBody(scanner.bodyLength());
        ByteBuffer arrived = ByteBuffer.wrap(buffer, position, end - position);
        body.fill(arrived);
        // Of its terminator one byte may be there already.
        int rest = arrived.remaining();
        System.arraycopy(buffer, end - rest, buffer, position, rest);
        end = position + rest;
        largeBodies.add(body, position - start);
        arriving = body;
    }

    private void makeRoom(int count) {
        int waiting = end - start;
        long needed = (long) waiting + count;
        quietFeeds = needed <= MIN_CAPACITY ? quietFeeds + 1 : 0;
        if (quietFeeds >= QUIET_FEEDS && buffer.length > MIN_CAPACITY) {
            moveTo(new byte[MIN_CAPACITY]);
        } else if (waiting == 0) {
            moveTo(buffer);
        }
        if (count <= buffer.length - end) {
            return;
        }
        // Moving no more bytes than have been consumed since the last move keeps the cost per byte constant.
        if (needed <= buffer.length && waiting <= start) {
            moveTo(buffer);
        } else {
            moveTo(new byte[largerCapacity(needed)]);
        }
    }

    private int largerCapacity(long needed) {
        if (needed > RespLimits.MAX_ARRAY_LENGTH) {
            failure = new RespException("more than 2 GiB wait to be read", scanner.offset(end));
            throw failure;
        }
        long doubled = Math.max(needed, 2L * buffer.length);
        return (int) Math.min(doubled, RespLimits.MAX_ARRAY_LENGTH);
    }

    private void moveTo(byte[] target) {
        System.arraycopy(buffer, start, target, 0, end - start);
        buffer = target;
        scanner.relocate(start);
        end -= start;
        start = 0;
    }
}
