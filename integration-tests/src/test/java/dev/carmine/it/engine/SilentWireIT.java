package dev.carmine.it.engine;

import static dev.carmine.client.command.Server.echo;
import static dev.carmine.client.command.Strings.get;
import static dev.carmine.client.command.Strings.incr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.ConnectionEvent.Disconnected;
import dev.carmine.client.Protocol;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.wire.RespBytes;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that owes something and is silent beyond the largest timeout is given up; one that is only slow is not. */
@BothProtocols
class SilentWireIT {
    private final Gate gate = new Gate();
    private final FakeServer server = FakeServer.start().on("GET", Keyed.get());
    private final Events events = new Events();
    private final Carmine redis;

    SilentWireIT(Protocol protocol) {
        redis = Carmine.connect(TestOptions.to(server, protocol)
                .commandTimeout(Limit.SHORT)
                .listener(events)
                .build());
    }

    @AfterEach
    void close() {
        redis.close();
        server.close();
        server.verify();
    }

    @ParameterizedTest
    @EnumSource
    void silenceBeyondTheLargestTimeoutEndsTheConnectionAndTheClientMakesAnother(CallStyle style) {
        server.on("INCR", Answer.silence());
        awaitUnanswered(style);
        assertGivenUp();
        assertThat(server.awaitCommands("INCR", 1))
                .as("a command of unknown fate is not repeated")
                .hasSize(1);
    }

    @Test
    void aLongerTimeoutInFlightKeepsASilentConnectionAlive() {
        server.on("INCR", gate.before(Answer.reply(RespBytes.integer(7))));
        Pending<Long> patient = CallStyle.FUTURE.start(redis.withTimeout(Limit.PATIENT), incr("c"));
        server.awaitCommands("INCR", 1);
        for (int i = 0; i < 3; i++) {
            CallStyle.PLATFORM_THREAD.start(redis, get("hasty")).failure(CarmineTimeoutException.class);
        }
        gate.open();
        assertThat(patient.value()).isEqualTo(7);
        Keyed.assertGets(redis.withTimeout(Limit.PATIENT), "k");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aLongerTimeoutNoLongerCountsWhenItsCallHasItsReply() {
        server.on("INCR", gate.before(Answer.reply(RespBytes.integer(7))));
        server.on("ECHO", Answer.silence());
        Pending<Long> patient = CallStyle.FUTURE.start(redis.withTimeout(Duration.ofHours(1)), incr("c"));
        Pending<String> unanswered = CallStyle.FUTURE.start(redis, echo("unanswered"));
        gate.open();
        assertThat(patient.value()).isEqualTo(7);
        assertGivenUp();
        unanswered.failure(CarmineUnansweredException.class);
    }

    @Test
    void noProgressWithinAReplyEndsTheConnection() {
        server.on("INCR", Answer.reply(RespBytes.raw(":12")));
        awaitUnanswered(CallStyle.PLATFORM_THREAD);
        assertGivenUp();
    }

    @Test
    void noProgressWithinAPushEndsTheConnectionThoughNobodyWaits() throws IOException {
        server.connection(1).send(RespBytes.raw(">2\r\n$7\r\nmess"));
        assertGivenUp();
    }

    private void awaitUnanswered(CallStyle style) {
        Unanswered.onceSent(CarmineUnansweredException.class, () -> style.start(redis, incr("c")));
    }

    private void assertGivenUp() {
        assertThat(events.await(Disconnected.class).cause()).isInstanceOf(SocketTimeoutException.class);
        Keyed.assertGets(redis.withTimeout(Limit.PATIENT), "k");
        assertThat(server.connections()).isEqualTo(2);
    }
}
