package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Gap;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.Monitor;
import dev.carmine.client.MonitorHandler;
import dev.carmine.client.MonitoredCommand;
import dev.carmine.client.Protocol;
import dev.carmine.client.Subscription;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.fault.ProxiedConnection;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Seed;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.Transport;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The connection of a listener is lost, and so is the next one, after any byte of what begins there again: everything
 * comes back on the third, and no more gaps are told than there were.
 */
@BothProtocols
@RedisTest
@Tag("cuts")
class RenewalCutsIT {
    private static final String GAP = "gap";

    /** A little more than what subscriptions say and hear when they begin again: there is a handshake before that. */
    private static final int RENEWAL = 150;

    /** The same for a monitor. */
    private static final int MONITOR_RENEWAL = 40;

    /** A run cuts after every fourth byte, runs together after each. */
    private static final int STRIDE = 4;

    private final FaultProxy proxy;
    private final RawConnection raw;
    private final Carmine redis;

    /** All bytes that had passed when the latest connection began. */
    private volatile long toServerBefore;

    private volatile long toClientBefore;

    /** What becomes of the next connection. */
    private volatile Consumer<ProxiedConnection> plan = connection -> {};

    RenewalCutsIT(Protocol protocol, RedisServer server) {
        proxy = FaultProxy.to(server.address());
        proxy.onConnection(connection -> {
            toServerBefore = proxy.bytes(Direction.TO_SERVER);
            toClientBefore = proxy.bytes(Direction.TO_CLIENT);
            plan.accept(connection);
            plan = next -> {};
        });
        raw = server.connect();
        redis = Carmine.connect(TestOptions.to(proxy, protocol).build());
    }

    @AfterEach
    void close() {
        redis.close();
        proxy.close();
        raw.close();
    }

    /** Keeps what comes, gaps and all. */
    private static final class Ear implements MessageHandler<String>, MonitorHandler {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public void onMessage(String channel, String message) {
            heard.add(channel + "=" + message);
        }

        @Override
        public void onCommand(MonitoredCommand command) {
            if (command.words().get(0).equals("GET")) {
                heard.add(command.words().get(1));
            }
        }

        @Override
        public void onGap(Gap gap) {
            heard.add(gap instanceof Gap.Disconnected ? GAP : gap.toString());
        }

        String next() throws InterruptedException {
            return Objects.requireNonNull(
                    heard.poll(Limit.PATIENT.toMillis(), TimeUnit.MILLISECONDS), "nothing was heard in time");
        }

        void expect(String... expected) throws InterruptedException {
            for (String one : expected) {
                assertThat(next()).isEqualTo(one);
            }
        }
    }

    /** If one subscription is back on the second connection before that is cut, it has two gaps; both never have. */
    @ParameterizedTest
    @CsvSource({"TO_SERVER, FIN", "TO_SERVER, RST", "TO_CLIENT, FIN", "TO_CLIENT, RST"})
    void channelsAndPatternsComeBack(Direction direction, Cut how) throws InterruptedException {
        Ear byName = new Ear();
        Ear byPattern = new Ear();
        try (Subscription channels = redis.subscribe("a", byName);
                Subscription pattern = redis.psubscribe("p.*", byPattern)) {
            channels.add("b", "c");
            cutLatest(how);
            byName.expect(GAP);
            byPattern.expect(GAP);
            long length = bytesOfLatest(direction);
            for (long bytes = Math.max(0, length - RENEWAL) + first(); bytes < length; bytes += STRIDE) {
                long second = cutLatestAndNext(direction, bytes, how);
                byName.expect(GAP);
                byPattern.expect(GAP);
                boolean survived = cutIfItSurvived(second, how);
                awaitRenewal(second + 1);
                for (String channel : List.of("a", "b", "c", "p.x")) {
                    raw.call("PUBLISH", channel, "after " + bytes);
                }
                int gaps = gapsBefore("a=after " + bytes, byName) + gapsBefore("p.x=after " + bytes, byPattern);
                assertThat(gaps)
                        .as("more gaps, having cut after %d of %d bytes", bytes, length)
                        .isBetween(survived ? 2 : 0, survived ? 2 : 1);
                byName.expect("b=after " + bytes, "c=after " + bytes);
            }
            assertThat(pattern.channels()).containsExactly("p.*");
        }
    }

    private static int first() {
        return Seed.random("RenewalCutsIT").nextInt(STRIDE);
    }

    private static int gapsBefore(String message, Ear ear) throws InterruptedException {
        int gaps = 0;
        for (String one = ear.next(); !one.equals(message); one = ear.next()) {
            assertThat(one).isEqualTo(GAP);
            gaps++;
        }
        return gaps;
    }

    /**
     * Waits until a connection has everything that was wanted when it began. What is wanted once it is there is asked for
     * last, and it is there when something has been confirmed on it.
     */
    private void awaitRenewal(long connection) {
        proxy.awaitConnections(connection);
        try (Subscription probe = redis.subscribe("on that connection", (channel, message) -> {})) {
            probe.add("after all that was wanted before");
        }
    }

    @ParameterizedTest
    @CsvSource({"TO_SERVER, FIN", "TO_SERVER, RST", "TO_CLIENT, FIN", "TO_CLIENT, RST"})
    void aMonitorComesBack(Direction direction, Cut how) throws InterruptedException {
        Ear ear = new Ear();
        try (Monitor monitor = redis.monitor(ear)) {
            cutLatest(how);
            ear.expect(GAP);
            long length = bytesOfLatest(direction);
            for (long bytes = Math.max(0, length - MONITOR_RENEWAL) + first(); bytes < length; bytes += STRIDE) {
                long second = cutLatestAndNext(direction, bytes, how);
                ear.expect(GAP);
                if (cutIfItSurvived(second, how)) {
                    ear.expect(GAP);
                }
                raw.call("GET", "after " + bytes);
                ear.expect("after " + bytes);
            }
            assertThat(monitor.dropped()).isZero();
        }
    }

    private void cutLatest(Cut how) {
        proxy.connection((int) proxy.connections()).cut(how);
    }

    private long bytesOfLatest(Direction direction) {
        return proxy.bytes(direction) - (direction == Direction.TO_SERVER ? toServerBefore : toClientBefore);
    }

    /** Cuts the latest connection now, and the next one after so many bytes; returns the number of that. */
    private long cutLatestAndNext(Direction direction, long bytes, Cut how) {
        long number = proxy.connections() + 1;
        plan = connection -> connection.cutAfter(direction, bytes, how);
        cutLatest(how);
        return number;
    }

    /**
     * Cuts a connection on which everything has come back, since its handshake was shorter than the one measured: that of
     * TLS differs. Returns whether it had to.
     */
    private boolean cutIfItSurvived(long number, Cut how) {
        boolean survived = proxy.connections() == number;
        if (survived) {
            assertThat(Transport.ofTests()).isEqualTo(Transport.TLS);
            cutLatest(how);
        }
        return survived;
    }
}
