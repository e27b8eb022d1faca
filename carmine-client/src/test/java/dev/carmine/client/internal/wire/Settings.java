package dev.carmine.client.internal.wire;

import dev.carmine.client.Credentials;
import dev.carmine.client.CredentialsProvider;
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
        CredentialsProvider provider =
                password == null ? null : CredentialsProvider.fixed(new Credentials(user, password));
        return settings(
                protocol, CredentialsSource.of(provider), clientName, database, callbacks, new LinkListener() {});
    }

    static LinkSettings authenticating(CredentialsSource credentials, LinkListener listener) {
        return settings(Protocol.AUTO, credentials, null, 0, Runnable::run, listener);
    }

    private static LinkSettings settings(
            Protocol protocol,
            CredentialsSource credentials,
            @Nullable String clientName,
            int database,
            Executor callbacks,
            LinkListener listener) {
        return new LinkSettings(
                "test-wire",
                new Endpoint.Tcp("here", 6379),
                null,
                credentials,
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
                listener);
    }
}
