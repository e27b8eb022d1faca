package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.incr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.ConnectionEvent.Disconnected;
import dev.carmine.client.Fate;
import dev.carmine.client.Protocol;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.fault.ProxiedConnection;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections on which everything vanishes without a word, as when the server's machine has lost its power. */
@BothProtocols
@RedisTest
class HalfOpenIT {
    private final FaultProxy proxy;
    private final RawConnection raw;
    private final Protocol protocol;
    private final Events events = new Events();

    HalfOpenIT(Protocol protocol, RedisServer server) {
        this.protocol = protocol;
        proxy = FaultProxy.to(server.address());
        raw = server.connect();
        raw.call("SET", "c", "0");
        raw.call("SET", "k", Keyed.valueOf("k"));
    }

    @AfterEach
    void close() {
        proxy.close();
        raw.close();
    }

    @ParameterizedTest
    @EnumSource
    void callersTimeOutAndTheClientMakesAnotherConnection(CallStyle style) {
        try (Carmine redis = Carmine.connect(options().build())) {
            loseBothDirections(proxy.connection(1));
            Unanswered.onceSent(CarmineUnansweredException.class, () -> style.start(redis, incr("c")));
            assertRecovers(redis);
        }
        assertThat(raw.text("GET", "c")).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void whenRepliesVanishTheFateOfWhatTheServerHasDoneIsUnknown(CallStyle style) {
        try (Carmine redis = Carmine.connect(options().build())) {
            proxy.connection(1).swallow(Direction.TO_CLIENT);
            Unanswered.onceSent(CarmineUnansweredException.class, () -> style.start(redis, incr("c")));
            assertRecovers(redis);
        }
        assertThat(raw.text("GET", "c")).isEqualTo("1");
    }

    @Test
    void aCallerThatLeadsTimesOutAndTheClientMakesAnotherConnection() {
        try (Carmine redis = Carmine.connect(options().build())) {
            Pending<Long> leader = leadOnALostConnection(redis);
            assertThat(leader.failure(CarmineUnansweredException.class).fate()).isEqualTo(Fate.UNKNOWN);
            assertRecovers(redis);
        }
        assertThat(raw.text("GET", "c")).isEqualTo("0");
    }

    private Pending<Long> leadOnALostConnection(Carmine redis) {
        AtomicLong before = new AtomicLong(Long.MAX_VALUE);
        Supplier<Long> call = () -> {
            LeadingCaller.warmUp(redis.withTimeout(Limit.PATIENT));
            loseBothDirections(proxy.connection((int) proxy.connections()));
            before.set(proxy.bytes(Direction.TO_SERVER));
            return redis.incr("c");
        };
        return LeadingCaller.start(
                call, () -> proxy.bytes(Direction.TO_SERVER) > before.get(), () -> before.set(Long.MAX_VALUE));
    }

    @Test
    void anIdleOneIsFoundBeforeItIsNeeded() {
        try (Carmine redis =
                Carmine.connect(options().idleCheck(Duration.ofMillis(50)).build())) {
            loseBothDirections(proxy.connection(1));
            proxy.awaitConnections(2);
            assertRecovers(redis);
        }
    }

    @Test
    void anIdleOneThatAnswersThePingIsKept() {
        try (Carmine redis = Carmine.connect(options()
                .commandTimeout(Limit.PATIENT)
                .idleCheck(Duration.ofMillis(10))
                .build())) {
            long before = proxy.bytes(Direction.TO_CLIENT);
            assertThat(redis.ping()).isEqualTo("PONG");
            long answer = proxy.bytes(Direction.TO_CLIENT) - before;
            proxy.awaitBytes(Direction.TO_CLIENT, before + 10 * answer);
            Keyed.assertGets(redis, "k");
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    private ClientOptions.Builder options() {
        return TestOptions.to(proxy, protocol).commandTimeout(Limit.SHORT).listener(events);
    }

    private static void loseBothDirections(ProxiedConnection connection) {
        connection.swallow(Direction.TO_SERVER);
        connection.swallow(Direction.TO_CLIENT);
    }

    private void assertRecovers(Carmine redis) {
        assertThat(events.await(Disconnected.class).cause()).isInstanceOf(SocketTimeoutException.class);
        Keyed.assertGets(redis.withTimeout(Limit.PATIENT), "k");
        assertThat(proxy.connections()).isGreaterThan(1);
    }
}
