package dev.carmine.it.fault;

import dev.carmine.it.wire.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * One connection through a {@link FaultProxy}. Counts of bytes begin when the method is called, so that a test need not
 * know how long a handshake was; to count from the first byte, call it in {@link FaultProxy#onConnection}.
 */
public final class ProxiedConnection extends LinkControls {
    private static final int THREADS = 4;

    private final FaultProxy proxy;
    private final int number;
    private final Connection client;
    private final Connection server;
    private final Pipe toServer;
    private final Pipe toClient;
    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicInteger running = new AtomicInteger(THREADS);
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final List<Thread> threads = new ArrayList<>();

    ProxiedConnection(FaultProxy proxy, int number, Connection client, Connection server, Map<Direction, Link> links) {
        this.proxy = proxy;
        this.number = number;
        this.client = client;
        this.server = server;
        this.toServer = pipe(Direction.TO_SERVER, client, server, links);
        this.toClient = pipe(Direction.TO_CLIENT, server, client, links);
    }

    private Pipe pipe(Direction direction, Connection source, Connection destination, Map<Direction, Link> links) {
        Link link = links.getOrDefault(direction, Link.PERFECT);
        return new Pipe(this, source, destination, link, proxy.received(direction));
    }

    void start() {
        start("to-server-reader", () -> {
            toServer.read();
            noteClosed();
        });
        start("to-server-writer", toServer::write);
        start("to-client-reader", toClient::read);
        start("to-client-writer", toClient::write);
    }

    /**
     * The connection's number.
     *
     * @return 1 for the first connection of the proxy
     */
    public int number() {
        return number;
    }

    /**
     * Whether the client still has the connection open.
     *
     * @return false once it has closed it, or the connection has been cut
     */
    public boolean isOpen() {
        return open.get();
    }

    /**
     * Cuts the connection now; what is on its way is lost.
     *
     * @param how in order or by a reset
     */
    public void cut(Cut how) {
        cut.set(true);
        toServer.close();
        toClient.close();
        end(client, how);
        end(server, how);
        noteClosed();
    }

    /**
     * Cuts the connection when some more bytes have passed in one direction, exactly after the last of them.
     *
     * @param direction which way
     * @param bytes how many more; 0 cuts as soon as what is on its way has passed
     * @param how in order or by a reset
     */
    public void cutAfter(Direction direction, long bytes, Cut how) {
        pipe(direction).cutAfter(bytes, how);
    }

    /**
     * Cuts the connection when the server next sends something, and does not pass that on: the server has done its
     * work, and the client cannot know.
     *
     * @param how in order or by a reset
     */
    public void dropReply(Cut how) {
        toClient.cutAtNextByte(how);
    }

    /**
     * Replaces bytes on their way by others of the same number.
     *
     * @param direction which way
     * @param afterBytes how many more bytes pass unchanged before
     * @param replacement what arrives instead
     */
    public void overwrite(Direction direction, long afterBytes, byte[] replacement) {
        pipe(direction).overwrite(afterBytes, replacement);
    }

    /**
     * Adds bytes that nobody sent, after those that have arrived so far.
     *
     * @param direction which way
     * @param bytes what the receiver gets
     */
    public void inject(Direction direction, byte[] bytes) {
        pipe(direction).inject(bytes);
    }

    @Override
    void change(Direction direction, UnaryOperator<Link> change) {
        pipe(direction).change(change);
    }

    /** A side cannot be written to any more. */
    void fail() {
        // A cut makes writing fail, too; it must not turn an end in order into a reset.
        if (!cut.get()) {
            cut(Cut.RST);
        }
    }

    /** Ends both sides and all four threads. */
    void close() throws InterruptedException {
        cut(Cut.RST);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private Pipe pipe(Direction direction) {
        return direction == Direction.TO_SERVER ? toServer : toClient;
    }

    private void noteClosed() {
        if (open.compareAndSet(true, false)) {
            proxy.noteClosed();
        }
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    work.run();
                    if (running.decrementAndGet() == 0) {
                        close(client);
                        close(server);
                    }
                },
                proxy.threadName(number + "-" + name));
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    static void end(Connection side, Cut how) {
        try {
            if (how == Cut.FIN) {
                side.endOutput();
            } else {
                side.reset();
            }
        } catch (IOException e) {
            // Its peer was faster; it has ended, which is all that was wanted.
        }
    }

    /** Unlike a reset, this lets the kernel deliver what has been written. */
    private static void close(Connection side) {
        try {
            side.close();
        } catch (IOException e) {
            // Closing is the last thing that happens to it.
        }
    }
}
