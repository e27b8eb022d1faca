package dev.carmine.client.internal.wire;

import dev.carmine.client.Endpoint;
import dev.carmine.client.HostResolver;
import dev.carmine.client.Protocol;
import dev.carmine.protocol.RespLimits;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Settings of links for the tests of this package, which connect nowhere. */
final class Settings {
    static final long COMMAND_TIMEOUT = TimeUnit.SECONDS.toNanos(5);
    static final long IDLE_CHECK = TimeUnit.SECONDS.toNanos(30);

    private Settings() {}

    static LinkSettings withCallbacks(Executor callbacks) {
        return settings(Protocol.AUTO, null, null, null, 0, callbacks);
    }

    static LinkSettings speaking(Protocol protocol) {
        return settings(protocol, null, null, null, 0, Runnable::run);
    }

    static LinkSettings settings(
            Protocol protocol,
            @Nullable String user,
            @Nullable String password,
            @Nullable String clientName,
            int database,
            Executor callbacks) {
        return new LinkSettings(
                "test-wire",
                new Endpoint.Tcp("here", 6379),
                null,
                user,
                password,
                clientName,
                "1.2.3",
                database,
                protocol,
                RespLimits.defaults(),
                TimeUnit.SECONDS.toNanos(2),
                COMMAND_TIMEOUT,
                IDLE_CHECK,
                TimeUnit.MILLISECONDS.toNanos(20),
                TimeUnit.SECONDS.toNanos(2),
                1_000,
                1_000_000,
                callbacks,
                HostResolver.system(),
                new LinkListener() {});
    }
}
