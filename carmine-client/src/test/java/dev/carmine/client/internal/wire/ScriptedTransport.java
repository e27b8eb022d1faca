package dev.carmine.client.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** A connection in memory: takes as much as the test allows, and hands out what the test lets arrive. */
final class ScriptedTransport implements Transport {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    /** What one read each gives. */
    private final Deque<ByteBuffer> arriving = new ArrayDeque<>();

    /** What arrives when something has been written. */
    private final Deque<ByteBuffer> answers = new ArrayDeque<>();

    private long credit = Long.MAX_VALUE;
    private int longestWrite = Integer.MAX_VALUE;
    private long received;
    private boolean ended;
    private boolean broken;
    private boolean writableAwaited;
    private boolean closed;

    /** Takes so many bytes from now on, and then none. */
    ScriptedTransport accepts(long bytes) {
        credit = bytes;
        return this;
    }

    /** Takes any number of bytes again. */
    ScriptedTransport acceptsEverything() {
        return accepts(Long.MAX_VALUE);
    }

    /** Takes at most so many bytes at a time. */
    ScriptedTransport acceptsAtATime(int bytes) {
        longestWrite = bytes;
        return this;
    }

    /** Lets something arrive that one read gives. */
    ScriptedTransport arrives(String text) {
        return arrives(Words.bytes(text));
    }

    ScriptedTransport arrives(byte[] bytes) {
        arriving.add(ByteBuffer.wrap(bytes));
        return this;
    }

    /** Lets something arrive that one read gives, but not before the next write. */
    ScriptedTransport answers(String text) {
        answers.add(ByteBuffer.wrap(Words.bytes(text)));
        return this;
    }

    /** Ends the stream after what arrives. */
    ScriptedTransport ends() {
        ended = true;
        return this;
    }

    /** Lets every write from now on fail; what arrives can still be read. */
    ScriptedTransport breaks() {
        broken = true;
        return this;
    }

    /** Everything that was accepted. */
    String sent() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    /** How many reads will give something. */
    int chunksLeft() {
        return arriving.size();
    }

    boolean isWritableAwaited() {
        return writableAwaited;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public int read(ByteBuffer target) {
        ByteBuffer chunk = arriving.peek();
        if (chunk == null) {
            return ended ? -1 : 0;
        }
        int count = Math.min(chunk.remaining(), target.remaining());
        received += count;
        target.put(target.position(), chunk, chunk.position(), count);
        target.position(target.position() + count);
        chunk.position(chunk.position() + count);
        if (!chunk.hasRemaining()) {
            arriving.remove();
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (broken) {
            throw new IOException("Broken pipe");
        }
        int count = (int) Math.min(Math.min(credit, longestWrite), source.remaining());
        credit -= count;
        for (int i = 0; i < count; i++) {
            sent.write(source.get());
        }
        arriving.addAll(answers);
        answers.clear();
        return count;
    }

    @Override
    public boolean hasInput() {
        return false;
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public long bytesReceived() {
        return received;
    }

    @Override
    public void awaitWritable(boolean wanted) {
        writableAwaited = wanted;
    }

    @Override
    public void close() {
        closed = true;
    }
}
