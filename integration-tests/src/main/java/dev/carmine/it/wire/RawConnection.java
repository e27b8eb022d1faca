package dev.carmine.it.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One blocking connection with which the harness prepares and inspects servers. Not for more than one thread.
 *
 * <p>Replies are read as {@code String} (text and every kind of number but integers), {@code Long}, {@code Boolean},
 * {@code List} (arrays, sets, pushes and, flat, maps) or null; a top-level error is thrown.
 */
public final class RawConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Connects. Every read waits at most for ten seconds, unless that is {@linkplain #readLimit changed}.
     *
     * @param host where the server listens
     * @param port where the server listens
     * @return a connection on which nothing has been sent
     * @throws UncheckedIOException if there is no server
     */
    public static RawConnection open(String host, int port) {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_MILLIS);
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return new RawConnection(socket);
        } catch (IOException e) {
            closeQuietly(socket);
            throw new UncheckedIOException("cannot connect to " + host + ":" + port, e);
        }
    }

    /**
     * Connects by TCP.
     *
     * @param address a loopback port
     * @return a connection on which nothing has been sent
     * @throws UncheckedIOException if there is no server
     */
    public static RawConnection open(Address address) {
        if (address.transport() != Transport.TCP || !(address.socket() instanceof InetSocketAddress server)) {
            throw new IllegalArgumentException("not an address of TCP: " + address);
        }
        return open(server.getHostString(), server.getPort());
    }

    /**
     * Changes how long every read waits.
     *
     * @param limit at least a millisecond
     * @return this connection
     */
    public RawConnection readLimit(Duration limit) {
        try {
            socket.setSoTimeout((int) limit.toMillis());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a command and reads its reply.
     *
     * @param words the command's name and arguments
     * @return the reply
     * @throws RawErrorException if the reply is an error
     * @throws UncheckedIOException if the connection fails
     */
    public @Nullable Object call(String... words) {
        send(RespBytes.command(words));
        return read();
    }

    /**
     * Sends a command whose reply is not null.
     *
     * @param words the command's name and arguments
     * @return the reply as text
     */
    public String text(String... words) {
        return String.valueOf(call(words));
    }

    /**
     * Sends bytes as they are.
     *
     * @param bytes what to send
     */
    public void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the next reply or push.
     *
     * @return its value
     * @throws RawErrorException if it is an error
     * @throws UncheckedIOException if the connection fails or ends
     */
    public @Nullable Object read() {
        try {
            Object value = readValue();
            if (value instanceof RawErrorException error) {
                throw error;
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads bytes as they are.
     *
     * @param count how many
     * @return that many bytes, or fewer if the connection ended
     */
    public byte[] readBytes(int count) {
        try {
            return in.readNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The local end of the connection, as the server's CLIENT LIST shows it.
     *
     * @return its port
     */
    public int localPort() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private @Nullable Object readValue() throws IOException {
        String line = readLine();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ',', '(' -> rest;
            case '-' -> new RawErrorException(rest);
            case '!' -> new RawErrorException(readBulk(Integer.parseInt(rest)));
            case ':' -> Long.valueOf(rest);
            case '#' -> rest.equals("t");
            case '_' -> null;
            case '$', '=' -> rest.equals("-1") ? null : readBulk(Integer.parseInt(rest));
            case '*', '~', '>' -> rest.equals("-1") ? null : readList(Integer.parseInt(rest));
            case '%' -> readList(2 * Integer.parseInt(rest));
            default -> throw new IOException("not a reply: " + line);
        };
    }

    private List<@Nullable Object> readList(int size) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(readValue());
        }
        return elements;
    }

    private String readBulk(int length) throws IOException {
        byte[] bytes = in.readNBytes(length + 2);
        if (bytes.length < length + 2) {
            throw new EOFException("the connection ended within a reply");
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private String readLine() throws IOException {
        String line = Lines.read(in);
        if (line == null) {
            throw new EOFException("the connection ended");
        }
        return line;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing is the last thing that happens to it.
        }
    }
}
