package dev.carmine.client.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS over another transport. What it says it has written are the caller's bytes, and only those of records that the
 * operating system has accepted whole: of a record that has left in part the server can decipher nothing.
 */
final class TlsTransport implements Transport {
    private static final System.Logger LOG = System.getLogger(TlsTransport.class.getName());
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Transport transport;
    private final SSLEngine engine;

    /** Records that have arrived and are not deciphered; always ready to be read from. */
    private final ByteBuffer arrived;

    /** The record that is on its way out; always ready to be read from. */
    private final ByteBuffer leaving;

    /** Whether the handshake has begun. */
    private boolean begun;

    /** How many of the caller's bytes are in the record on its way out. */
    private int plainLeaving;

    /** Whether the engine has something of its own to say, the answer to a new key for instance. */
    private boolean engineSpeaks;

    /** Whether a further read has something to give without reading from the transport. */
    private boolean inputLeft;

    /** What the next read throws: it came up when there were bytes to give first. */
    private @Nullable IOException failure;

    /**
     * Begins a TLS connection; {@link #handshake} must be done before anything is read or written.
     *
     * @param transport a connected transport, which is closed with this one
     * @param engine a new engine of a client
     * @param buffers for this transport alone while it is open
     */
    TlsTransport(Transport transport, SSLEngine engine, Buffers buffers) {
        this.transport = transport;
        this.engine = engine;
        this.arrived = buffers.arrived.clear().flip();
        this.leaving = buffers.leaving.clear().flip();
    }

    /** What records are kept in; serve one transport after the other. */
    static final class Buffers {
        private final ByteBuffer arrived;
        private final ByteBuffer leaving;

        Buffers(SSLEngine engine) {
            int packet = engine.getSession().getPacketBufferSize();
            this.arrived = ByteBuffer.allocateDirect(2 * packet);
            this.leaving = ByteBuffer.allocateDirect(packet);
        }
    }

    /**
     * Goes on with the handshake as far as it gets without waiting.
     *
     * @return whether it is done; if not, the caller {@linkplain #runTasks runs its tasks} if it {@linkplain #hasTasks
     *     has some}, or else waits until the socket is ready, and calls again
     * @throws IOException if the server cannot be trusted or does not speak TLS
     */
    boolean handshake() throws IOException {
        if (!begun) {
            begun = true;
            engine.beginHandshake();
        }
        for (; ; ) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> {
                    return false;
                }
                case NEED_WRAP -> {
                    if (!flush()) {
                        awaitWritable(true);
                        return false;
                    }
                    wrap(NOTHING);
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!flush()) {
                        awaitWritable(true);
                        return false;
                    }
                    awaitWritable(false);
                    if (!unwrapOfHandshake()) {
                        return false;
                    }
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    boolean done = flush();
                    awaitWritable(!done);
                    inputLeft = arrived.hasRemaining();
                    engineSpeaks = false;
                    return done;
                }
            }
        }
    }

    /** Whether the handshake goes on only after its tasks have run. */
    boolean hasTasks() {
        return engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK;
    }

    /** Checks certificates and uses keys, which can take long. May be called by another thread while nothing else is. */
    void runTasks() {
        for (@Nullable Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    /** Takes one record of the handshake; false if it has not arrived whole. */
    private boolean unwrapOfHandshake() throws IOException {
        SSLEngineResult result = engine.unwrap(arrived, NOTHING.duplicate());
        return switch (result.getStatus()) {
            case OK -> true;
            case BUFFER_UNDERFLOW -> {
                int count = fill();
                if (count < 0) {
                    throw new EOFException("the server has closed the connection during the TLS handshake;"
                            + " does it speak TLS on this port, or has it as many clients as it allows?");
                }
                yield count > 0;
            }
            case BUFFER_OVERFLOW, CLOSED -> throw new SSLException("the server has ended the TLS handshake");
        };
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (failure != null) {
            throw failure;
        }
        int before = target.position();
        try {
            return decipher(target, before);
        } catch (IOException e) {
            if (target.position() == before) {
                throw e;
            }
            failure = e;
            inputLeft = true;
            return target.position() - before;
        }
    }

    private int decipher(ByteBuffer target, int before) throws IOException {
        for (; ; ) {
            SSLEngineResult result = engine.unwrap(arrived, target);
            switch (result.getStatus()) {
                case OK -> afterRecord(result.getHandshakeStatus());
                case BUFFER_OVERFLOW -> {
                    inputLeft = true;
                    return target.position() - before;
                }
                case CLOSED -> {
                    inputLeft = target.position() > before; // the end is still to be told
                    return inputLeft ? target.position() - before : -1;
                }
                case BUFFER_UNDERFLOW -> {
                    inputLeft = false;
                    int count = fill();
                    if (count <= 0) {
                        return target.position() > before ? target.position() - before : count;
                    }
                }
            }
        }
    }

    /** TLS 1.3 lets the server send tickets and new keys at any time; anything else would be a new handshake. */
    private void afterRecord(HandshakeStatus status) throws SSLException {
        if (status == HandshakeStatus.NOT_HANDSHAKING || status == HandshakeStatus.FINISHED) {
            return;
        }
        if (!engine.getSession().getProtocol().equals("TLSv1.3")) {
            throw new SSLException("the server asks to renegotiate TLS, which is refused");
        }
        if (status == HandshakeStatus.NEED_TASK) {
            runTasks();
        }
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            engineSpeaks = true;
        }
    }

    @Override
    public boolean hasInput() {
        return inputLeft;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        while (flush()) {
            if (plainLeaving > 0) {
                // Told before anything else can fail: what has left may be executed.
                int accepted = plainLeaving;
                plainLeaving = 0;
                return accepted;
            }
            if (engineSpeaks) {
                wrap(NOTHING);
            } else if (source.hasRemaining()) {
                plainLeaving = wrap(source);
            } else {
                return 0;
            }
        }
        return 0;
    }

    @Override
    public boolean hasOutput() {
        return engineSpeaks || leaving.hasRemaining();
    }

    @Override
    public void awaitWritable(boolean wanted) {
        transport.awaitWritable(wanted);
    }

    @Override
    public long bytesReceived() {
        return transport.bytesReceived();
    }

    /** Tells the server that this is the end, unless a record is on its way: what was not told as sent must not leave. */
    @Override
    public void close() {
        try {
            if (!leaving.hasRemaining()) {
                engine.closeOutbound();
                wrap(NOTHING);
                boolean unused = flush();
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the end of TLS could not be said", e);
        } finally {
            transport.close();
        }
    }

    /** Makes the next record; only when the one before has left. */
    private int wrap(ByteBuffer source) throws SSLException {
        leaving.clear();
        try {
            SSLEngineResult result = engine.wrap(source, leaving);
            if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
                throw new SSLException("the server sends TLS records that are too long");
            }
            // Records of the engine's own go first, new keys for instance; there may be several.
            engineSpeaks = result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
            if (result.bytesProduced() == 0 && (engineSpeaks || source.hasRemaining())) {
                throw new SSLException("the server has ended TLS");
            }
            return result.bytesConsumed();
        } finally {
            leaving.flip();
        }
    }

    /** Whether the record on its way out has left. */
    private boolean flush() throws IOException {
        while (leaving.hasRemaining()) {
            if (transport.write(leaving) == 0) {
                return false;
            }
        }
        return true;
    }

    private int fill() throws IOException {
        arrived.compact();
        try {
            return transport.read(arrived);
        } finally {
            arrived.flip();
        }
    }
}
