package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespLimits;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of calls from their submission to their end, without threads. No call may keep room for itself. */
class ConversationTest {
    private static final EncodedCommand<?> SET = Words.command("SET", "key", "value");
    private static final EncodedCommand<?> GET = Words.repeatable("GET", "key");
    private static final String LOADING = "-LOADING Redis is loading the dataset in memory\r\n";

    private final Room room = new Room(1_000, 1_000_000);
    private final SubmissionQueue submissions = new SubmissionQueue();
    private final Doorbell bell = new Doorbell();
    private final Pipe readiness = Pipe.open();
    private final Conversation conversation =
            new Conversation(Settings.withCallbacks(Runnable::run), room, submissions, bell);
    private ScriptedTransport server = new ScriptedTransport();

    ConversationTest() throws IOException {}

    /** A socket that is always ready: what there is to read, the scripted transport says. */
    @BeforeEach
    void open() throws IOException {
        readiness.source().configureBlocking(false);
        readiness.source().register(bell.selector(), SelectionKey.OP_READ);
        assertThat(readiness.sink().write(ByteBuffer.wrap(new byte[1]))).isEqualTo(1);
        reconnect();
    }

    @AfterEach
    void close() throws IOException {
        bell.close();
        readiness.source().close();
        readiness.sink().close();
        assertThat(room.describe()).startsWith("0 of 1000 commands and 0 of 1000000 bytes");
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

    @Test
    void sendsAgainWhatMayBeSentAgainBeforeEverythingElse() throws IOException {
        SingleCall unknown = submitted(Words.call(SET));
        SingleCall repeatable = submitted(Words.call(GET));
        takeInAndSend();
        server.accepts(5);
        SingleCall halfSent = submitted(Words.call(SET));
        SingleCall unsent = submitted(Words.call(GET));
        takeInAndSend();
        submitted(Words.call(SET));
        conversation.takeIn(System.nanoTime());
        conversation.lose(new IOException("gone"), true);

        assertThat(server.isClosed()).isTrue();
        assertThat(catchThrowableOfType(CarmineConnectionException.class, unknown::result)
                        .fate())
                .isEqualTo(Fate.UNKNOWN);
        reconnect();
        takeInAndSend();
        assertThat(server.sent()).isEqualTo(Words.encoding(GET, SET, GET, SET));
        receive("+a\r\n+b\r\n+c\r\n+d\r\n");
        assertThat(repeatable.result()).isEqualTo("a");
        assertThat(halfSent.result()).isEqualTo("b");
        assertThat(unsent.result()).isEqualTo("c");
    }

    @Test
    void sendsOnlyTheCommandsWithoutAReplyAgain() throws IOException {
        BatchCall batch = submitted(Words.batch(SET, GET, GET));
        takeInAndSend();
        receive("+OK\r\n");
        conversation.lose(new IOException("gone"), true);
        reconnect();
        takeInAndSend();
        assertThat(server.sent()).isEqualTo(Words.encoding(GET, GET));
        receive("+a\r\n+b\r\n");

        assertThat(PipelineOutcome.of(batch).values()).containsExactly("OK", "a", "b");
    }

    @Test
    void failsWhatIsUnderWayWhenThereWillBeNoOtherWire() throws IOException {
        ReplyFuture<Object> future = submitted(GET, Words.farDeadline());
        takeInAndSend();
        conversation.lose(new IOException("gone"), false);

        assertThat(fate(future, CarmineConnectionException.class)).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void failsWhatHasNoTimeLeftForAnotherWire() throws IOException {
        SingleCall call = submitted(new SingleCall(GET, null, System.nanoTime()));
        takeInAndSend();
        conversation.lose(new IOException("gone"), true);

        assertThat(call.isDone()).isTrue();
        assertThat(conversation.isQuiet()).isTrue();
    }

    @Test
    void forgetsWhatItsOwnerHasLeftWhenTheWireIsLost() throws IOException {
        SingleCall call = submitted(Words.call(GET));
        takeInAndSend();
        call.abandon();
        conversation.lose(new IOException("gone"), true);

        assertThat(conversation.isQuiet()).isTrue();
    }

    @Test
    void failsEverythingUnsent() throws IOException {
        SingleCall putOff = submitted(Words.call(SET));
        takeInAndSend();
        receive(LOADING);
        conversation.lose(new IOException("gone"), true);
        ReplyFuture<Object> queued = submitted(GET, Words.farDeadline());
        conversation.takeIn(System.nanoTime());
        ReplyFuture<Object> submitted = submitted(SET, Words.farDeadline());
        conversation.failUnsent("the door is closed", null);

        assertThat(fate(queued, CarmineConnectionException.class)).isEqualTo(Fate.NOT_SENT);
        assertThat(fate(submitted, CarmineConnectionException.class)).isEqualTo(Fate.NOT_SENT);
        assertThatThrownBy(putOff::result)
                .isInstanceOf(CarmineConnectionException.class)
                .hasMessage("SET on here:6379 was not sent and can be tried again: the door is closed");
    }

    @Test
    void failsWhatIsSubmittedTooLate() {
        conversation.lose(new IOException("gone"), false);
        ReplyFuture<Object> future = submitted(GET, Words.farDeadline());
        SingleCall call = submitted(Words.call(SET));
        SingleCall abandoned = submitted(Words.call(SET));
        abandoned.abandon();
        conversation.failSubmitted("the client is closed", null);

        assertThat(fate(future, CarmineConnectionException.class)).isEqualTo(Fate.NOT_SENT);
        assertThatThrownBy(call::result).hasMessageEndingWith("the client is closed");
    }

    @Test
    void asksAnIdleWireWhetherItLives() throws IOException {
        conversation.checkIfIdle(System.nanoTime());
        assertThat(conversation.isQuiet()).as("a wire that spoke a moment ago").isTrue();
        long later = System.nanoTime() + Settings.IDLE_CHECK;
        conversation.checkIfIdle(later);
        conversation.send(later);

        assertThat(server.sent()).isEqualTo(Words.encoding(Words.command("PING")));
        receive("+PONG\r\n");
        assertThat(conversation.isQuiet()).isTrue();
    }

    @Test
    void givesUpAWireThatOwesRepliesAndIsSilent() throws IOException {
        long now = System.nanoTime();
        long patience = 2 * Settings.COMMAND_TIMEOUT;
        submitted(new SingleCall(SET, null, now + patience));
        conversation.takeIn(now);
        conversation.send(now);

        assertThat(conversation.untilNextEvent(now + patience - 1)).isEqualTo(1);
        assertThatThrownBy(() -> conversation.untilNextEvent(now + patience))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("the server has been silent for 10000 ms while 1 calls awaited replies");
        receive("+OK\r\n");
    }

    @Test
    void countsCallsOfThreadsThatWereAlone() throws IOException {
        submitted(Words.call(SET));
        takeInAndSend();
        receive("+OK\r\n");
        submitted(Words.call(SET));
        takeInAndSend();
        receive("+OK\r\n");
        assertThat(conversation.solitaryCalls()).isEqualTo(2);
        ReplyFuture<Object> future = submitted(SET, Words.farDeadline());
        takeInAndSend();
        receive("+OK\r\n");

        assertThat(future).isDone();
        assertThat(conversation.solitaryCalls()).isZero();
    }

    // ---- A caller that is alone

    @Test
    void letsALoneCallerSendAndReadByItself() throws IOException {
        SingleCall call = entered(Words.call(SET));
        server.answers("+OK\r\n");

        assertThat(conversation.holdAlone(call)).isTrue();
        assertThat(call.result()).isEqualTo("OK");
        assertThat(conversation.loneCalls()).isEqualTo(1);
    }

    @Test
    void sendsALoneCallerAwayWhenOthersHaveCome() throws IOException {
        SingleCall call = entered(Words.call(SET));
        SingleCall other = submitted(Words.call(GET));

        assertThat(conversation.holdAlone(call)).isFalse();
        takeInAndSend();
        receive("+OK\r\n$5\r\nvalue\r\n");
        assertThat(call.result()).isEqualTo("OK");
        assertThat(other.result()).isEqualTo("value");
    }

    @Test
    void sendsALoneCallerAwayWhenItsCallIsToBeTriedAgain() throws IOException {
        SingleCall call = entered(Words.call(SET));
        server.answers(LOADING);

        assertThat(conversation.holdAlone(call)).isFalse();
        conversation.takeIn(System.nanoTime() + DelayedCalls.LONGEST);
        conversation.send(System.nanoTime());
        receive("+OK\r\n");
        assertThat(call.result()).isEqualTo("OK");
    }

    @Test
    void sendsALoneCallerAwayWhenTheLinkIsToEnd() throws IOException {
        SingleCall call = entered(Words.call(SET));
        conversation.keepCallersFromLeading();
        server.arrives("");

        assertThat(conversation.holdAlone(call)).isFalse();
        receive("+OK\r\n");
    }

    @Test
    void remembersWhyALoneCallerHasGivenUp() {
        IOException doubt = new IOException("gone");
        conversation.breakOff(doubt);

        assertThat(conversation.takeDoubt()).isSameAs(doubt);
        assertThat(conversation.takeDoubt()).isNull();
    }

    private void reconnect() {
        server = new ScriptedTransport();
        conversation.open(
                new Wire(
                        server,
                        ByteBuffer.allocate(Wire.BUFFER_SIZE),
                        ByteBuffer.allocate(Wire.BUFFER_SIZE),
                        RespLimits.defaults(),
                        conversation::push),
                0);
    }

    private ReplyFuture<Object> submitted(EncodedCommand<?> command, long deadline) {
        ReplyFuture<Object> future = new ReplyFuture<>(Runnable::run);
        SingleCall call = new SingleCall(command, future, deadline);
        future.belongsTo(call);
        submitted(call);
        return future;
    }

    private <C extends Call> C submitted(C call) {
        submissions.push(entered(call));
        return call;
    }

    private <C extends Call> C entered(C call) {
        assertThat(room.tryEnter(call.commands(), call.bytes())).isTrue();
        return call;
    }

    private void takeInAndSend() throws IOException {
        conversation.takeIn(System.nanoTime());
        conversation.send(System.nanoTime());
    }

    private void receive(String text) throws IOException {
        server.arrives(text);
        conversation.receive(TimeUnit.SECONDS.toNanos(30), () -> false);
    }

    /** Lets the deadlines pass that are within two minutes. */
    private void sweep() {
        conversation.takeIn(System.nanoTime() + TimeUnit.MINUTES.toNanos(2));
    }

    private static Fate fate(ReplyFuture<?> future, Class<? extends CarmineUnansweredException> type) {
        Throwable cause = catchThrowableOfType(ExecutionException.class, () -> future.get(0, TimeUnit.SECONDS))
                .getCause();
        assertThat(cause).isInstanceOf(type);
        return Objects.requireNonNull(type.cast(cause)).fate();
    }
}
