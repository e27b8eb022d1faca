package dev.carmine.it.engine;

import dev.carmine.client.ClientOptions;
import dev.carmine.client.Protocol;
import dev.carmine.client.ReconnectOptions;
import dev.carmine.it.client.Clients;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.wire.Address;
import java.time.Duration;

/** The options of the tests' clients: they reconnect quickly, and wait for as long as a busy machine may need. */
final class TestOptions {
    private TestOptions() {}

    static ClientOptions.Builder to(FakeServer server, Protocol protocol) {
        return to(server.address(), protocol);
    }

    /** The server behind the proxy must want no password. */
    static ClientOptions.Builder to(FaultProxy proxy, Protocol protocol) {
        return to(proxy.address(), protocol);
    }

    static ClientOptions.Builder to(Address address, Protocol protocol) {
        return Clients.to(address)
                .protocol(protocol)
                .connectTimeout(Limit.PATIENT)
                .commandTimeout(Limit.PATIENT)
                .reconnect(new ReconnectOptions(Duration.ofMillis(1), Duration.ofMillis(5)));
    }
}
