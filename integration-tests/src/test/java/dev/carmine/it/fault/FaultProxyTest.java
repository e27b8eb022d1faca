package dev.carmine.it.fault;

import static dev.carmine.it.fault.Direction.TO_CLIENT;
import static dev.carmine.it.fault.Direction.TO_SERVER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.it.wire.Listener;
import dev.carmine.it.wire.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultProxyTest {
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final Listener echo = Listener.onFreePort("echo", this::echo);
    private final FaultProxy proxy = FaultProxy.to("127.0.0.1", echo.port());

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("fault-proxy-" + proxy.port()));
    }

    private void echo(Socket socket) {
        sockets.add(socket);
        new Thread(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException e) {
                        // The test has cut the connection.
                    }
                })
                .start();
    }

    @Test
    void passesOnWhatItGets() {
        try (RawConnection client = connect()) {
            assertThat(roundTrip(client, "hello")).isEqualTo("hello");
            assertThat(proxy.bytes(TO_SERVER)).isEqualTo(5);
            assertThat(proxy.bytes(TO_CLIENT)).isEqualTo(5);
            assertThat(proxy.connections()).isEqualTo(1);
        }
        proxy.awaitOpenConnections(0);
        assertThat(proxy.connection(1).isOpen()).isFalse();
    }

    @Test
    void passesOnManyMegabytesUnchanged() {
        byte[] sent = new byte[20_000_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31);
        }
        proxy.delay(Duration.ofMillis(1));
        try (RawConnection client = connect()) {
            Thread sender = new Thread(() -> client.send(sent));
            sender.start();
            assertThat(client.readBytes(sent.length)).isEqualTo(sent);
        }
    }

    @Test
    void passesOnAHalfClosedConnection() throws IOException {
        try (Socket client = new Socket(proxy.host(), proxy.port())) {
            client.getOutputStream().write("last words".getBytes(US_ASCII));
            client.shutdownOutput();
            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                    .isEqualTo("last words");
        }
    }

    @Test
    void neverDeliversBeforeTheDelayIsOver() {
        proxy.delay(Duration.ofMillis(20));
        try (RawConnection client = connect()) {
            long start = System.nanoTime();
            assertThat(roundTrip(client, "hello")).isEqualTo("hello");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        }
    }

    @Test
    void throttles() {
        proxy.throttle(TO_CLIENT, 10_000);
        try (RawConnection client = connect()) {
            long start = System.nanoTime();
            assertThat(roundTrip(client, "x".repeat(2_000))).hasSize(2_000);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
        }
    }

    @ParameterizedTest
    @EnumSource
    void cutsAfterTheByteItWasTold(Cut how) {
        try (RawConnection client = connect()) {
            roundTrip(client, "handshake");
            proxy.connection(1).cutAfter(TO_CLIENT, 3, how);
            client.send("hello".getBytes(US_ASCII));
            assertThat(text(client, 3)).isEqualTo("hel");
            assertCut(client, how);
            proxy.awaitOpenConnections(0);
        }
    }

    @Test
    void cutsBeforeTheServerHasReadTheWholeCommand() {
        proxy.onConnection(connection -> connection.cutAfter(TO_SERVER, 2, Cut.FIN));
        try (RawConnection client = connect()) {
            client.send("hello".getBytes(US_ASCII));
            // The echo of the two bytes may still come, or the cut may be faster.
            assertThat("he").startsWith(text(client, 5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void dropsTheReplyOfACommandThatTheServerHasRead(Cut how) {
        try (RawConnection client = connect()) {
            roundTrip(client, "handshake");
            proxy.connection(1).dropReply(how);
            client.send("hello".getBytes(US_ASCII));
            assertCut(client, how);
            assertThat(proxy.bytes(TO_CLIENT)).isGreaterThan("handshake".length());
        }
    }

    @ParameterizedTest
    @EnumSource
    void cutsAllConnections(Cut how) {
        try (RawConnection one = connect();
                RawConnection two = connect()) {
            proxy.awaitOpenConnections(2);
            proxy.cutAll(how);
            assertCut(one, how);
            assertCut(two, how);
            proxy.awaitOpenConnections(0);
        }
    }

    @Test
    void holdsBackWhatIsStalledUntilItIsResumed() {
        try (RawConnection client = connect()) {
            roundTrip(client, "handshake");
            proxy.stall(TO_CLIENT);
            client.send("hello".getBytes(US_ASCII));
            proxy.awaitBytes(TO_CLIENT, "handshakehello".length());
            assertSilent(client);
            proxy.resume(TO_CLIENT);
            assertThat(text(client, 5)).isEqualTo("hello");
        }
    }

    @Test
    void swallowsBytesAndTheEndOfTheConnection() throws IOException {
        try (RawConnection client = connect();
                RawConnection other = connect()) {
            roundTrip(client, "handshake");
            proxy.connection(1).swallow(TO_CLIENT);
            client.send("hello".getBytes(US_ASCII));
            proxy.awaitBytes(TO_CLIENT, "handshakehello".length());
            sockets.element().close();
            assertSilent(client);
            assertThat(roundTrip(other, "other")).isEqualTo("other");
        }
    }

    @Test
    void overwritesAndInjects() {
        try (RawConnection client = connect()) {
            roundTrip(client, "handshake");
            ProxiedConnection connection = proxy.connection(1);
            connection.overwrite(TO_CLIENT, 1, "EL".getBytes(US_ASCII));
            assertThat(roundTrip(client, "hello")).isEqualTo("hELlo");
            connection.inject(TO_CLIENT, "push".getBytes(US_ASCII));
            assertThat(text(client, 4)).isEqualTo("push");
        }
    }

    @Test
    void refusesConnectionsForAWhile() {
        try (RawConnection client = connect()) {
            roundTrip(client, "handshake");
            proxy.refuseConnections();
            assertThatThrownBy(this::connect).hasRootCauseMessage("Connection refused");
            assertThat(roundTrip(client, "hello")).isEqualTo("hello");
            proxy.acceptConnections();
        }
        try (RawConnection client = connect()) {
            assertThat(roundTrip(client, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void resetsClientsWhenTheServerIsGone() {
        echo.close();
        // The reset may be so fast that connecting itself fails.
        assertThatThrownBy(() -> {
                    try (RawConnection client = connect()) {
                        client.readBytes(1);
                    }
                })
                .isInstanceOf(UncheckedIOException.class);
    }

    private RawConnection connect() {
        return RawConnection.open(proxy.host(), proxy.port());
    }

    private static String roundTrip(RawConnection client, String text) {
        client.send(text.getBytes(US_ASCII));
        return text(client, text.length());
    }

    private static String text(RawConnection client, int length) {
        return new String(client.readBytes(length), US_ASCII);
    }

    private static void assertCut(RawConnection client, Cut how) {
        if (how == Cut.FIN) {
            assertThat(client.readBytes(1)).isEmpty();
        } else {
            assertThatThrownBy(() -> client.readBytes(1))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    private static void assertSilent(RawConnection client) {
        client.readLimit(Duration.ofMillis(100));
        assertThatThrownBy(() -> client.readBytes(1)).hasMessageContaining("timed out");
        client.readLimit(Duration.ofSeconds(10));
    }
}
