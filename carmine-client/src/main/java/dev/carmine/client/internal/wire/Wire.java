package dev.carmine.client.internal.wire;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.ServerVersion;
import dev.carmine.protocol.FrameInput;
import dev.carmine.protocol.RespException;
import dev.carmine.protocol.RespLimits;
import dev.carmine.protocol.RespReader;
import dev.carmine.protocol.RespType;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One socket and what is under way on it: the bytes on their way out, the calls that await replies, and the bytes of a
 * reply that has not come whole. Confined to the holder of the link's lead.
 *
 * <p>A call enters {@link #awaiting} in the same step in which its first byte enters the output buffer, and leaves it
 * with its last reply, whether its owner still waits or not. So the n-th reply always belongs to the n-th command,
 * which is all that RESP offers to tell them apart.
 */
final class Wire implements AutoCloseable {
    /** The size of the two buffers between the heap and the operating system. */
    static final int BUFFER_SIZE = 64 * 1024;

    /** How many full buffers are read before something else gets its turn. */
    private static final int BUFFERS_A_READ = 16;

    private final Transport transport;
    private final Consumer<RespReader> pushes;
    private final ByteBuffer out;
    private final ByteBuffer in;
    private final FrameInput input;

    /** Calls of which at least one byte was put out and at least one reply is missing, oldest first. */
    private final ArrayDeque<Call> awaiting = new ArrayDeque<>();

    /** The call whose bytes are only partly in the output buffer; the last one of {@link #awaiting}. */
    private @Nullable Call sending;

    /** How many bytes the calls so far have in the stream, up to the end of {@link #sending}. */
    private long position;

    /** How many bytes of the stream the operating system has accepted. */
    private long accepted;

    /** Which server is at the other end; null until that is known. */
    private @Nullable ServerVersion server;

    /** Whether everything that comes is for {@link #pushes}, because nothing is asked any more that has a reply. */
    private boolean listening;

    /** How many bytes had come when the wire last looked. */
    private long received;

    /** When the wire last made progress: bytes came, or a call began to await when none did. */
    private long progress = System.nanoTime();

    /**
     * Begins a conversation on a connected transport.
     *
     * @param out an empty direct buffer of {@link #BUFFER_SIZE}, for this wire alone while it is open
     * @param in another one
     */
    Wire(Transport transport, ByteBuffer out, ByteBuffer in, RespLimits limits, Consumer<RespReader> pushes) {
        this.transport = transport;
        this.out = out;
        this.in = in;
        this.input = new FrameInput(limits);
        this.pushes = pushes;
    }

    /** Says which server is at the other end, so that what it refuses can be explained; null if that is not known. */
    void leadsTo(@Nullable ServerVersion server) {
        this.server = server;
    }

    /**
     * Sends what the operating system accepts: takes pending calls from the queue as there is space in the buffer.
     *
     * @param now the time of {@link System#nanoTime()}
     * @return whether everything has left
     * @throws IOException if the connection has ended; the replies that had come before were taken
     */
    boolean write(Deque<Call> queue, CallSink ended, long now) throws IOException {
        try {
            return send(queue, ended, now);
        } catch (IOException e) {
            readLastWords(ended, e);
            throw e;
        }
    }

    /** What the server has answered before it hung up is there to be read, and true. */
    private void readLastWords(CallSink ended, IOException failure) {
        try {
            while (read(ended) > 0) {
                // There may be more.
            }
        } catch (IOException | CarmineProtocolException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean send(Deque<Call> queue, CallSink ended, long now) throws IOException {
        for (; ; ) {
            fill(queue, ended, now);
            out.flip();
            try {
                while (out.hasRemaining() || transport.hasOutput()) {
                    int count = transport.write(out);
                    accepted += count;
                    if (count == 0 && (out.hasRemaining() || transport.hasOutput())) {
                        transport.awaitWritable(true);
                        return false;
                    }
                }
            } finally {
                out.compact();
            }
            if (sending == null && queue.isEmpty()) {
                transport.awaitWritable(false);
                return true;
            }
        }
    }

    private void fill(Deque<Call> queue, CallSink ended, long now) {
        while (out.hasRemaining()) {
            if (sending == null) {
                sending = nextToSend(queue, ended, now);
                if (sending == null) {
                    return;
                }
            }
            if (sending.copyTo(out)) {
                sending = null;
            }
        }
    }

    private @Nullable Call nextToSend(Deque<Call> queue, CallSink ended, long now) {
        for (Call call = queue.poll(); call != null; call = queue.poll()) {
            if (!call.claim()) {
                ended.accept(call); // its owner left before a byte of it did
                continue;
            }
            if (awaiting.isEmpty()) {
                progress = now;
            }
            call.patience = call.deadline - now;
            position += call.bytesToSend();
            call.end = position;
            awaiting.add(call);
            return call;
        }
        return null;
    }

    /**
     * Reads what has arrived and hands the calls that have their last reply to the sink.
     *
     * @return how many calls those were
     * @throws IOException if the connection has ended
     * @throws CarmineProtocolException if what has arrived is not RESP
     */
    int read(CallSink ended) throws IOException {
        int calls = 0;
        for (int buffers = 0; buffers < BUFFERS_A_READ; buffers++) {
            in.clear();
            int count = transport.read(in);
            if (count < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (transport.bytesReceived() != received) {
                received = transport.bytesReceived();
                progress = System.nanoTime();
            }
            if (count == 0) {
                return calls;
            }
            input.feed(in.flip());
            calls += takeReplies(ended);
            if (count < BUFFER_SIZE && !transport.hasInput()) {
                return calls;
            }
        }
        return calls;
    }

    private int takeReplies(CallSink ended) {
        int calls = 0;
        while (nextFrame()) {
            RespReader frame = input.frame();
            RespType type = frame.type();
            if (listening || type == RespType.PUSH) {
                pushes.accept(frame);
                continue;
            }
            Call call = awaiting.peek();
            if (call == null || !call.isAwaitingReply(accepted)) {
                throw new CarmineProtocolException(
                        "a reply came to a command that was not sent", input.bytesConsumed(), null);
            }
            boolean last = call.take(frame);
            if (server != null && (type == RespType.SIMPLE_ERROR || type == RespType.BULK_ERROR)) {
                call.refusedBy(server);
            }
            if (last) {
                awaiting.remove();
                calls++;
                ended.accept(call);
            }
        }
        return calls;
    }

    /** From now on hands over everything that comes, whatever it is; what is sent then awaits no reply of a call. */
    void listen() {
        listening = true;
    }

    /**
     * Sends bytes while listening, as far as the operating system accepts them.
     *
     * @return whether all of them have left
     */
    boolean send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() || transport.hasOutput()) {
            if (transport.write(bytes) == 0 && (bytes.hasRemaining() || transport.hasOutput())) {
                transport.awaitWritable(true);
                return false;
            }
        }
        transport.awaitWritable(false);
        return true;
    }

    private boolean nextFrame() {
        try {
            return input.nextFrame();
        } catch (RespException e) {
            throw new CarmineProtocolException(String.valueOf(e.getMessage()), e.offset(), e);
        }
    }

    /** Whether there is more to read although the socket may not be ready. */
    boolean hasInput() {
        return transport.hasInput();
    }

    /** Whether nothing is under way in either direction. */
    boolean isIdle() {
        return awaiting.isEmpty() && out.position() == 0 && !input.isMidFrame();
    }

    /** How many calls await replies. */
    int awaitingCalls() {
        return awaiting.size();
    }

    /** The call whose reply comes next, or null. */
    @Nullable Call oldest() {
        return awaiting.peek();
    }

    /** The calls that await replies, oldest first; to be looked at, not changed. */
    Iterable<Call> awaiting() {
        return awaiting;
    }

    /** When the wire last made progress, in the time of {@link System#nanoTime()}. */
    long lastProgress() {
        return progress;
    }

    /**
     * How long the wire may still be silent though it owes something: in all as long as the most patient call in flight
     * was ready to wait.
     *
     * @param least the shortest silence that counts, in nanoseconds
     * @return the nanoseconds until the silence may be too long; none or fewer if it is; {@link Long#MAX_VALUE} if
     *     nothing is owed
     */
    long untilTooSilent(long now, long least) {
        if (awaiting.isEmpty() && !input.isMidFrame()) {
            return Long.MAX_VALUE;
        }
        long silence = now - progress;
        long patience = least;
        if (silence >= least) {
            for (Call call : awaiting) {
                patience = Math.max(patience, call.patience);
            }
        }
        return patience - silence;
    }

    /** How many bytes of the stream the operating system has accepted. */
    long accepted() {
        return accepted;
    }

    /** Takes the calls that will get no reply any more; only after {@link #close}. */
    Iterable<Call> takeUnanswered() {
        ArrayDeque<Call> unanswered = awaiting.clone();
        awaiting.clear();
        return unanswered;
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Receives calls that have left the wire for good or for another try. */
    interface CallSink {
        void accept(Call call);
    }
}
