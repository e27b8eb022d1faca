package dev.carmine.client.internal.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A connected stream of bytes that never blocks. Confined to the holder of the link's lead. It is non-blocking because
 * only then can a write be bounded by a deadline, does it say how much has left, and does it survive an interrupt of
 * the thread that uses it.
 */
interface Transport extends AutoCloseable {
    /**
     * Reads what has arrived.
     *
     * @return how many bytes; 0 if nothing has arrived, -1 at the end of the stream
     */
    int read(ByteBuffer target) throws IOException;

    /** Whether {@link #read} has more to give although the socket may have nothing more to read. */
    boolean hasInput();

    /**
     * Writes what the operating system accepts now. It may take more bytes from the source than have left, and tell of
     * them later.
     *
     * @return how many bytes the operating system has accepted since the last call; 0 if its buffer is full, or if there
     *     was nothing to write
     * @throws IOException if the connection has ended; everything accepted before was told before
     */
    int write(ByteBuffer source) throws IOException;

    /** Whether {@link #write} has something to do even without a source. */
    boolean hasOutput();

    /** How many bytes the socket has given so far, whether {@link #read} could make something of them or not. */
    long bytesReceived();

    /** Says whether a wait shall also end when the stream can be written to; it always ends when it can be read. */
    void awaitWritable(boolean wanted);

    /** Closes without waiting and without throwing. */
    @Override
    void close();
}
