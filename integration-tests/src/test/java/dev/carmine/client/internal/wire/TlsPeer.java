package dev.carmine.client.internal.wire;

import dev.carmine.client.TlsOptions;
import dev.carmine.it.tls.TestAuthority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** The server's end of a TLS connection in memory, and the {@link Transport} of the client's end beneath TLS. */
final class TlsPeer implements Transport {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int SPACE = 1 << 20;
    private static final TlsOptions OPTIONS = TlsOptions.builder()
            .keyStore(TestAuthority.trusted().issue("peer", "localhost").store(), TestAuthority.PASSWORD.toCharArray())
            .build();

    private final SSLEngine engine;

    /** What is on its way to the client, and to the server; both ready to be read from. */
    private final ByteBuffer toClient = ByteBuffer.allocate(SPACE).flip();

    private final ByteBuffer toServer = ByteBuffer.allocate(SPACE).flip();

    /** What the server has received, deciphered. */
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    /** How many bytes the client's side still accepts, and still delivers. */
    private int writeCredit = Integer.MAX_VALUE;

    private int readCredit = Integer.MAX_VALUE;
    private boolean failing;
    private boolean readFailing;
    private long delivered;
    private boolean writableAwaited;
    private boolean closed;
    private boolean clientSaidEnd;

    TlsPeer() {
        engine = OPTIONS.context().createSSLEngine();
        engine.setUseClientMode(false);
    }

    /** Lets the client write so many more bytes. */
    void acceptOnly(int bytes) {
        writeCredit = bytes;
    }

    /** Lets the client write so many more bytes, and then fails. */
    void failAfter(int bytes) {
        writeCredit = bytes;
        failing = true;
    }

    /** Lets the client read what is on its way, and then fails. */
    void failReadingAfterThis() {
        readFailing = true;
    }

    /** Lets so many more bytes reach the client. */
    void deliverOnly(int bytes) {
        readCredit = bytes;
    }

    /** Takes part in the handshake, and deciphers what has come. */
    void work() throws SSLException {
        ByteBuffer plain = ByteBuffer.allocate(SPACE);
        for (; ; ) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else if (status == HandshakeStatus.NEED_WRAP) {
                wrap(NOTHING);
            } else {
                SSLEngineResult result = engine.unwrap(toServer, plain);
                received.write(plain.array(), 0, plain.position());
                plain.clear();
                clientSaidEnd |= result.getStatus() == SSLEngineResult.Status.CLOSED;
                if (result.getStatus() != SSLEngineResult.Status.OK) {
                    return;
                }
            }
        }
    }

    /** Sends text. */
    void say(String text) throws SSLException {
        ByteBuffer source = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (source.hasRemaining()) {
            wrap(source);
        }
    }

    /** Asks for new keys: with TLS 1.3 by a message of its own, with TLS 1.2 by a new handshake. */
    void askForNewKeys() throws SSLException {
        engine.beginHandshake();
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            wrap(NOTHING);
        }
    }

    /** Ends TLS in order. */
    void end() throws SSLException {
        engine.closeOutbound();
        wrap(NOTHING);
    }

    String received() {
        return received.toString(StandardCharsets.UTF_8);
    }

    int bytesToServer() {
        return toServer.remaining();
    }

    boolean hasClientSaidEnd() {
        return clientSaidEnd;
    }

    boolean isWritableAwaited() {
        return writableAwaited;
    }

    boolean isClosed() {
        return closed;
    }

    private void wrap(ByteBuffer source) throws SSLException {
        toClient.compact();
        try {
            engine.wrap(source, toClient);
        } finally {
            toClient.flip();
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (readFailing && !toClient.hasRemaining()) {
            throw new IOException("Connection reset");
        }
        int count = move(toClient, target, readCredit);
        readCredit -= count;
        delivered += count;
        return count;
    }

    @Override
    public boolean hasInput() {
        return false;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (failing && writeCredit == 0) {
            throw new IOException("Broken pipe");
        }
        toServer.compact();
        int count = move(source, toServer, writeCredit);
        toServer.flip();
        writeCredit -= count;
        return count;
    }

    @Override
    public boolean hasOutput() {
        return false;
    }

    @Override
    public long bytesReceived() {
        return delivered;
    }

    @Override
    public void awaitWritable(boolean wanted) {
        writableAwaited = wanted;
    }

    @Override
    public void close() {
        closed = true;
    }

    private static int move(ByteBuffer source, ByteBuffer target, int most) {
        int count = Math.min(most, Math.min(source.remaining(), target.remaining()));
        target.put(target.position(), source, source.position(), count);
        target.position(target.position() + count);
        source.position(source.position() + count);
        return count;
    }
}
