package dev.carmine.it.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Consumer;

/** A listening loopback socket and the thread that accepts from it. */
public final class Listener implements AutoCloseable {
    private static final int ATTEMPTS = 100;
    private static final int BACKLOG = 1_024;

    private final ServerSocket socket;
    private final Thread thread;

    private Listener(ServerSocket socket, String name, Consumer<Socket> handler) {
        this.socket = socket;
        this.thread = new Thread(() -> accept(handler), name + "-" + socket.getLocalPort() + "-accept");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /**
     * Listens on a free port.
     *
     * @param name the beginning of the thread's name
     * @param handler gets each accepted socket, on the accepting thread
     * @return an open listener
     */
    public static Listener onFreePort(String name, Consumer<Socket> handler) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ServerSocket> socket = bind(Ports.free());
            if (socket.isPresent()) {
                return new Listener(socket.get(), name, handler);
            }
        }
        throw new IllegalStateException("every port that was tried is taken");
    }

    /**
     * Listens on a certain port.
     *
     * @param port a port that was listened on before
     * @param name the beginning of the thread's name
     * @param handler gets each accepted socket, on the accepting thread
     * @return an open listener
     */
    public static Listener onPort(int port, String name, Consumer<Socket> handler) {
        return bind(port)
                .map(socket -> new Listener(socket, name, handler))
                .orElseThrow(() -> new IllegalStateException("port " + port + " is taken"));
    }

    /**
     * Where it listens.
     *
     * @return the port
     */
    public int port() {
        return socket.getLocalPort();
    }

    /** Stops listening and ends the thread. The kernel refuses connections from now on. */
    @Override
    public void close() {
        try {
            socket.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while closing the listener on port " + port(), e);
        }
    }

    private void accept(Consumer<Socket> handler) {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                accepted.setTcpNoDelay(true);
                handler.accept(accepted);
            } catch (IOException e) {
                // Either the listener is being closed, which ends the loop, or a client gave up while it was accepted.
            }
        }
    }

    private static Optional<ServerSocket> bind(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return Optional.of(socket);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
