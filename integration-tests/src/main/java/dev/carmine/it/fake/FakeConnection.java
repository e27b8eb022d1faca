package dev.carmine.it.fake;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;

/** One client's connection to a {@link FakeServer}. All methods may be called by any thread. */
public final class FakeConnection {
    private final int number;
    private final Socket socket;
    private final ReentrantLock writing = new ReentrantLock();

    FakeConnection(int number, Socket socket) {
        this.number = number;
        this.socket = socket;
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
            socket.getOutputStream().write(bytes);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Closes the connection. If the client has sent something that was not read, the kernel resets it instead.
     *
     * @throws IOException never, unless the machine is out of order
     */
    public void close() throws IOException {
        socket.close();
    }

    /**
     * Resets the connection.
     *
     * @throws IOException if it was closed before
     */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    Socket socket() {
        return socket;
    }
}
