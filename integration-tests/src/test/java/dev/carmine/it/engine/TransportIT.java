package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Protocol;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.Connection;
import dev.carmine.it.wire.Transport;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** That the tests of this package run over what {@link Transport#ofTests} says, and over nothing else. */
@BothProtocols
@RedisTest
class TransportIT {
    private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Protocol protocol;

    TransportIT(Protocol protocol) {
        this.protocol = protocol;
    }

    @Test
    void realServersAreReachedByIt(RedisServer server) {
        assertReachedByIt(server.address());
        assertThat(server.uri()).isEqualTo(server.address().uri());
    }

    @Test
    void realServersBehindAProxyAreReachedByIt(RedisServer server) {
        try (FaultProxy proxy = FaultProxy.to(server.address())) {
            assertReachedByIt(proxy.address());
        }
    }

    @Test
    void scriptedServersAreReachedByIt() {
        try (FakeServer server = FakeServer.start()) {
            assertReachedByIt(server.address());
        }
    }

    /** Only where nobody speaks TLS are plain words understood. */
    private void assertReachedByIt(Address address) {
        Transport transport = Transport.ofTests();
        assertThat(address.transport()).isEqualTo(transport);
        assertThat(address.socket() instanceof UnixDomainSocketAddress).isEqualTo(transport == Transport.UNIX);
        try (Carmine redis = Carmine.connect(TestOptions.to(address, protocol).build())) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
        assertThat(understandsPlainWords(address)).isEqualTo(transport != Transport.TLS);
    }

    private static boolean understandsPlainWords(Address address) {
        try (Connection plain = Connection.open(address)) {
            plain.out().write(PING);
            return plain.in().read() == '+';
        } catch (IOException e) {
            return false; // reset
        }
    }
}
