package dev.carmine.benchmarks.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Forwards connections to a server and holds every piece of data for a fixed time in each direction. It has two
 * threads however many connections there are, because on a small machine it shares the processors with the client
 * under test: one takes in what has arrived, the other passes it on when its time has come. The delay is the same for
 * all, so the pieces become due in the order in which they arrived and a plain queue will do.
 *
 * <p>Waiting on Linux is late by some 60 microseconds, so a round trip takes about a tenth of a millisecond longer than
 * twice the delay. That is the same for every client.
 */
public final class DelayProxy {
    private static final int PIECE = 64 * 1024;

    private final InetSocketAddress server;
    private final long delayNanos;
    private final ServerSocketChannel listener;
    private final Selector selector;
    private final BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>();

    /** Data on its way; none of it means the end of the stream. */
    private record Piece(ByteBuffer data, SocketChannel target, long due) {}

    private DelayProxy(InetSocketAddress server, long delayNanos) throws IOException {
        this.server = server;
        this.delayNanos = delayNanos;
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * Starts the threads of a proxy, which run until the process ends.
     *
     * @param server where the server listens
     * @param delayNanos how long data is held in each direction
     */
    public static DelayProxy start(InetSocketAddress server, long delayNanos) throws IOException {
        DelayProxy proxy = new DelayProxy(server, delayNanos);
        startDaemon("taking in", proxy::takeIn);
        startDaemon("passing on", proxy::passOn);
        return proxy;
    }

    /** The port that the proxy listens on. */
    public int port() {
        return listener.socket().getLocalPort();
    }

    private interface Loop {
        void run() throws IOException, InterruptedException;
    }

    private static void startDaemon(String name, Loop loop) {
        Thread thread = new Thread(
                () -> {
                    try {
                        loop.run();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException("The proxy stops " + name + ".", e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void takeIn() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE);
        while (true) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.channel().equals(listener)) {
                    accept();
                } else {
                    read(key, buffer);
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private void accept() throws IOException {
        SocketChannel client = listener.accept();
        if (client == null) {
            return; // gone again
        }
        SocketChannel upstream = SocketChannel.open(server);
        register(client, upstream);
        register(upstream, client);
    }

    private void register(SocketChannel source, SocketChannel target) throws IOException {
        source.setOption(StandardSocketOptions.TCP_NODELAY, true);
        source.configureBlocking(false);
        source.register(selector, SelectionKey.OP_READ, target);
    }

    private void read(SelectionKey key, ByteBuffer buffer) throws IOException {
        SocketChannel source = (SocketChannel) key.channel();
        buffer.clear();
        if (!fill(buffer, source)) {
            source.close();
        }
        ByteBuffer data =
                ByteBuffer.allocate(buffer.flip().remaining()).put(buffer).flip();
        underWay.add(new Piece(data, (SocketChannel) key.attachment(), System.nanoTime() + delayNanos));
    }

    /** Whether the stream goes on. */
    private static boolean fill(ByteBuffer buffer, SocketChannel source) {
        try {
            return source.read(buffer) >= 0;
        } catch (IOException e) {
            return false; // a reset ends the stream, too, and so does the other thread's closing of it
        }
    }

    private void passOn() throws InterruptedException {
        while (true) {
            Piece piece = underWay.take();
            for (long early = piece.due - System.nanoTime(); early > 0; early = piece.due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            try {
                write(piece);
            } catch (IOException e) {
                // The target is gone. Its own stream has ended as well, and that closes the source.
            }
        }
    }

    private static void write(Piece piece) throws IOException {
        if (!piece.data.hasRemaining()) {
            piece.target.close();
            return;
        }
        while (piece.data.hasRemaining()) {
            if (piece.target.write(piece.data) == 0) {
                Thread.onSpinWait(); // rare: more than a socket buffer is on its way to one connection
            }
        }
    }
}
