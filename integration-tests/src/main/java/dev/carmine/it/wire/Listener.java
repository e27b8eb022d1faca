package dev.carmine.it.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;

/** A listening socket, a loopback port or a unix socket, and the thread that accepts from it. */
public final class Listener implements AutoCloseable {
    private static final int ATTEMPTS = 100;
    private static final int BACKLOG = 1_024;

    private final Address address;
    private final ServerSocketChannel channel;
    private final Thread thread;

    private Listener(Address address, ServerSocketChannel channel, String name, Consumer<Connection> handler) {
        this.address = address;
        this.channel = channel;
        this.thread = new Thread(() -> accept(handler), name + "-" + address + "-accept");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /**
     * Listens where nothing does.
     *
     * @param transport how to talk to what listens
     * @param name the beginning of the thread's name
     * @param handler gets each accepted connection, on the accepting thread; TLS is before its handshake
     * @return an open listener
     */
    public static Listener open(Transport transport, String name, Consumer<Connection> handler) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Address address = Address.unused(transport);
            Optional<ServerSocketChannel> channel = bind(address);
            if (channel.isPresent()) {
                return new Listener(address, channel.get(), name, handler);
            }
        }
        throw new IllegalStateException("every port that was tried is taken");
    }

    /**
     * Listens at a certain address.
     *
     * @param address one that was listened at before
     * @param name the beginning of the thread's name
     * @param handler gets each accepted connection, on the accepting thread; TLS is before its handshake
     * @return an open listener
     */
    public static Listener at(Address address, String name, Consumer<Connection> handler) {
        return bind(address)
                .map(channel -> new Listener(address, channel, name, handler))
                .orElseThrow(() -> new IllegalStateException(address + " is taken"));
    }

    /**
     * Where it listens.
     *
     * @return the address
     */
    public Address address() {
        return address;
    }

    /** Stops listening and ends the thread. The kernel refuses connections from now on. */
    @Override
    public void close() {
        try {
            channel.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while closing the listener at " + address, e);
        }
    }

    private void accept(Consumer<Connection> handler) {
        while (channel.isOpen()) {
            try {
                Connection accepted = Connection.over(channel.accept());
                handler.accept(address.transport() == Transport.TLS ? accepted.secured() : accepted);
            } catch (IOException e) {
                // Either the listener is being closed, which ends the loop, or a client gave up while it was accepted.
            }
        }
    }

    private static Optional<ServerSocketChannel> bind(Address address) {
        try {
            return Optional.of(listen(address));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ServerSocketChannel listen(Address address) throws IOException {
        ServerSocketChannel channel;
        if (address.socket() instanceof UnixDomainSocketAddress unix) {
            // The file stays when its socket is closed; without a listener connections to it are refused.
            Files.deleteIfExists(unix.getPath());
            channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        } else {
            channel = ServerSocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        }
        try {
            return channel.bind(address.socket(), BACKLOG);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
