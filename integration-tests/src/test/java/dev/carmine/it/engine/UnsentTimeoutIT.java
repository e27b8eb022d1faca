package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.incr;
import static dev.carmine.client.command.Strings.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.AsyncCarmine;
import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.Limits;
import dev.carmine.client.Protocol;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.fake.ReceivedCommand;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.wire.RespBytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls whose time is over before they were sent. Their fate is NOT_SENT only if the server never gets them. */
@BothProtocols
class UnsentTimeoutIT {
    /** More than all buffers between client and server hold together. */
    private static final String LARGE = "x".repeat(32 << 20);

    private static final String PADDING = "x".repeat(1_000);

    private final Protocol protocol;
    private final Gate gate = new Gate();
    private final FakeServer server = FakeServer.start()
            .on("GET", Keyed.get())
            .on("INCR", (connection, words) -> connection.send(RespBytes.integer(1)))
            .on("SET", (connection, words) -> connection.send(RespBytes.simple("OK")))
            .on("ECHO", gate.before((connection, words) -> connection.send(RespBytes.bulk(words.get(1)))));

    UnsentTimeoutIT(Protocol protocol) {
        this.protocol = protocol;
    }

    @AfterEach
    void close() {
        server.close();
        server.verify();
    }

    @ParameterizedTest
    @EnumSource
    void withoutAConnectionACallWaitsForItsTimeAndIsNotSent(CallStyle style) {
        try (FaultProxy proxy = FaultProxy.to(server.address())) {
            proxy.refuseConnections();
            try (Carmine redis = Carmine.connect(
                    TestOptions.to(proxy, protocol).connectLazily().build())) {
                CarmineTimeoutException e = style.start(redis.withTimeout(Limit.SHORT), incr("late"))
                        .failure(CarmineTimeoutException.class);
                assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
                assertThat(e).hasMessageContaining("INCR");
                proxy.acceptConnections();
                Keyed.assertGets(redis, "k");
            }
        }
        assertThat(received("INCR")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void behindABlockedWriteACallIsNotSent(CallStyle style) {
        try (Carmine redis = Carmine.connect(TestOptions.to(server, protocol).build())) {
            Pending<?> held = holdServer(redis);
            Pending<Boolean> large = CallStyle.FUTURE.start(redis, set("large", LARGE));
            CarmineTimeoutException e =
                    style.start(redis.withTimeout(Limit.SHORT), incr("late")).failure(CarmineTimeoutException.class);
            assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
            gate.open();
            assertThat(held.value()).isEqualTo("held");
            assertThat(large.value()).isTrue();
            Keyed.assertGets(redis, "k");
        }
        assertThat(received("INCR")).isEmpty();
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whenItsWriteIsBlockedHalfWayACallIsOfUnknownFateAndDisturbsNobody(CallStyle style) {
        try (Carmine redis = Carmine.connect(TestOptions.to(server, protocol).build())) {
            Pending<?> held = holdServer(redis);
            Carmine hasty = redis.withTimeout(Limit.SHORT);
            Unanswered.onceSent(CarmineTimeoutException.class, () -> style.start(hasty, set("large", LARGE)));
            Pending<Long> behind = style.start(redis, incr("behind"));
            gate.open();
            assertThat(held.value()).isEqualTo("held");
            assertThat(behind.value()).isEqualTo(1);
            Keyed.assertGets(redis, "k");
        }
        assertThat(received("SET")).as("what was begun is sent to its end").hasSize(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    /** The rest was not sent and waits for another connection; but the whole pipeline must not be sent again. */
    @Test
    void aPipelineOfWhichOneCommandWasAnsweredIsOfUnknownFate() {
        server.on("INCR", Answer.reply(RespBytes.integer(1)).then(gate.before(Answer.silence())));
        try (FaultProxy proxy = FaultProxy.to(server.address());
                Carmine redis = Carmine.connect(TestOptions.to(proxy, protocol).build())) {
            AsyncCarmine hasty = redis.withTimeout(Limit.SHORT.multipliedBy(4)).async();
            Pending<?> pipeline = Pending.of(hasty.pipeline(incr("c"), set("large", LARGE)));
            server.awaitCommands("INCR", 1);
            proxy.refuseConnections();
            proxy.cutAll(Cut.RST);
            assertThat(pipeline.failure(CarmineUnansweredException.class).fate())
                    .isEqualTo(Fate.UNKNOWN);
            gate.open();
        }
        assertThat(received("INCR")).hasSize(1);
    }

    @Test
    void nothingOfAFloodBehindABlockedWriteIsReceivedThatWasCalledNotSent() {
        Set<Integer> notSent = new HashSet<>();
        try (Carmine redis = Carmine.connect(TestOptions.to(server, protocol).build())) {
            Pending<?> held = holdServer(redis);
            List<Pending<Long>> flood = flood(redis.withTimeout(Limit.SHORT));
            for (int i = 0; i < flood.size(); i++) {
                if (flood.get(i).failure(CarmineTimeoutException.class).fate() == Fate.NOT_SENT) {
                    notSent.add(i);
                }
            }
            assertThat(notSent).as("what is left when all buffers are full").isNotEmpty();
            gate.open();
            assertThat(held.value()).isEqualTo("held");
            Keyed.assertGets(redis, "k");
        }
        assertThat(received("INCR")).as("what has left").isNotEmpty();
        notSent.retainAll(
                received("INCR").stream().map(UnsentTimeoutIT::numberOf).toList());
        assertThat(notSent).as("called NOT_SENT, and yet received").isEmpty();
    }

    /** Many small commands on numbered keys, together more than all buffers hold. */
    private static List<Pending<Long>> flood(Carmine redis) {
        List<Pending<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 25_000; i++) {
            calls.add(CallStyle.FUTURE.start(redis, incr(PADDING + i)));
        }
        return calls;
    }

    private static int numberOf(ReceivedCommand command) {
        return Integer.parseInt(command.words().get(1).substring(PADDING.length()));
    }

    @ParameterizedTest
    @EnumSource(names = {"PLATFORM_THREAD", "VIRTUAL_THREAD"})
    void aCallThatFindsNoRoomWaitsForItsTimeAndIsNotSent(CallStyle style) {
        try (Carmine redis = Carmine.connect(TestOptions.to(server, protocol)
                .limits(Limits.defaults().withCommandsInFlight(1))
                .build())) {
            Pending<?> held = holdServer(redis);
            CarmineTimeoutException e =
                    style.start(redis.withTimeout(Limit.SHORT), incr("late")).failure(CarmineTimeoutException.class);
            assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
            assertThat(e).hasMessageContaining("room");
            gate.open();
            assertThat(held.value()).isEqualTo("held");
            Keyed.assertGets(redis, "k");
        }
        assertThat(received("INCR")).isEmpty();
    }

    /** Makes the server read no further until the gate is open. */
    private Pending<?> holdServer(Carmine redis) {
        Pending<?> held =
                CallStyle.FUTURE.start(redis, Command.of("ECHO").arg("held").asText());
        server.awaitCommands("ECHO", 1);
        return held;
    }

    private List<ReceivedCommand> received(String name) {
        return server.commands().stream()
                .filter(command -> command.name().equals(name))
                .toList();
    }
}
