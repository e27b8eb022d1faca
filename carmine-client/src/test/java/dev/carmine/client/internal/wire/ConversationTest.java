package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of calls from their submission to their end. */
class ConversationTest extends ConversationHarness {
    private static final EncodedCommand<?> SET = Words.command("SET", "key", "value");
    private static final EncodedCommand<?> GET = Words.repeatable("GET", "key");
    private static final String LOADING = "-LOADING Redis is loading the dataset in memory\r\n";

    ConversationTest() throws IOException {
        super(new Room(1_000, 1_000_000));
    }

    @Test
    void endsACallWithItsReply() throws IOException {
        SingleCall call = submitted(Words.call(SET));
        takeInAndSend();
        receive("+OK\r\n");

        assertThat(call.result()).isEqualTo("OK");
        assertThat(conversation.isQuiet()).isTrue();
    }

    @Test
    void completesAFutureWithItsReply() throws IOException {
        ReplyFuture<Object> future = submitted(SET, Words.farDeadline());
        takeInAndSend();
        receive("+OK\r\n");

        assertThat(future).isCompletedWithValue("OK");
    }

    @Test
    void asksAgainAfterAnErrorThatPasses() throws IOException {
        SingleCall call = submitted(Words.call(SET));
        takeInAndSend();
        receive(LOADING);
        assertThat(call.isOpen()).isTrue();
        assertThat(conversation.isQuiet()).isFalse();
        assertThat(conversation.untilNextEvent(System.nanoTime())).isLessThanOrEqualTo(DelayedCalls.LONGEST);
        conversation.takeIn(System.nanoTime() + DelayedCalls.LONGEST);
        conversation.send(System.nanoTime());
        receive("+OK\r\n");

        assertThat(server.sent()).isEqualTo(Words.encoding(SET, SET));
        assertThat(call.result()).isEqualTo("OK");
    }

    @Test
    void doesNotAskAgainWhenThereIsNoTimeForIt() throws IOException {
        SingleCall call = submitted(new SingleCall(SET, null, System.nanoTime() + DelayedCalls.LONGEST));
        takeInAndSend();
        receive(LOADING);

        assertThat(catchThrowableOfType(CarmineServerException.class, call::result)
                        .code())
                .isEqualTo("LOADING");
    }

    @Test
    void failsACallThatIsPutOffWhenItsTimeIsOver() throws IOException {
        ReplyFuture<Object> future = submitted(SET, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        takeInAndSend();
        receive(LOADING);
        sweep();

        assertThat(fate(future, CarmineTimeoutException.class)).isEqualTo(Fate.NOT_SENT);
        assertThat(conversation.isQuiet()).isTrue();
    }

    @Test
    void failsAFutureInTheQueueWhenItsTimeIsOver() {
        conversation.lose(new IOException("gone"), true);
        ReplyFuture<Object> future = submitted(SET, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        conversation.takeIn(System.nanoTime());
        sweep();

        assertThat(fate(future, CarmineTimeoutException.class)).isEqualTo(Fate.NOT_SENT);
    }

    @Test
    void leavesTheTimeOfAThreadsCallToThatThread() throws IOException {
        SingleCall call = submitted(new SingleCall(SET, null, System.nanoTime() + TimeUnit.MINUTES.toNanos(1)));
        takeInAndSend();
        sweep();

        assertThat(call.isOpen()).isTrue();
        receive("+OK\r\n");
    }

    @Test
    void keepsThePlaceOfALateCallUntilItsReplyHasCome() throws IOException {
        ReplyFuture<Object> late = submitted(SET, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        ReplyFuture<Object> inTime = submitted(GET, Words.farDeadline());
        takeInAndSend();
        sweep();
        assertThat(fate(late, CarmineTimeoutException.class)).isEqualTo(Fate.UNKNOWN);
        assertThat(room.commands()).isEqualTo(2);
        receive("+OK\r\n$5\r\nvalue\r\n");

        assertThat(inTime).isCompletedWithValue("value");
    }

    @Test
    void doesNotKnowTheFateOfALateCallThatMayStillLeave() throws IOException {
        server.accepts(SET.bytes().length - 1L);
        ReplyFuture<Object> late = submitted(SET, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        takeInAndSend();
        sweep();

        assertThat(fate(late, CarmineTimeoutException.class)).isEqualTo(Fate.UNKNOWN);
        conversation.lose(new IOException("gone"), true);
    }

    @Test
    void dropsWhatWasCancelledInTheQueue() {
        conversation.lose(new IOException("gone"), true);
        ReplyFuture<Object> cancelled = submitted(SET, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        conversation.takeIn(System.nanoTime());
        cancelled.cancel(true);
        sweep();

        assertThat(room.commands()).isZero();
    }
}
