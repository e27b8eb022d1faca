package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.ConnectionEvent;
import dev.carmine.client.ConnectionEvent.AuthenticationFailed;
import dev.carmine.client.ConnectionEvent.Connected;
import dev.carmine.client.ConnectionEvent.Disconnected;
import dev.carmine.client.ConnectionEvent.Reconnecting;
import dev.carmine.client.Fate;
import dev.carmine.client.Protocol;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener hears. An executor with one thread keeps the order of events. */
@RedisTest(isolated = true)
class EventsIT {
    private final BlockingQueue<ConnectionEvent> events = new LinkedBlockingQueue<>();
    private final ExecutorService oneThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void endThread() {
        oneThread.shutdown();
    }

    private Carmine connect(RedisServer server, Resp resp) {
        return Carmine.connect(Clients.options(server, resp)
                .callbackExecutor(oneThread)
                .listener(events::add)
                .build());
    }

    private <E extends ConnectionEvent> E next(Class<E> kind) throws InterruptedException {
        ConnectionEvent event = events.poll(Clients.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).isInstanceOf(kind);
        return kind.cast(event);
    }

    /** Passes over attempts to reconnect that have failed. */
    private <E extends ConnectionEvent> E eventually(Class<E> kind) throws InterruptedException {
        ConnectionEvent event = events.poll(Clients.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        while (event instanceof Reconnecting) {
            event = events.poll(Clients.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(event).isInstanceOf(kind);
        return kind.cast(event);
    }

    @EachProtocol
    void aConnectionComesGoesAndComesBack(Resp resp, RedisServer server) throws InterruptedException {
        String node = "127.0.0.1:" + server.port();
        Protocol protocol = resp == Resp.RESP2 ? Protocol.RESP2 : Protocol.RESP3;
        try (Carmine redis = connect(server, resp)) {
            assertThat(next(Connected.class)).isEqualTo(new Connected(node, protocol));
            server.shutdown();
            assertThat(next(Disconnected.class).node()).isEqualTo(node);
            Reconnecting first = next(Reconnecting.class);
            assertThat(first.node()).isEqualTo(node);
            assertThat(first.attempt()).isOne();
            assertThat(first.delay()).isGreaterThanOrEqualTo(Duration.ZERO);
            server.start();
            assertThat(redis.ping()).isEqualTo("PONG");
            eventually(Connected.class);
        }
        assertThat(events).isEmpty();
    }

    @EachProtocol
    @RedisTest(users = "bob on >builder ~* +@all")
    void refusedCredentialsFailCallsAtOnceUntilTheyAreAccepted(Resp resp, RedisServer server)
            throws InterruptedException {
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                        .uri("redis://bob:builder@127.0.0.1:" + server.port())
                        .callbackExecutor(oneThread)
                        .listener(events::add)
                        .build());
                RawConnection operator = server.connect()) {
            next(Connected.class);
            operator.call("ACL", "SETUSER", "bob", "<builder", ">changed");
            operator.call("CLIENT", "KILL", "USER", "bob");
            next(Disconnected.class);
            assertThat(eventually(AuthenticationFailed.class).message()).contains("WRONGPASS");
            assertThatExceptionOfType(CarmineConnectionException.class)
                    .isThrownBy(redis::ping)
                    .withMessageContaining("the server refuses the credentials: WRONGPASS")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("builder"))
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
            operator.call("ACL", "SETUSER", "bob", "<changed", ">builder");
            ConnectionEvent event = events.take();
            while (!(event instanceof Connected)) {
                event = events.take();
            }
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void aListenerThatThrowsDisturbsNothing(RedisServer server) {
        try (Carmine redis = Carmine.connect(Clients.options(server)
                .listener(event -> {
                    throw new IllegalStateException("on purpose");
                })
                .build())) {
            server.call("CLIENT", "KILL", "TYPE", "normal");
            assertThat(redis.get("none")).isNull();
        }
    }
}
