package dev.carmine.it.fault;

import static dev.carmine.it.fault.Direction.TO_CLIENT;
import static dev.carmine.it.fault.Direction.TO_SERVER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.it.wire.Connection;
import dev.carmine.it.wire.Listener;
import dev.carmine.it.wire.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "{0}")
@EnumSource(names = {"TCP", "UNIX"})
class FaultProxyTest {
    private final Queue<Connection> accepted = new ConcurrentLinkedQueue<>();
    private final Transport transport;
    private final Listener echo;
    private final FaultProxy proxy;

    FaultProxyTest(Transport transport) {
        this.transport = transport;
        echo = Listener.open(transport, "echo", this::echo);
        proxy = FaultProxy.to(echo.address());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
        for (Connection connection : accepted) {
            connection.close();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("fault-proxy-" + proxy.address()));
    }

    private void echo(Connection connection) {
        accepted.add(connection);
        new Thread(() -> {
                    try (connection) {
                        connection.in().transferTo(connection.out());
                    } catch (IOException e) {
                        // The test has cut the connection.
                    }
                })
                .start();
    }

    @Test
    void passesOnWhatItGets() throws IOException {
        try (Connection client = connect()) {
            assertThat(roundTrip(client, "hello")).isEqualTo("hello");
            assertThat(proxy.bytes(TO_SERVER)).isEqualTo(5);
            assertThat(proxy.bytes(TO_CLIENT)).isEqualTo(5);
            assertThat(proxy.connections()).isEqualTo(1);
        }
        proxy.awaitOpenConnections(0);
        assertThat(proxy.connection(1).isOpen()).isFalse();
    }

    @Test
    void passesOnManyMegabytesUnchanged() throws IOException {
        byte[] sent = new byte[20_000_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31);
        }
        proxy.delay(Duration.ofMillis(1));
        try (Connection client = connect()) {
            Thread sender = new Thread(() -> send(client, sent));
            sender.start();
            assertThat(client.in().readNBytes(sent.length)).isEqualTo(sent);
        }
    }

    @Test
    void passesOnAHalfClosedConnection() throws IOException {
        try (Connection client = connect()) {
            send(client, "last words");
            client.endOutput();
            assertThat(new String(client.in().readAllBytes(), US_ASCII)).isEqualTo("last words");
        }
    }

    @Test
    void neverDeliversBeforeTheDelayIsOver() throws IOException {
        proxy.delay(Duration.ofMillis(20));
        try (Connection client = connect()) {
            long start = System.nanoTime();
            assertThat(roundTrip(client, "hello")).isEqualTo("hello");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        }
    }

    @Test
    void throttles() throws IOException {
        proxy.throttle(TO_CLIENT, 10_000);
        try (Connection client = connect()) {
            long start = System.nanoTime();
            assertThat(roundTrip(client, "x".repeat(2_000))).hasSize(2_000);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
        }
    }

    @ParameterizedTest
    @EnumSource
    void cutsAfterTheByteItWasTold(Cut how) throws IOException {
        try (Connection client = connect()) {
            roundTrip(client, "handshake");
            proxy.connection(1).cutAfter(TO_CLIENT, 3, how);
            send(client, "hello");
            assertThat(text(client, 3)).isEqualTo("hel");
            assertCut(client, how);
            proxy.awaitOpenConnections(0);
        }
    }

    @Test
    void cutsBeforeTheServerHasReadTheWholeCommand() throws IOException {
        proxy.onConnection(connection -> connection.cutAfter(TO_SERVER, 2, Cut.FIN));
        try (Connection client = connect()) {
            send(client, "hello");
            // The echo of the two bytes may still come, or the cut may be faster.
            assertThat("he").startsWith(text(client, 5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void dropsTheReplyOfACommandThatTheServerHasRead(Cut how) throws IOException {
        try (Connection client = connect()) {
            roundTrip(client, "handshake");
            proxy.connection(1).dropReply(how);
            send(client, "hello");
            assertCut(client, how);
            assertThat(proxy.bytes(TO_CLIENT)).isGreaterThan("handshake".length());
        }
    }

    @ParameterizedTest
    @EnumSource
    void cutsAllConnections(Cut how) throws IOException {
        try (Connection one = connect();
                Connection two = connect()) {
            proxy.awaitOpenConnections(2);
            proxy.cutAll(how);
            assertCut(one, how);
            assertCut(two, how);
            proxy.awaitOpenConnections(0);
        }
    }

    @Test
    void holdsBackWhatIsStalledUntilItIsResumed() throws Exception {
        try (Connection client = connect()) {
            roundTrip(client, "handshake");
            proxy.stall(TO_CLIENT);
            send(client, "hello");
            proxy.awaitBytes(TO_CLIENT, "handshakehello".length());
            CompletableFuture<String> reading = CompletableFuture.supplyAsync(() -> text(client, 5));
            assertNothingComes(reading);
            proxy.resume(TO_CLIENT);
            assertThat(reading.get(10, TimeUnit.SECONDS)).isEqualTo("hello");
        }
    }

    @Test
    void swallowsBytesAndTheEndOfTheConnection() throws IOException {
        try (Connection client = connect();
                Connection other = connect()) {
            roundTrip(client, "handshake");
            proxy.connection(1).swallow(TO_CLIENT);
            send(client, "hello");
            proxy.awaitBytes(TO_CLIENT, "handshakehello".length());
            accepted.element().close();
            assertNothingComes(CompletableFuture.supplyAsync(() -> text(client, 1)));
            assertThat(roundTrip(other, "other")).isEqualTo("other");
        }
    }

    @Test
    void overwritesAndInjects() throws IOException {
        try (Connection client = connect()) {
            roundTrip(client, "handshake");
            ProxiedConnection connection = proxy.connection(1);
            connection.overwrite(TO_CLIENT, 1, "EL".getBytes(US_ASCII));
            assertThat(roundTrip(client, "hello")).isEqualTo("hELlo");
            connection.inject(TO_CLIENT, "push".getBytes(US_ASCII));
            assertThat(text(client, 4)).isEqualTo("push");
        }
    }

    @Test
    void refusesConnectionsForAWhile() throws IOException {
        try (Connection client = connect()) {
            roundTrip(client, "handshake");
            proxy.refuseConnections();
            assertThatThrownBy(this::connect).hasMessage("Connection refused");
            assertThat(roundTrip(client, "hello")).isEqualTo("hello");
            proxy.acceptConnections();
        }
        try (Connection client = connect()) {
            assertThat(roundTrip(client, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void resetsClientsWhenTheServerIsGone() {
        echo.close();
        // The reset may be so fast that connecting itself fails.
        CompletableFuture<String> reading = CompletableFuture.supplyAsync(() -> {
            try (Connection client = connect()) {
                return text(client, 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (transport == Transport.TCP) {
            assertThat(reading).failsWithin(Duration.ofSeconds(10));
        } else {
            assertThat(reading).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("");
        }
    }

    private Connection connect() throws IOException {
        return Connection.open(proxy.address());
    }

    private static String roundTrip(Connection client, String text) {
        send(client, text);
        return text(client, text.length());
    }

    private static void send(Connection client, String text) {
        send(client, text.getBytes(US_ASCII));
    }

    private static void send(Connection client, byte[] bytes) {
        try {
            client.out().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many characters, or fewer at the end of the stream. */
    private static String text(Connection client, int length) {
        try {
            return new String(client.in().readNBytes(length), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertCut(Connection client, Cut how) {
        if (how == Cut.FIN || transport == Transport.UNIX) {
            assertThat(text(client, 1)).isEmpty();
        } else {
            assertThatThrownBy(() -> text(client, 1))
                    .hasCauseInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    private static void assertNothingComes(CompletableFuture<String> reading) {
        assertThatThrownBy(() -> reading.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }
}
