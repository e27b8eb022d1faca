package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.get;
import static dev.carmine.client.command.Strings.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.Fate;
import dev.carmine.client.Limits;
import dev.carmine.client.Protocol;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Callers that are interrupted, wherever they are. Each is told the truth and keeps its interrupt flag; nobody else
 * notices, and the connection stays the same.
 */
@BothProtocols
@RedisTest
class InterruptIT {
    /** More than all buffers between client and server hold together. */
    private static final String LARGE = "x".repeat(32 << 20);

    /** So much of it is written at once. */
    private static final int A_LOT = 1 << 20;

    private final FaultProxy proxy;
    private final RawConnection raw;
    private final Carmine redis;
    private final Protocol protocol;
    private final long connection;

    /** What had gone to the server before the large write began. */
    private volatile long bytesBefore = Long.MAX_VALUE;

    InterruptIT(Protocol protocol, RedisServer server) {
        this.protocol = protocol;
        proxy = FaultProxy.to(server.address());
        raw = server.connect();
        raw.call("DEL", "c", "large");
        raw.call("SET", "k", Keyed.valueOf("k"));
        redis = Carmine.connect(TestOptions.to(proxy, protocol).build());
        connection = redis.clientId();
    }

    @AfterEach
    void close() {
        redis.close();
        proxy.close();
        raw.close();
    }

    @ParameterizedTest
    @EnumSource
    void beforeItsCallNothingIsSent(ThreadKind kind) {
        Pending<Long> victim = Pending.on(kind, () -> {
            Thread.currentThread().interrupt();
            return redis.incr("c");
        });
        assertInterrupted(victim, Fate.NOT_SENT);
        assertThat(counted()).isZero();
        assertNothingHappened();
    }

    @ParameterizedTest
    @EnumSource
    void whileItWaitsForAReplyItsFateIsUnknown(ThreadKind kind) {
        proxy.stall(Direction.TO_CLIENT);
        Pending<String> other = CallStyle.FUTURE.start(redis, get("k"));
        Pending<Long> victim = Pending.on(kind, () -> redis.incr("c"));
        Awaitility.await("the INCR on the server").atMost(Limit.PATIENT).until(() -> counted() == 1);
        victim.interrupt();
        assertInterrupted(victim, Fate.UNKNOWN);
        proxy.resume(Direction.TO_CLIENT);
        assertThat(other.value()).isEqualTo(Keyed.valueOf("k"));
        assertNothingHappened();
    }

    @ParameterizedTest
    @EnumSource
    void whileItsWriteIsBlockedItsFateIsUnknown(ThreadKind kind) {
        Pending<Boolean> victim = beginLargeWrite(() -> Pending.on(kind, () -> redis.set("large", LARGE)));
        Pending<String> other = CallStyle.FUTURE.start(redis, get("k"));
        victim.interrupt();
        assertInterrupted(victim, Fate.UNKNOWN);
        proxy.resume(Direction.TO_SERVER);
        assertThat(other.value()).isEqualTo(Keyed.valueOf("k"));
        assertThat(redis.strlen("large"))
                .as("what was begun is sent to its end")
                .isEqualTo(LARGE.length());
        assertNothingHappened();
    }

    @ParameterizedTest
    @EnumSource
    void whileItIsQueuedBehindABlockedWriteItIsNotSent(ThreadKind kind) {
        Pending<Boolean> other = beginLargeWrite(() -> CallStyle.FUTURE.start(redis, set("large", LARGE)));
        Pending<Long> victim = Pending.on(kind, () -> redis.incr("c"));
        victim.awaitParked();
        victim.interrupt();
        assertInterrupted(victim, Fate.NOT_SENT);
        proxy.resume(Direction.TO_SERVER);
        assertThat(other.value()).isTrue();
        assertNothingHappened();
        assertThat(counted()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whileThereIsNoConnectionItIsNotSent(ThreadKind kind) {
        proxy.refuseConnections();
        proxy.connection(1).cut(Cut.FIN);
        Pending<Long> victim = Pending.on(kind, () -> redis.incr("c"));
        victim.awaitParked();
        victim.interrupt();
        assertInterrupted(victim, Fate.NOT_SENT);
        proxy.acceptConnections();
        Keyed.assertGets(redis, "k");
        assertThat(counted()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whileItWaitsForRoomItIsNotSent(ThreadKind kind) {
        try (Carmine narrow = Carmine.connect(TestOptions.to(proxy, protocol)
                .limits(Limits.defaults().withCommandsInFlight(1))
                .build())) {
            proxy.stall(Direction.TO_CLIENT);
            Pending<String> other = CallStyle.FUTURE.start(narrow, get("k"));
            Pending<Long> victim = Pending.on(kind, () -> narrow.incr("c"));
            victim.awaitParked();
            victim.interrupt();
            assertInterrupted(victim, Fate.NOT_SENT);
            proxy.resume(Direction.TO_CLIENT);
            assertThat(other.value()).isEqualTo(Keyed.valueOf("k"));
        }
        assertThat(counted()).isZero();
    }

    @Test
    void whileItLeadsAloneItsFateIsUnknown() {
        Pending<Boolean> victim = leadWithABlockedWrite();
        Pending<String> other = CallStyle.FUTURE.start(redis, get("k"));
        victim.interrupt();
        assertInterrupted(victim, Fate.UNKNOWN);
        proxy.resume(Direction.TO_SERVER);
        assertThat(other.value()).isEqualTo(Keyed.valueOf("k"));
        assertThat(redis.strlen("large"))
                .as("what was begun is sent to its end")
                .isEqualTo(LARGE.length());
        assertNothingHappened();
    }

    /** Starts a call and returns when some of it has been written and the rest cannot be. */
    private <T> Pending<T> beginLargeWrite(Supplier<Pending<T>> call) {
        proxy.stall(Direction.TO_SERVER);
        bytesBefore = proxy.bytes(Direction.TO_SERVER);
        Pending<T> pending = call.get();
        proxy.awaitBytes(Direction.TO_SERVER, bytesBefore + A_LOT);
        return pending;
    }

    /** The same with a caller that writes by itself. */
    private Pending<Boolean> leadWithABlockedWrite() {
        Supplier<Boolean> call = () -> {
            LeadingCaller.warmUp(redis);
            proxy.stall(Direction.TO_SERVER);
            bytesBefore = proxy.bytes(Direction.TO_SERVER);
            return redis.set("large", LARGE);
        };
        Runnable release = () -> {
            bytesBefore = Long.MAX_VALUE;
            proxy.resume(Direction.TO_SERVER);
        };
        return LeadingCaller.start(call, () -> proxy.bytes(Direction.TO_SERVER) - A_LOT > bytesBefore, release);
    }

    private static void assertInterrupted(Pending<?> victim, Fate fate) {
        CarmineInterruptedException e = victim.failure(CarmineInterruptedException.class);
        assertThat(e.fate()).isEqualTo(fate);
        assertThat(victim.endedInterrupted()).as("the interrupt flag").isTrue();
    }

    private void assertNothingHappened() {
        assertThat(redis.clientId()).as("the connection").isEqualTo(connection);
        Keyed.assertGets(redis, "k");
    }

    private long counted() {
        Object value = raw.call("GET", "c");
        return value == null ? 0 : Long.parseLong(value.toString());
    }
}
