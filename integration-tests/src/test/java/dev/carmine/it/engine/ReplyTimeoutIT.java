package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Protocol;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.ThreadKind;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls whose time is over before their reply is there. The late reply is dropped, and the connection goes on. */
@BothProtocols
class ReplyTimeoutIT {
    private static final byte[] LATE = Keyed.reply("late");

    private final Gate gate = new Gate();
    private final FakeServer server = FakeServer.start().on("GET", Keyed.get());
    private final Carmine redis;
    private final Carmine hasty;

    ReplyTimeoutIT(Protocol protocol) {
        redis = Carmine.connect(TestOptions.to(server, protocol).build());
        hasty = redis.withTimeout(Limit.SHORT);
    }

    @AfterEach
    void close() {
        redis.close();
        server.close();
        server.verify();
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatComesTooLateIsDroppedAndTheNextCommandGetsItsOwn(CallStyle style) {
        server.next("GET", 1, gate.before(Answer.reply(LATE)));
        awaitTimeout(style, hasty);
        gate.open();
        assertConnectionGoesOn();
    }

    @ParameterizedTest
    @EnumSource
    void aReplyOfWhichHalfComesInTimeIsDroppedAndTheNextCommandGetsItsOwn(CallStyle style) {
        Carmine hastier = redis.withTimeout(Limit.SHORT.dividedBy(10));
        for (int half = 1; half < LATE.length; half++) {
            gate.close();
            Answer begin = Answer.reply(Arrays.copyOf(LATE, half));
            Answer end = Answer.reply(Arrays.copyOfRange(LATE, half, LATE.length));
            server.next("GET", 1, begin.then(gate.before(end)));
            awaitTimeout(style, hastier);
            gate.open();
            Keyed.assertGets(redis, "next");
        }
        assertConnectionGoesOn();
    }

    @Test
    void aPipelineOfWhichOneReplyComesInTimeFailsAndItsOtherRepliesAreDropped() {
        server.next("GET", 1, Keyed.get());
        server.next("GET", 1, gate.before(Keyed.get()));
        Unanswered.onceSent(
                CarmineTimeoutException.class,
                () -> Pending.on(ThreadKind.PLATFORM, () -> hasty.pipeline(get("in time"), get("late"), get("later"))));
        gate.open();
        assertConnectionGoesOn();
    }

    @ParameterizedTest
    @EnumSource
    void aShortCallLeavesALongOneBehindItAlone(CallStyle style) {
        server.next("GET", 1, gate.before(Keyed.get()));
        Pending<?> first = style.start(hasty, get("short"));
        Pending<?> second = style.start(redis, get("long"));
        first.failure(CarmineTimeoutException.class);
        gate.open();
        assertThat(second.value()).isEqualTo(Keyed.valueOf("long"));
        assertConnectionGoesOn();
    }

    @ParameterizedTest
    @EnumSource
    void aShortCallBehindALongOneLeavesItAlone(CallStyle style) {
        server.next("GET", 1, gate.before(Keyed.get()));
        Pending<?> first = style.start(redis, get("long"));
        server.awaitCommands("GET", 1);
        style.start(hasty, get("short")).failure(CarmineTimeoutException.class);
        gate.open();
        assertThat(first.value()).isEqualTo(Keyed.valueOf("long"));
        assertConnectionGoesOn();
    }

    @Test
    void roomIsGivenBackWhenTheLateRepliesHaveCome() {
        server.next("GET", 1, gate.before(Keyed.get()));
        awaitTimeout(CallStyle.PLATFORM_THREAD, hasty);
        awaitTimeout(CallStyle.FUTURE, hasty);
        assertThat(redis.stats().commandsInFlight()).isGreaterThanOrEqualTo(2);
        gate.open();
        Eventually.nothingIsInFlight(redis);
    }

    /** Returns when a call was sent and its time is over. */
    private static void awaitTimeout(CallStyle style, Carmine hasty) {
        Unanswered.onceSent(CarmineTimeoutException.class, () -> style.start(hasty, get("late")));
    }

    private void assertConnectionGoesOn() {
        Keyed.assertGets(redis, "next");
        Keyed.assertGets(redis, "and the next");
        assertThat(server.connections()).isEqualTo(1);
    }
}
