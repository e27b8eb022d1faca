package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleCallTest {
    private static final EncodedCommand<@Nullable Object> SET = Words.command("SET", "key", "value");
    private static final long LENGTH = SET.bytes().length;
    private static final Failure LOST = new Failure.Lost("here:1", "it broke", null);

    /** Where the command begins in the stream of its wire. */
    private static final long BEGIN = 1_000;

    @Test
    void describesItself() {
        SingleCall call = Words.call(SET);

        assertThat(call.name()).isEqualTo("SET");
        assertThat(call.commands()).isEqualTo(1);
        assertThat(call.bytes()).isEqualTo(LENGTH);
        assertThat(call.bytesToSend()).isEqualTo(LENGTH);
    }

    @Test
    void isCopiedWholeThroughBuffersOfEverySize() {
        for (int size = 1; size <= LENGTH + 1; size++) {
            assertThat(copied(Words.call(SET), size))
                    .as("buffers of %d bytes", size)
                    .isEqualTo(SET.bytes());
        }
    }

    @Test
    void isCopiedFromItsFirstByteWhenItIsSentAgain() {
        for (int before = 0; before <= LENGTH; before++) {
            SingleCall call = claimed(SET);
            call.copyTo(ByteBuffer.allocate(before));

            assertThat(call.putBackAfterLoss(BEGIN)).isTrue();
            assertThat(call.claim()).isTrue();
            assertThat(copied(call, 7)).as("after %d bytes", before).isEqualTo(SET.bytes());
        }
    }

    @Test
    void awaitsItsReplyOnceItsLastByteWasAccepted() {
        SingleCall call = claimed(SET);

        assertThat(call.isAwaitingReply(BEGIN + LENGTH - 1)).isFalse();
        assertThat(call.isAwaitingReply(BEGIN + LENGTH)).isTrue();
        assertThat(call.isAwaitingReply(BEGIN + LENGTH + 1)).isTrue();
    }

    @Test
    void wasNotSentAsLongAsItsLastByteWasNotAccepted() {
        for (long accepted = 0; accepted <= BEGIN + 2 * LENGTH; accepted++) {
            SingleCall call = claimed(SET);

            assertThat(call.fail(LOST, accepted)).isTrue();
            assertThat(fate(call))
                    .as("%d bytes accepted", accepted)
                    .isEqualTo(accepted < BEGIN + LENGTH ? Fate.NOT_SENT : Fate.UNKNOWN);
        }
    }

    @Test
    void mayBeSentAgainIfItWasNotSentOrMayRunTwice() {
        for (long accepted = BEGIN; accepted <= BEGIN + LENGTH; accepted++) {
            assertThat(claimed(SET).mayBeResent(accepted))
                    .as("%d bytes accepted", accepted)
                    .isEqualTo(accepted < BEGIN + LENGTH);
            assertThat(claimed(SET.repeatable()).mayBeResent(accepted)).isTrue();
        }
    }

    @Test
    void givesTheReplyAsItsResult() {
        SingleCall call = claimed(SET);

        assertThat(call.take(Words.reply("+OK\r\n"))).isTrue();
        assertThat(call.finish()).isTrue();
        assertThat(call.isDone()).isTrue();
        assertThat(call.result()).isEqualTo("OK");
    }

    @Test
    void throwsTheErrorThatTheServerAnswered() {
        SingleCall call = answered(SET, "-WRONGTYPE Operation against a key\r\n");

        CarmineServerException thrown = catchThrowableOfType(CarmineServerException.class, call::result);
        assertThat(thrown.code()).isEqualTo("WRONGTYPE");
        assertThat(thrown).hasMessage("SET: WRONGTYPE Operation against a key");
    }

    @Test
    void failsAloneIfTheReplyIsOfAnotherKind() {
        SingleCall call = answered(EncodedCommand.of(Command.of("GET").key("k").asLong()), "*1\r\n:1\r\n");

        assertThat(catchThrowableOfType(CarmineProtocolException.class, call::result))
                .hasMessageStartingWith("GET: the reply cannot be read: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-LOADING Redis is loading the dataset in memory",
                "-BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.",
                "-TRYAGAIN Multiple keys request during rehashing of slot",
                "-CLUSTERDOWN The cluster is down",
                "-MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'."
            })
    void isTriedAgainAfterAnErrorThatPasses(String error) {
        SingleCall call = claimed(SET);
        copied(call, 3);
        call.take(Words.reply(error + "\r\n"));

        assertThat(call.wantsAnotherTry()).isTrue();
        assertThat(call.putBackAfterRefusal()).isTrue();
        assertThat(call.isOpen()).isTrue();
        assertThat(call.wantsAnotherTry()).isFalse();
        assertThat(call.claim()).isTrue();
        assertThat(copied(call, 100)).isEqualTo(SET.bytes());
        call.take(Words.reply("+OK\r\n"));
        assertThat(call.wantsAnotherTry()).isFalse();
        assertThat(call.finish()).isTrue();
        assertThat(call.result()).isEqualTo("OK");
    }

    @Test
    void isNotTriedAgainAfterAnErrorThatStays() {
        SingleCall call = claimed(SET);
        call.take(Words.reply("-NOAUTH Authentication required.\r\n"));

        assertThat(call.wantsAnotherTry()).isFalse();
    }

    @Test
    void dropsTheReplyThatItsOwnerDoesNotWantAnyMore() {
        SingleCall call = claimed(SET);
        call.abandon();

        assertThat(call.take(Words.reply("-LOADING Redis is loading\r\n"))).isTrue();
        assertThat(call.wantsAnotherTry()).isFalse();
        assertThat(call.finish()).isFalse();
    }

    @Test
    void keepsItsFailureWhenItsReplyComesLate() {
        SingleCall call = claimed(SET);
        call.fail(LOST, Long.MAX_VALUE);
        call.take(Words.reply("+OK\r\n"));

        assertThat(call.finish()).isFalse();
        assertThat(fate(call)).isEqualTo(Fate.UNKNOWN);
    }

    private static SingleCall claimed(EncodedCommand<?> command) {
        SingleCall call = Words.call(command);
        assertThat(call.claim()).isTrue();
        call.end = BEGIN + LENGTH;
        return call;
    }

    private static SingleCall answered(EncodedCommand<?> command, String reply) {
        SingleCall call = Words.call(command);
        assertThat(call.claim()).isTrue();
        assertThat(call.take(Words.reply(reply))).isTrue();
        assertThat(call.finish()).isTrue();
        return call;
    }

    private static Fate fate(SingleCall call) {
        return catchThrowableOfType(CarmineConnectionException.class, call::result)
                .fate();
    }

    private static byte[] copied(Call call, int bufferSize) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean whole = false;
        while (!whole) {
            ByteBuffer buffer = ByteBuffer.allocate(bufferSize);
            whole = call.copyTo(buffer);
            assertThat(whole || !buffer.hasRemaining()).isTrue();
            bytes.write(buffer.array(), 0, buffer.position());
        }
        return bytes.toByteArray();
    }
}
