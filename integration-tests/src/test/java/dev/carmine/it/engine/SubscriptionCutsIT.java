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
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection of a listener may end after any byte: it hears of that once, and then of everything that follows. */
@BothProtocols
@RedisTest
@Tag("cuts")
class SubscriptionCutsIT implements MessageHandler<String>, MonitorHandler {
    private static final String GAP = "gap";

    private final FaultProxy proxy;
    private final RawConnection raw;
    private final Carmine redis;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    SubscriptionCutsIT(Protocol protocol, RedisServer server) {
        proxy = FaultProxy.to(server.address());
        raw = server.connect();
        redis = Carmine.connect(TestOptions.to(proxy, protocol).build());
    }

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

    @AfterEach
    void close() {
        redis.close();
        proxy.close();
        raw.close();
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void afterEachByteOfAMessage(Cut how) throws InterruptedException {
        try (Subscription subscription = redis.subscribe("news", this)) {
            assertThat(subscription.channels()).containsExactly("news");
            cutAfterEachByteOf("news=", how, message -> raw.call("PUBLISH", "news", message));
        }
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void afterEachByteOfALineOfMonitor(Cut how) throws InterruptedException {
        try (Monitor monitor = redis.monitor(this)) {
            assertThat(monitor.dropped()).isZero();
            cutAfterEachByteOf("", how, word -> raw.call("GET", word));
        }
    }

    private void cutAfterEachByteOf(String prefix, Cut how, Consumer<String> saying) throws InterruptedException {
        long before = proxy.bytes(Direction.TO_CLIENT);
        saying.accept("measured");
        assertThat(next()).isEqualTo(prefix + "measured");
        long length = proxy.bytes(Direction.TO_CLIENT) - before;
        assertThat(length).isGreaterThan(20);
        for (long bytes = 0; bytes < length; bytes++) {
            proxy.connection((int) proxy.connections()).cutAfter(Direction.TO_CLIENT, bytes, how);
            saying.accept("measured");
            assertThat(next()).as("cut after %d of %d bytes", bytes, length).isEqualTo(GAP);
            saying.accept("after " + bytes);
            assertThat(next()).isEqualTo(prefix + "after " + bytes);
        }
    }

    private String next() throws InterruptedException {
        return Objects.requireNonNull(
                heard.poll(Limit.PATIENT.toMillis(), TimeUnit.MILLISECONDS), "nothing was heard in time");
    }
}
