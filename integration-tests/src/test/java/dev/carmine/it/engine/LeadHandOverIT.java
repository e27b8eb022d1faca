package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.get;
import static dev.carmine.client.command.Strings.incr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.Protocol;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.wire.RespBytes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can happen to a caller that leads: it gives the lead to the link's thread, and nobody is lost. */
@BothProtocols
class LeadHandOverIT {
    private final Gate gate = new Gate();
    private final FakeServer server = FakeServer.start()
            .on("GET", gate.before(Keyed.get()))
            .on("INCR", gate.before(Answer.reply(RespBytes.integer(1))))
            .on("ECHO", Answer.computed(words -> RespBytes.bulk(words.get(1))));
    private final Carmine redis;

    LeadHandOverIT(Protocol protocol) {
        redis = Carmine.connect(TestOptions.to(server, protocol).build());
    }

    @AfterEach
    void close() {
        gate.open();
        redis.close();
        server.close();
        server.verify();
    }

    @Test
    void theFirstCallerDoesNotLead() {
        Pending<String> caller = CallStyle.PLATFORM_THREAD.start(redis, get("first"));
        server.awaitCommands("GET", 1);
        caller.awaitParked();
        gate.open();
        assertThat(caller.value()).isEqualTo(Keyed.valueOf("first"));
    }

    @Test
    void aCallerThatLeadsReadsItsOwnReply() {
        Pending<String> leader = lead(get("leader"));
        gate.open();
        assertThat(leader.value()).isEqualTo(Keyed.valueOf("leader"));
        assertGoesOn(1);
    }

    @ParameterizedTest
    @EnumSource
    void whenAnotherCallComesBothGetTheirReplies(CallStyle other) {
        Pending<String> leader = lead(get("leader"));
        Pending<String> second = other.start(redis, get("second"));
        leader.awaitParked();
        gate.open();
        assertThat(leader.value()).isEqualTo(Keyed.valueOf("leader"));
        assertThat(second.value()).isEqualTo(Keyed.valueOf("second"));
        assertGoesOn(1);
    }

    @Test
    void whenItsTimeIsOverTheLateReplyIsDropped() {
        Pending<Long> leader = lead(incr("c"), Limit.SHORT);
        assertThat(leader.failure(CarmineTimeoutException.class).fate()).isEqualTo(Fate.UNKNOWN);
        gate.open();
        assertGoesOn(1);
    }

    @Test
    void whenItIsInterruptedTheLateReplyIsDropped() {
        Pending<Long> leader = lead(incr("c"));
        leader.interrupt();
        assertThat(leader.failure(CarmineInterruptedException.class).fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(leader.endedInterrupted()).isTrue();
        gate.open();
        assertGoesOn(1);
    }

    @ParameterizedTest
    @EnumSource
    void whenItsConnectionIsCutAWriteIsOfUnknownFate(Cut how) throws IOException {
        Pending<Long> leader = lead(incr("c"));
        cut(how);
        assertThat(leader.failure(CarmineConnectionException.class).fate()).isEqualTo(Fate.UNKNOWN);
        gate.open();
        assertGoesOn(2);
    }

    @ParameterizedTest
    @EnumSource
    void whenItsConnectionIsCutAReadIsRepeatedOnTheNext(Cut how) throws IOException {
        Pending<String> leader = lead(get("leader"));
        cut(how);
        gate.open();
        assertThat(leader.value()).isEqualTo(Keyed.valueOf("leader"));
        assertGoesOn(2);
    }

    @Test
    void whenTheClientIsClosedTheReplyIsStillWaitedFor() {
        Pending<String> leader = lead(get("leader"));
        Pending<Boolean> closing = Pending.on(ThreadKind.PLATFORM, () -> {
            redis.close(Limit.PATIENT);
            return true;
        });
        leader.awaitParked();
        gate.open();
        assertThat(leader.value()).isEqualTo(Keyed.valueOf("leader"));
        assertThat(closing.value()).isTrue();
    }

    @Test
    void whenTheClientIsClosedAtOnceItsFateIsUnknown() {
        Pending<Long> leader = lead(incr("c"));
        redis.close(Duration.ZERO);
        assertThat(leader.failure(CarmineConnectionException.class).fate()).isEqualTo(Fate.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOADING Redis is loading the dataset in memory",
                "BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE."
            })
    void whenTheServerPutsItOffItIsAskedAgain(String refusal) {
        AtomicInteger tries = new AtomicInteger();
        Answer everySecondTime = Answer.computed(
                words -> tries.incrementAndGet() % 2 == 1 ? RespBytes.error(refusal) : RespBytes.integer(42));
        server.on("INCR", gate.before(everySecondTime));
        Pending<Long> leader = lead(incr("c"));
        gate.open();
        assertThat(leader.value()).isEqualTo(42);
        assertGoesOn(1);
    }

    @ParameterizedTest
    @EnumSource
    void whenAnotherCallHasComeAndTimedOutTheReplyStillFindsIt(CallStyle other) {
        Pending<String> leader = lead(get("leader"));
        other.start(redis.withTimeout(Limit.SHORT), get("hasty")).failure(CarmineTimeoutException.class);
        gate.open();
        assertThat(leader.value()).isEqualTo(Keyed.valueOf("leader"));
        assertGoesOn(1);
    }

    @Test
    void whenAnotherCallerIsInterruptedTheReplyStillFindsIt() {
        Pending<String> leader = lead(get("leader"));
        Pending<String> second = CallStyle.PLATFORM_THREAD.start(redis, get("second"));
        leader.awaitParked();
        second.interrupt();
        second.failure(CarmineInterruptedException.class);
        gate.open();
        assertThat(leader.value()).isEqualTo(Keyed.valueOf("leader"));
        assertGoesOn(1);
    }

    @Test
    void theLeadIsGivenAwayAgainAndAgain() {
        for (int round = 0; round < 5; round++) {
            server.on("GET", Keyed.get());
            LeadingCaller.warmUp(redis);
            CallStyle.FUTURE.start(redis, get("future")).value();
            Keyed.assertGets(redis, "round " + round);
        }
        assertGoesOn(1);
    }

    private <T> Pending<T> lead(Command<T> command) {
        return lead(command, Limit.PATIENT);
    }

    private <T> Pending<T> lead(Command<T> command, Duration timeout) {
        return LeadingCaller.start(redis.withTimeout(timeout), command, server, gate);
    }

    private void cut(Cut how) throws IOException {
        if (how == Cut.FIN) {
            server.connection(1).close();
        } else {
            server.connection(1).reset();
        }
    }

    private void assertGoesOn(int connections) {
        assertThat(redis.echo("next")).isEqualTo("next");
        assertThat(redis.echo("and the next")).isEqualTo("and the next");
        assertThat(server.connections()).isEqualTo(connections);
    }
}
