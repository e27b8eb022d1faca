package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import dev.carmine.client.Script;
import dev.carmine.client.internal.command.EncodedCommand;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchCallTest {
    private static final EncodedCommand<?> SET = Words.command("SET", "key", "value");
    private static final EncodedCommand<?> GET = Words.repeatable("GET", "key");
    private static final EncodedCommand<?> DEL = Words.command("DEL", "key");
    private static final Failure LOST = new Failure.Lost("here:1", "it broke", null);
    private static final String LOADING = "-LOADING Redis is loading the dataset in memory\r\n";

    /** Where the first command begins in the stream of its wire. */
    private static final long BEGIN = 1_000;

    @Test
    void describesItself() {
        BatchCall call = Words.batch(SET, GET);

        assertThat(call.name()).isEqualTo("a pipeline of 2 commands");
        assertThat(call.commands()).isEqualTo(2);
        assertThat(call.bytes()).isEqualTo(length(SET, GET));
        assertThat(call.bytesToSend()).isEqualTo(length(SET, GET));
    }

    @Test
    void isCopiedWholeThroughBuffersOfEverySize() {
        for (int size = 1; size <= length(SET, GET, DEL) + 1; size++) {
            assertThat(copied(Words.batch(SET, GET, DEL), size))
                    .as("buffers of %d bytes", size)
                    .isEqualTo(Words.encoding(SET, GET, DEL));
        }
    }

    @Test
    void isCopiedFromTheFirstCommandWithoutAReplyWhenItIsSentAgain() {
        for (int before = length(SET); before <= length(SET, GET, DEL); before++) {
            BatchCall call = claimed(SET, GET, DEL);
            call.copyTo(ByteBuffer.allocate(before));
            call.take(Words.reply("+OK\r\n"));

            assertThat(call.putBackAfterLoss(BEGIN + length(SET))).isTrue();
            assertThat(call.bytesToSend()).isEqualTo(length(GET, DEL));
            assertThat(call.bytes()).isEqualTo(length(SET, GET, DEL));
            assertThat(call.claim()).isTrue();
            assertThat(copied(call, 7)).as("after %d bytes", before).isEqualTo(Words.encoding(GET, DEL));
        }
    }

    @Test
    void takesOneReplyForEachCommand() {
        BatchCall call = claimed(SET, GET, DEL);

        assertThat(call.take(Words.reply("+OK\r\n"))).isFalse();
        assertThat(call.take(Words.reply("-ERR no\r\n"))).isFalse();
        assertThat(call.take(Words.reply(":1\r\n"))).isTrue();
        assertThat(call.finish()).isTrue();
        PipelineOutcome outcome = PipelineOutcome.of(call);
        assertThat(outcome.values()).containsExactly("OK", null, 1L);
        assertThat(outcome.errors()[1]).hasMessage("GET: ERR no");
    }

    @Test
    void awaitsAReplyOnceTheLastByteOfTheNextCommandWasAccepted() {
        BatchCall call = claimed(SET, GET, DEL);
        long end = BEGIN;
        for (EncodedCommand<?> command : List.of(SET, GET, DEL)) {
            end += length(command);
            for (long accepted = BEGIN; accepted <= BEGIN + length(SET, GET, DEL); accepted++) {
                assertThat(call.isAwaitingReply(accepted)).isEqualTo(accepted >= end);
            }
            call.take(Words.reply("+OK\r\n"));
        }
    }

    @Test
    void tellsTheFateOfEachCommandWithoutAReply() {
        EncodedCommand<?>[] commands = {SET, GET, DEL};
        for (int replied = 0; replied < commands.length; replied++) {
            for (long accepted = BEGIN; accepted <= BEGIN + length(commands) + 1; accepted++) {
                BatchCall call = claimed(commands);
                takeReplies(call, replied);
                assertThat(call.fail(LOST, accepted)).isTrue();

                assertThat(fates(call))
                        .as("%d replies, %d bytes accepted", replied, accepted)
                        .isEqualTo(expectedFates(commands, replied, accepted));
            }
        }
    }

    @Test
    void tellsTheFateOfEachCommandAlsoOnItsSecondWire() {
        EncodedCommand<?>[] rest = {GET, DEL};
        for (long accepted = 0; accepted <= length(rest) + 1; accepted++) {
            BatchCall call = claimed(SET, GET, DEL);
            takeReplies(call, 1);
            call.putBackAfterLoss(BEGIN + length(SET));
            call.claim();
            call.end = length(rest); // the first call on that wire
            assertThat(call.isAwaitingReply(accepted)).isEqualTo(accepted >= length(GET));
            assertThat(call.fail(LOST, accepted)).isTrue();

            assertThat(fates(call))
                    .as("%d bytes accepted", accepted)
                    .containsExactly(
                            null,
                            accepted >= length(GET) ? Fate.UNKNOWN : Fate.NOT_SENT,
                            accepted >= length(rest) ? Fate.UNKNOWN : Fate.NOT_SENT);
        }
    }

    @Test
    void mayBeSentAgainIfNothingThatMustNotRunTwiceMayHaveRun() {
        for (long accepted = BEGIN; accepted <= BEGIN + length(GET, SET); accepted++) {
            assertThat(claimed(GET, SET).mayBeResent(accepted))
                    .as("%d bytes accepted", accepted)
                    .isEqualTo(accepted < BEGIN + length(GET, SET));
            assertThat(claimed(SET, GET).mayBeResent(accepted))
                    .as("%d bytes accepted", accepted)
                    .isEqualTo(accepted < BEGIN + length(SET));
            assertThat(claimed(GET, GET).mayBeResent(accepted)).isTrue();
        }
    }

    @Test
    void mayBeSentAgainIfWhatMustNotRunTwiceHasItsReply() {
        BatchCall call = claimed(SET, GET);
        takeReplies(call, 1);

        assertThat(call.mayBeResent(BEGIN + length(SET, GET))).isTrue();
    }

    /** The next server may not know the script, which the command before has told this one. */
    @Test
    void isNotSentAgainWithTheDigestOfAScriptWhoseTextWasSaid() {
        EncodedCommand<?> byDigest =
                EncodedCommand.of(Script.of("return 1").on(List.of())).repeatable();
        BatchCall call = claimed(byDigest.withScriptText(), byDigest);

        assertThat(call.mayBeResent(call.end)).isTrue();
        takeReplies(call, 1);
        assertThat(call.mayBeResent(BEGIN)).isFalse();
    }

    @Test
    void isTriedAgainIfNoCommandWasExecuted() {
        BatchCall call = claimed(SET, GET);
        copied(call, 100);
        call.take(Words.reply(LOADING));
        assertThat(call.wantsAnotherTry()).isFalse();
        call.take(Words.reply(LOADING));

        assertThat(call.wantsAnotherTry()).isTrue();
        assertThat(call.putBackAfterRefusal()).isTrue();
        assertThat(call.bytesToSend()).isEqualTo(length(SET, GET));
        assertThat(call.claim()).isTrue();
        assertThat(copied(call, 100)).isEqualTo(Words.encoding(SET, GET));
        takeReplies(call, 2);
        assertThat(call.wantsAnotherTry()).isFalse();
        assertThat(call.finish()).isTrue();
        assertThat(PipelineOutcome.of(call).values()).containsExactly("OK", "OK");
    }

    @Test
    void isNotTriedAgainIfOneCommandWasExecuted() {
        for (int executed = 0; executed < 2; executed++) {
            BatchCall call = claimed(SET, GET);
            call.take(Words.reply(executed == 0 ? "+OK\r\n" : LOADING));
            call.take(Words.reply(executed == 1 ? "+OK\r\n" : LOADING));

            assertThat(call.wantsAnotherTry()).isFalse();
        }
    }

    @Test
    void consumesAllRepliesAlsoIfItsOwnerHasLeft() {
        BatchCall call = claimed(SET, GET, DEL);
        call.take(Words.reply("+OK\r\n"));
        assertThat(call.abandon()).isEqualTo(Fate.UNKNOWN);

        assertThat(call.take(Words.reply("+OK\r\n"))).isFalse();
        assertThat(call.take(Words.reply(":1\r\n"))).isTrue();
        assertThat(call.finish()).isFalse();
        assertThat(call.outcomes()).containsExactly("OK", null, null);
    }

    @Test
    void keepsItsFailuresWhenRepliesComeLate() {
        BatchCall call = claimed(SET, GET);
        takeReplies(call, 1);
        call.fail(LOST, Long.MAX_VALUE);

        assertThat(call.take(Words.reply("+OK\r\n"))).isTrue();
        assertThat(call.wantsAnotherTry()).isFalse();
        assertThat(call.finish()).isFalse();
        assertThat(fates(call)).containsExactly(null, Fate.UNKNOWN);
    }

    private static BatchCall claimed(EncodedCommand<?>... commands) {
        BatchCall call = Words.batch(commands);
        assertThat(call.claim()).isTrue();
        call.end = BEGIN + length(commands);
        return call;
    }

    private static void takeReplies(BatchCall call, int count) {
        for (int i = 0; i < count; i++) {
            call.take(Words.reply("+OK\r\n"));
        }
    }

    private static List<Fate> fates(BatchCall call) {
        List<Fate> fates = new ArrayList<>();
        for (RuntimeException error : PipelineOutcome.of(call).errors()) {
            fates.add(error instanceof CarmineUnansweredException unanswered ? unanswered.fate() : null);
        }
        return fates;
    }

    private static List<Fate> expectedFates(EncodedCommand<?>[] commands, int replied, long accepted) {
        List<Fate> fates = new ArrayList<>(Collections.nCopies(replied, null));
        for (int i = replied; i < commands.length; i++) {
            long end = BEGIN + length(Arrays.copyOf(commands, i + 1));
            fates.add(accepted < end ? Fate.NOT_SENT : Fate.UNKNOWN);
        }
        return fates;
    }

    private static int length(EncodedCommand<?>... commands) {
        return Arrays.stream(commands)
                .mapToInt(command -> command.bytes().length)
                .sum();
    }

    private static String copied(Call call, int bufferSize) {
        StringBuilder text = new StringBuilder();
        boolean whole = false;
        while (!whole) {
            ByteBuffer buffer = ByteBuffer.allocate(bufferSize);
            whole = call.copyTo(buffer);
            assertThat(whole || !buffer.hasRemaining()).isTrue();
            text.append(StandardCharsets.UTF_8.decode(buffer.flip()));
        }
        return text.toString();
    }
}
