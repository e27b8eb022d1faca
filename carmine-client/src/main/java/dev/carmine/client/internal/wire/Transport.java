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

    /**
     * Writes what the operating system accepts now.
     *
     * @return how many bytes it has accepted; 0 if its buffer is full
     */
    int write(ByteBuffer source) throws IOException;

    /** Says whether a wait shall also end when the stream can be written to; it always ends when it can be read. */
    void awaitWritable(boolean wanted);

    /** Closes without waiting and without throwing. */
    @Override
    void close();
}
