package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Gap;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.Protocol;
import dev.carmine.client.Subscription;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.fault.ProxiedConnection;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection of subscriptions may end after any byte: the handler hears of it, and then of what is published. */
@BothProtocols
@RedisTest
class SubscriptionCutsIT implements MessageHandler<String> {
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
        heard.add(message);
    }

    @Override
    public void onGap(Gap gap) {
        heard.add("gap");
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
            long before = proxy.bytes(Direction.TO_CLIENT);
            raw.call("PUBLISH", "news", "measured");
            assertThat(next()).isEqualTo("measured");
            long length = proxy.bytes(Direction.TO_CLIENT) - before;
            assertThat(length).isGreaterThan(20);
            for (long bytes = 0; bytes < length; bytes++) {
                latestConnection().cutAfter(Direction.TO_CLIENT, bytes, how);
                raw.call("PUBLISH", "news", "measured");
                assertThat(next()).as("cut after %d of %d bytes", bytes, length).isEqualTo("gap");
                raw.call("PUBLISH", "news", "after " + bytes);
                assertThat(next()).isEqualTo("after " + bytes);
            }
        }
    }

    private String next() throws InterruptedException {
        return Objects.requireNonNull(
                heard.poll(Limit.PATIENT.toMillis(), TimeUnit.MILLISECONDS), "nothing was heard in time");
    }

    private ProxiedConnection latestConnection() {
        return proxy.connection((int) proxy.connections());
    }
}
