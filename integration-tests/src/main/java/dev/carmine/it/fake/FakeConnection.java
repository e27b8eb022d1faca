package dev.carmine.it.fake;

import dev.carmine.it.wire.Connection;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;

/** One client's connection to a {@link FakeServer}. All methods may be called by any thread. */
public final class FakeConnection implements Closeable {
    private final int number;
    private final Connection connection;
    private final ReentrantLock writing = new ReentrantLock();

    FakeConnection(int number, Connection connection) {
        this.number = number;
        this.connection = connection;
    }

    /**
     * The connection's number.
     *
     * @return 1 for the first connection of the server
     */
    public int number() {
        return number;
    }

    /**
     * Sends bytes, asked or unasked.
     *
     * @param bytes a reply, a push, part of one, or garbage
     * @throws IOException if the client has gone
     */
    public void send(byte[] bytes) throws IOException {
        writing.lock();
        try {
            connection.out().write(bytes);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Closes the connection, with TLS after saying so. If the client has sent something that was not read, the kernel
     * resets it instead.
     *
     * @throws IOException never, unless the machine is out of order
     */
    @Override
    public void close() throws IOException {
        connection.close();
    }

    /**
     * Resets the connection; a unix socket, which knows no resets, is closed.
     *
     * @throws IOException if it was closed before
     */
    public void reset() throws IOException {
        connection.reset();
    }

    InputStream in() {
        return connection.in();
    }
}
