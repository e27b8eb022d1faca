package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.TlsOptions;
import dev.carmine.it.tls.TestAuthority;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS between two engines in memory, whatever arrives or leaves in pieces. */
class TlsTransportTest {
    private static final String NEW = "TLSv1.3";
    private static final String OLD = "TLSv1.2";
    private static final TlsOptions OPTIONS =
            TlsOptions.builder().trust(TestAuthority.trusted().certificate()).build();

    private final TlsPeer peer = new TlsPeer();
    private final ByteBuffer target = ByteBuffer.allocate(64 * 1024);

    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void carriesBytesBothWays(String version) throws IOException {
        TlsTransport tls = connected(version);
        ByteBuffer source = bytes("ping");

        assertThat(tls.write(source)).isEqualTo(4);
        assertThat(tls.hasOutput()).isFalse();
        peer.work();
        assertThat(peer.received()).isEqualTo("ping");
        peer.say("pong");
        assertThat(read(tls)).isEqualTo("pong");
        assertThat(tls.read(target)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void countsBytesOnlyWhenTheirRecordHasLeftWhole(String version) throws IOException {
        int record = recordLength(version);
        for (int accepted = 0; accepted < record; accepted++) {
            TlsPeer slow = new TlsPeer();
            TlsTransport tls = connected(slow, version);
            slow.acceptOnly(accepted);
            ByteBuffer source = bytes("ping");

            assertThat(tls.write(source)).isZero();
            assertThat(source.hasRemaining()).as("is taken").isFalse();
            assertThat(tls.hasOutput()).isTrue();
            slow.work();
            assertThat(slow.received())
                    .as("after %d of %d bytes", accepted, record)
                    .isEmpty();
            slow.acceptOnly(Integer.MAX_VALUE);
            assertThat(tls.write(source)).isEqualTo(4);
            slow.work();
            assertThat(slow.received()).isEqualTo("ping");
        }
    }

    @Test
    void countsRecordByRecord() throws IOException {
        TlsTransport tls = connected(NEW);
        ByteBuffer source = ByteBuffer.wrap(new byte[50_000]);
        peer.acceptOnly(40_000);
        int counted = writeAll(tls, source);
        assertThat(counted).isPositive().isLessThan(40_000);
        peer.acceptOnly(Integer.MAX_VALUE);

        assertThat(counted + writeAll(tls, source)).isEqualTo(50_000);
        peer.work();
        assertThat(peer.received()).hasSize(50_000);
    }

    @Test
    void tellsWhatHasLeftBeforeTheConnectionFails() throws IOException {
        TlsTransport tls = connected(NEW);
        ByteBuffer source = ByteBuffer.wrap(new byte[50_000]);
        peer.failAfter(40_000);
        int counted = 0;
        try {
            while (source.hasRemaining()) {
                counted += tls.write(source);
            }
        } catch (IOException expected) {
            assertThat(expected).hasMessage("Broken pipe");
        }

        peer.work();
        assertThat(counted).isPositive().isEqualTo(peer.received().length());
    }

    private static int writeAll(TlsTransport tls, ByteBuffer source) throws IOException {
        int counted = 0;
        for (int count = tls.write(source); count > 0; count = tls.write(source)) {
            counted += count;
        }
        return counted;
    }

    @Test
    void readsRecordsThatArriveByteByByte() throws IOException {
        TlsTransport tls = connected(NEW);
        peer.say("pong");
        StringBuilder read = new StringBuilder();
        while (read.isEmpty()) {
            peer.deliverOnly(1);
            read.append(read(tls));
        }

        assertThat(read).hasToString("pong");
    }

    @Test
    void saysThatThereIsMoreWhenTheTargetIsFull() throws IOException {
        TlsTransport tls = connected(NEW);
        String text = "0123456789".repeat(10_000);
        peer.say(text);
        StringBuilder read = new StringBuilder(read(tls));
        assertThat(read.length()).isLessThan(text.length());
        assertThat(tls.hasInput()).isTrue();
        while (tls.hasInput()) {
            read.append(read(tls));
        }

        assertThat(read).hasToString(text);
    }

    @Test
    void answersAServerThatAsksForNewKeys() throws IOException {
        TlsTransport tls = connected(NEW);
        peer.askForNewKeys();
        peer.say("pong");
        assertThat(read(tls)).isEqualTo("pong");
        assertThat(tls.hasOutput()).as("the answer is due").isTrue();
        assertThat(tls.write(bytes(""))).isZero();
        assertThat(tls.hasOutput()).isFalse();
        assertThat(tls.write(bytes("ping"))).isEqualTo(4);
        peer.work();
        assertThat(peer.received()).isEqualTo("ping");
        peer.say("again");
        assertThat(read(tls)).isEqualTo("again");
    }

    @Test
    void refusesToRenegotiate() throws IOException {
        TlsTransport tls = connected(OLD);
        peer.askForNewKeys();

        assertThatThrownBy(() -> tls.read(target))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("renegotiate");
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void endsWhenTheServerEnds(String version) throws IOException {
        TlsTransport tls = connected(version);
        peer.say("bye");
        peer.end();

        assertThat(read(tls)).isEqualTo("bye");
        assertThat(tls.hasInput()).as("the end is still to be told").isTrue();
        assertThat(tls.read(target.clear())).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void saysWhenItEnds(String version) throws IOException {
        TlsTransport tls = connected(version);
        tls.close();
        peer.work();

        assertThat(peer.hasClientSaidEnd()).isTrue();
        assertThat(peer.isClosed()).isTrue();
    }

    @Test
    void sendsNothingMoreOfARecordThatItHasNotTold() throws IOException {
        TlsTransport tls = connected(NEW);
        peer.acceptOnly(3);
        assertThat(tls.write(bytes("ping"))).isZero();
        peer.acceptOnly(Integer.MAX_VALUE);
        tls.close();
        peer.work();

        assertThat(peer.isClosed()).isTrue();
        assertThat(peer.received()).isEmpty();
    }

    @Test
    void answersAServerThatAsksForNewKeysTwice() throws IOException {
        TlsTransport tls = connected(NEW);
        peer.askForNewKeys();
        peer.askForNewKeys();
        peer.say("pong");
        assertThat(read(tls)).isEqualTo("pong");
        assertThat(writeAll(tls, bytes("ping"))).isEqualTo(4);
        peer.work();

        assertThat(peer.received()).isEqualTo("ping");
    }

    @Test
    void givesWhatItHasReadBeforeItFails() throws IOException {
        TlsTransport tls = connected(NEW);
        peer.say("last words");
        peer.failReadingAfterThis();

        assertThat(read(tls)).isEqualTo("last words");
        assertThat(tls.hasInput()).isTrue();
        assertThatThrownBy(() -> tls.read(target.clear()))
                .isInstanceOf(IOException.class)
                .hasMessage("Connection reset");
    }

    @Test
    void waitsForTheSocketInTheHandshake() throws IOException {
        TlsTransport tls = tls(peer, NEW);
        peer.acceptOnly(10);
        assertThat(tls.handshake()).isFalse();
        assertThat(peer.isWritableAwaited()).isTrue();
        peer.acceptOnly(Integer.MAX_VALUE);
        assertThat(tls.handshake()).isFalse();
        assertThat(peer.isWritableAwaited()).as("the server's turn").isFalse();
        peer.work();
        while (!tls.handshake()) {
            if (tls.hasTasks()) {
                tls.runTasks();
            } else {
                peer.deliverOnly(100);
            }
        }
        peer.work();
        assertThat(tls.write(bytes("ping"))).isEqualTo(4);
    }

    @Test
    void refusesWhatIsNotTls() {
        TlsTransport tls = tls(new Plain("-ERR Protocol error\r\n"), NEW);

        assertThatThrownBy(tls::handshake).isInstanceOf(SSLException.class);
    }

    private int recordLength(String version) throws IOException {
        TlsPeer measured = new TlsPeer();
        TlsTransport tls = connected(measured, version);
        assertThat(measured.bytesToServer()).isZero();
        assertThat(tls.write(bytes("ping"))).isEqualTo(4);
        return measured.bytesToServer();
    }

    private TlsTransport connected(String version) throws IOException {
        return connected(peer, version);
    }

    private static TlsTransport connected(TlsPeer server, String version) throws IOException {
        TlsTransport tls = tls(server, version);
        while (!tls.handshake()) {
            if (tls.hasTasks()) {
                tls.runTasks();
            } else {
                server.work();
            }
        }
        server.work();
        return tls;
    }

    private static TlsTransport tls(Transport transport, String version) {
        SSLEngine engine = engine(version);
        return new TlsTransport(transport, engine, new TlsTransport.Buffers(engine));
    }

    private static SSLEngine engine(String version) {
        SSLEngine engine = OPTIONS.context().createSSLEngine("localhost", 6379);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {version});
        engine.setSSLParameters(parameters);
        return engine;
    }

    private String read(TlsTransport tls) throws IOException {
        int count = tls.read(target.clear());
        return new String(target.array(), 0, Math.max(count, 0), StandardCharsets.UTF_8);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A server that does not know TLS. */
    private record Plain(ByteBuffer answer) implements Transport {
        Plain(String answer) {
            this(bytes(answer));
        }

        @Override
        public int read(ByteBuffer target) {
            int count = answer.remaining();
            target.put(answer);
            return count;
        }

        @Override
        public boolean hasInput() {
            return false;
        }

        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            source.position(source.limit());
            return count;
        }

        @Override
        public boolean hasOutput() {
            return false;
        }

        @Override
        public long bytesReceived() {
            return 0;
        }

        @Override
        public void awaitWritable(boolean wanted) {}

        @Override
        public void close() {}
    }
}
