package dev.carmine.client.internal.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** A socket: a non-blocking channel registered with the link's selector. */
final class ChannelTransport implements Transport {
    private static final System.Logger LOG = System.getLogger(ChannelTransport.class.getName());

    /** Seconds of silence before TCP asks whether the peer lives, between its questions, and how many it asks. */
    private static final int KEEP_ALIVE_IDLE = 60;

    private static final int KEEP_ALIVE_INTERVAL = 10;
    private static final int KEEP_ALIVE_COUNT = 3;

    private final SocketChannel channel;
    private final SelectionKey key;
    private long received;

    private ChannelTransport(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** Begins to connect; {@link #finishConnect} tells when it is done. */
    static ChannelTransport open(SocketAddress address, Selector selector) throws IOException {
        SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        try {
            channel.configureBlocking(false);
            if (!(address instanceof UnixDomainSocketAddress)) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                keepAlive(channel);
            }
            channel.connect(address);
            return new ChannelTransport(channel, channel.register(selector, SelectionKey.OP_CONNECT));
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    private static void keepAlive(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        setIfSupported(channel, ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_IDLE);
        setIfSupported(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_INTERVAL);
        setIfSupported(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_ALIVE_COUNT);
    }

    private static void setIfSupported(SocketChannel channel, SocketOption<Integer> option, int value)
            throws IOException {
        if (channel.supportedOptions().contains(option)) {
            channel.setOption(option, value);
        }
    }

    /**
     * Finishes what {@link #open} began.
     *
     * @return false if the peer has not answered yet
     * @throws IOException if it refuses
     */
    boolean finishConnect() throws IOException {
        if (!channel.finishConnect()) {
            return false;
        }
        if (channel.getLocalAddress().equals(channel.getRemoteAddress())) {
            // TCP connects a socket to itself when nobody listens and the system has given it the port it asks for.
            throw new ConnectException("nobody listens on " + channel.getRemoteAddress());
        }
        key.interestOps(SelectionKey.OP_READ);
        return true;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = channel.read(target);
        received += Math.max(count, 0);
        return count;
    }

    @Override
    public long bytesReceived() {
        return received;
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
    public int write(ByteBuffer source) throws IOException {
        return channel.write(source);
    }

    @Override
    public void awaitWritable(boolean wanted) {
        int interest = wanted ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a socket failed", e);
        }
    }
}
