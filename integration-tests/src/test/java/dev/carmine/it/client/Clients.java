package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Protocol;
import dev.carmine.client.TlsOptions;
import dev.carmine.client.command.Strings;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.tls.TestAuthority;
import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Clients for tests, with deadlines that a busy machine keeps: a test that waits for one of them has failed. */
public final class Clients {
    /** Longer than anything takes that is to succeed. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Clients() {}

    /**
     * Calls in every way there is, over the shared connection and dedicated ones.
     *
     * @param redis a connected client
     */
    public static void assertEveryKindOfCallWorks(Carmine redis) {
        redis.set("key", "value");
        assertThat(redis.get("key")).isEqualTo("value");
        assertThat(redis.async().incr("count").join()).isOne();
        assertThat(redis.pipeline(Strings.get("key"), Strings.incr("count"))).isEqualTo(List.of("value", 2L));
        redis.rpush("queue", "job");
        assertThat(redis.blpop(Duration.ofSeconds(1), "queue")).isNotNull();
        assertThat(redis.<String>session(session -> session.get("key"))).isEqualTo("value");
        redis.del("count");
    }

    /**
     * Waits for a signal where nothing may be thrown, as in a session.
     *
     * @param signal what somebody counts down
     * @return always true; it fails when patience is at its end
     */
    public static boolean await(CountDownLatch signal) {
        try {
            assertThat(signal.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a signal", e);
        }
    }

    /**
     * Begins options.
     *
     * @param server where to connect
     * @param resp the version of the protocol
     * @return options with deadlines of half a minute
     */
    public static ClientOptions.Builder options(RedisServer server, Resp resp) {
        return options(server).protocol(protocol(resp));
    }

    /**
     * The client's name for a version of the protocol.
     *
     * @param resp the version
     * @return the same version
     */
    public static Protocol protocol(Resp resp) {
        return resp == Resp.RESP2 ? Protocol.RESP2 : Protocol.RESP3;
    }

    /**
     * Begins options.
     *
     * @param server where to connect
     * @return options with deadlines of half a minute
     */
    public static ClientOptions.Builder options(RedisServer server) {
        return to(server.address()).uri(server.uri()).connectTimeout(PATIENCE).commandTimeout(PATIENCE);
    }

    /**
     * Begins options.
     *
     * @param address where to connect; over TLS with trust in the authority of tests
     * @return options with the deadlines that they have by themselves
     */
    public static ClientOptions.Builder to(Address address) {
        ClientOptions.Builder options = ClientOptions.builder().uri(address.uri());
        return address.transport() == Transport.TLS ? options.tls(trusting()) : options;
    }

    private static TlsOptions trusting() {
        return TlsOptions.builder().trust(TestAuthority.trusted().certificate()).build();
    }

    /**
     * Connects.
     *
     * @param server where to connect
     * @param resp the version of the protocol
     * @return a client that the caller must close
     */
    public static Carmine connect(RedisServer server, Resp resp) {
        return Carmine.connect(options(server, resp).build());
    }

    /**
     * Connects on whatever protocol the server speaks.
     *
     * @param server where to connect
     * @return a client that the caller must close
     */
    public static Carmine connect(RedisServer server) {
        return Carmine.connect(options(server).build());
    }
}
