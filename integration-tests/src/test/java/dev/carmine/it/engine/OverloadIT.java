package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineOverloadException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Limits;
import dev.carmine.client.Protocol;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.ThreadKind;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More calls than the limits allow: futures fail at once, callers wait within their time, and it passes. */
@BothProtocols
class OverloadIT {
    private static final int ROOM = 100;

    private final Protocol protocol;
    private final Gate gate = new Gate();
    private final FakeServer server = FakeServer.start().on("GET", gate.before(Keyed.get()));
    private final Carmine redis;

    OverloadIT(Protocol protocol) {
        this.protocol = protocol;
        redis = Carmine.connect(
                options().limits(Limits.defaults().withCommandsInFlight(ROOM)).build());
    }

    private ClientOptions.Builder options() {
        return TestOptions.to(server, protocol);
    }

    @AfterEach
    void close() {
        gate.open();
        redis.close();
        server.close();
        server.verify();
    }

    @Test
    void aFloodOfFuturesFailsBeyondTheLimitAndTheRestGetTheirReplies() {
        List<CompletableFuture<String>> flood = getMany(3 * ROOM);
        assertThat(flood.subList(0, ROOM)).noneMatch(CompletableFuture::isDone);
        assertThat(flood.subList(ROOM, flood.size()))
                .allSatisfy(future -> Pending.of(future).failure(CarmineOverloadException.class));
        gate.open();
        assertGet(flood.subList(0, ROOM));
        Eventually.nothingIsInFlight(redis);
        assertGet(getMany(ROOM));
        assertThat(server.awaitCommands("GET", 2 * ROOM)).hasSize(2 * ROOM);
    }

    @Test
    void bytesAreLimitedTooAndOneLargeCallMayPassTheLimit() {
        String large = "x".repeat(1_000);
        try (Carmine narrow = Carmine.connect(
                options().limits(Limits.defaults().withBytesInFlight(100)).build())) {
            CompletableFuture<String> passes = narrow.async().get(large);
            CompletableFuture<String> fails = narrow.async().get("k");
            CarmineOverloadException e = Pending.of(fails).failure(CarmineOverloadException.class);
            assertThat(e).hasMessageContaining("of 100 bytes");
            gate.open();
            assertThat(Pending.of(passes).value()).isEqualTo(Keyed.valueOf(large));
            Keyed.assertGets(narrow, "k");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallerThatWaitsGetsRoomWhenThereIsSome(ThreadKind kind) {
        List<CompletableFuture<String>> flood = getMany(ROOM);
        List<Pending<String>> callers = IntStream.range(0, 5)
                .mapToObj(i ->
                        Pending.on(kind, () -> redis.call(get("caller " + i).map(String::valueOf))))
                .toList();
        callers.forEach(Pending::awaitParked);
        assertThat(redis.stats().commandsInFlight()).isEqualTo(ROOM);
        gate.open();
        for (int i = 0; i < callers.size(); i++) {
            assertThat(callers.get(i).value()).isEqualTo(Keyed.valueOf("caller " + i));
        }
        assertGet(flood);
    }

    @Test
    void aCallbackFindsTheRoomOfItsOwnCall() {
        gate.open();
        try (Carmine narrow = Carmine.connect(
                options().limits(Limits.defaults().withCommandsInFlight(1)).build())) {
            CompletableFuture<String> chain = narrow.async().get("key 0");
            for (int i = 1; i < ROOM; i++) {
                String next = "key " + i;
                chain = chain.thenCompose(value -> narrow.async().get(next));
            }
            assertThat(Pending.of(chain).value()).isEqualTo(Keyed.valueOf("key " + (ROOM - 1)));
        }
    }

    private List<CompletableFuture<String>> getMany(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> redis.async().get("key " + i))
                .toList();
    }

    private static void assertGet(List<CompletableFuture<String>> futures) {
        for (int i = 0; i < futures.size(); i++) {
            assertThat(Pending.of(futures.get(i)).value()).isEqualTo(Keyed.valueOf("key " + i));
        }
    }
}
