package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Protocol;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.wire.RespBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Futures that are cancelled: what is unsent is taken back, the reply to what was sent is dropped. */
@BothProtocols
class CancelIT {
    /** More than all buffers between client and server hold together. */
    private static final String LARGE = "x".repeat(32 << 20);

    private final Protocol protocol;
    private final Gate gate = new Gate();
    private final FakeServer server = FakeServer.start()
            .on("GET", Keyed.get())
            .on("SET", Answer.reply(RespBytes.simple("OK")))
            .on("INCR", Answer.reply(RespBytes.integer(1)));

    CancelIT(Protocol protocol) {
        this.protocol = protocol;
    }

    @AfterEach
    void close() {
        server.close();
        server.verify();
    }

    @Test
    void whatIsCancelledBeforeThereIsAConnectionIsNeverSent() {
        try (FaultProxy proxy = FaultProxy.to(server.address())) {
            proxy.refuseConnections();
            try (Carmine redis = Carmine.connect(
                    TestOptions.to(proxy, protocol).connectLazily().build())) {
                cancel(redis.async().incr("cancelled"));
                proxy.acceptConnections();
                Keyed.assertGets(redis, "k");
                Eventually.nothingIsInFlight(redis);
            }
        }
        assertNeverReceived("INCR");
    }

    @Test
    void whatIsCancelledBehindABlockedWriteIsNeverSent() {
        server.next("GET", 1, gate.before(Keyed.get()));
        try (Carmine redis = connect()) {
            CompletableFuture<String> held = redis.async().get("held");
            server.awaitCommands("GET", 1);
            Pending<Boolean> large = CallStyle.FUTURE.start(redis, set("large", LARGE));
            cancel(redis.async().incr("cancelled"));
            gate.open();
            assertThat(held.join()).isEqualTo(Keyed.valueOf("held"));
            assertThat(large.value()).isTrue();
            Keyed.assertGets(redis, "k");
            Eventually.nothingIsInFlight(redis);
        }
        assertNeverReceived("INCR");
    }

    @Test
    void theReplyToWhatWasSentIsDroppedAndTheNextGetsItsOwn() {
        server.next("GET", 1, gate.before(Keyed.get()));
        try (Carmine redis = connect()) {
            CompletableFuture<String> cancelled = redis.async().get("cancelled");
            server.awaitCommands("GET", 1);
            cancel(cancelled);
            CompletableFuture<String> next = redis.async().get("next");
            gate.open();
            assertThat(next.join()).isEqualTo(Keyed.valueOf("next"));
            Keyed.assertGets(redis, "and the next");
            Eventually.nothingIsInFlight(redis);
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void everySecondOfManyIsCancelledAndTheOthersGetTheirReplies() {
        server.next("GET", 1, gate.before(Keyed.get()));
        try (Carmine redis = connect()) {
            List<CompletableFuture<String>> futures = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                futures.add(redis.async().get("key " + i));
            }
            for (int i = 0; i < futures.size(); i += 2) {
                cancel(futures.get(i));
            }
            gate.open();
            for (int i = 1; i < futures.size(); i += 2) {
                assertThat(futures.get(i).join()).isEqualTo(Keyed.valueOf("key " + i));
            }
            Eventually.nothingIsInFlight(redis);
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void cancellingWhatHasItsReplyChangesNothing() {
        try (Carmine redis = connect()) {
            CompletableFuture<String> done = redis.async().get("done");
            assertThat(done.join()).isEqualTo(Keyed.valueOf("done"));
            assertThat(done.cancel(true)).isFalse();
            assertThat(done.join()).isEqualTo(Keyed.valueOf("done"));
        }
    }

    private Carmine connect() {
        return Carmine.connect(TestOptions.to(server, protocol).build());
    }

    private static void cancel(CompletableFuture<?> future) {
        assertThat(future.cancel(true)).isTrue();
        assertThat(future).isCancelled();
    }

    private void assertNeverReceived(String name) {
        assertThat(server.commands()).noneMatch(command -> command.name().equals(name));
    }
}
