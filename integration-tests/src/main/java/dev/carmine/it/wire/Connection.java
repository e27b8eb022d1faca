package dev.carmine.it.wire;

import dev.carmine.it.tls.TlsServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;

/**
 * A connection over any {@link Transport}: two blocking streams, and the ways to end it. One thread may read while another
 * one writes, and any may end it.
 */
public final class Connection implements Closeable {
    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;

    /** What ends it in order: the channel, or TLS over it. */
    private final Closeable outermost;

    private Connection(SocketChannel channel, InputStream in, OutputStream out, Closeable outermost) {
        this.channel = channel;
        this.in = in;
        this.out = out;
        this.outermost = outermost;
    }

    /**
     * Connects, and says nothing: not a word of TLS either, where the address is one of that.
     *
     * @param address where something listens
     * @return an open connection
     * @throws IOException if nothing listens there
     */
    public static Connection open(Address address) throws IOException {
        return over(SocketChannel.open(address.socket()));
    }

    /** A connection over a channel that is connected. */
    static Connection over(SocketChannel channel) throws IOException {
        if (channel.getLocalAddress() instanceof InetSocketAddress) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        return new Connection(channel, new Input(channel), new Output(channel), channel);
    }

    /**
     * Speaks TLS over this connection, as a server. The handshake takes place when somebody first reads or writes.
     *
     * @return what takes the place of this connection
     * @throws IOException if this one has ended
     */
    Connection secured() throws IOException {
        SSLSocket tls = TlsServer.over(channel.socket());
        return new Connection(channel, tls.getInputStream(), tls.getOutputStream(), tls);
    }

    /**
     * What the other side sends.
     *
     * @return always the same stream; closing it is not the way to end the connection
     */
    public InputStream in() {
        return in;
    }

    /**
     * What the other side gets, at once.
     *
     * @return always the same stream; closing it is not the way to end the connection
     */
    public OutputStream out() {
        return out;
    }

    /**
     * Lets the other side read the end of the stream, and reads on. Nothing of TLS is said.
     *
     * @throws IOException if the connection has ended
     */
    public void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    /**
     * Ends the connection at once, whoever reads or writes: TCP resets it. Unix sockets know no reset; there the other
     * side gets an error only if it has sent something that was not read, and reads the end of the stream else.
     *
     * @throws IOException if it has ended before
     */
    public void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    /** Ends the connection in order, with TLS by saying so. If something has come that was not read, TCP resets it. */
    @Override
    public void close() throws IOException {
        outermost.close();
    }

    /** Not that of {@link java.nio.channels.Channels}, which lets nobody write while somebody reads. */
    private static final class Input extends InputStream {
        private final SocketChannel channel;

        Input(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(target, offset, length));
        }
    }

    private static final class Output extends OutputStream {
        private final SocketChannel channel;

        Output(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(source, offset, length);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
