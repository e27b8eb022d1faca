package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

/** What becomes of calls when their wire is lost, is to be doubted, or never comes. */
class LostWireTest extends ConversationHarness {
    private static final EncodedCommand<?> SET = Words.command("SET", "key", "value");
    private static final EncodedCommand<?> GET = Words.repeatable("GET", "key");
    private static final String LOADING = "-LOADING Redis is loading the dataset in memory\r\n";

    LostWireTest() throws IOException {
        super(new Room(1_000, 1_000_000));
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
}
