package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.internal.command.EncodedCommand;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Callers who send and read by themselves, as long as they are alone. */
class LoneCallerTest extends ConversationHarness {
    private static final EncodedCommand<?> SET = Words.command("SET", "key", "value");
    private static final EncodedCommand<?> GET = Words.repeatable("GET", "key");
    private static final String LOADING = "-LOADING Redis is loading the dataset in memory\r\n";

    LoneCallerTest() throws IOException {
        super(new Room(1_000, 1_000_000));
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
}
