package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineConflictException;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransactionCallTest {
    private static final EncodedCommand<?> MULTI = Words.command("MULTI");
    private static final EncodedCommand<?> SET = Words.command("SET", "key", "value");
    private static final EncodedCommand<?> GET = Words.repeatable("GET", "key");
    private static final EncodedCommand<?> EXEC = Words.command("EXEC");
    private static final Failure LOST = new Failure.Lost("here:1", "it broke", null);
    private static final String OK = "+OK\r\n";
    private static final String QUEUED = "+QUEUED\r\n";
    private static final String ABORTED = "-EXECABORT Transaction discarded because of previous errors.\r\n";
    private static final String LOADING = "-LOADING Redis is loading the dataset in memory\r\n";

    /** Where the call begins in the stream of its wire. */
    private static final long BEGIN = 1_000;

    @Test
    void givesTheRepliesInTheReplyToExec() {
        TransactionOutcome outcome = outcome(OK, QUEUED, QUEUED, "*2\r\n+OK\r\n$5\r\nvalue\r\n");

        assertThat(outcome.conflict()).isFalse();
        assertThat(outcome.valuesOrThrow()).containsExactly("OK", "value");
    }

    @Test
    void givesTheErrorOfACommandToThatCommandAlone() {
        TransactionOutcome outcome = outcome(OK, QUEUED, QUEUED, "*2\r\n-WRONGTYPE no list\r\n$5\r\nvalue\r\n");

        assertThatExceptionOfType(CarminePipelineException.class)
                .isThrownBy(outcome::valuesOrThrow)
                .withMessage("1 of 2 commands of a transaction failed, the first with: SET: WRONGTYPE no list")
                .satisfies(e -> assertThat(e.replies().get(1)).isEqualTo("value"));
    }

    /** A decoder that stops in the middle of its reply must not take the next command's along. */
    @Test
    void readsOnAtTheNextReplyAfterOneThatCannotBeRead() {
        EncodedCommand<?> number = EncodedCommand.of(SET.asLong());
        TransactionCall call = claimed(MULTI, number, GET, EXEC);
        take(call, OK, QUEUED, QUEUED, "*2\r\n*2\r\n$1\r\na\r\n$1\r\nb\r\n$5\r\nvalue\r\n");
        TransactionOutcome outcome = TransactionOutcome.of(call);

        assertThat(outcome.commands().errors()[0]).hasMessageStartingWith("SET: the reply cannot be read");
        assertThat(outcome.commands().values()[1]).isEqualTo("value");
    }

    @Test
    void tellsAConflictOnBothProtocols() {
        for (String nil : new String[] {"*-1\r\n", "_\r\n"}) {
            assertThat(outcome(OK, QUEUED, QUEUED, nil).conflict()).isTrue();
        }
    }

    @Test
    void failsAllIfOneCouldNotBeQueuedAndTellsWhichItWas() {
        TransactionOutcome outcome = outcome(OK, "-ERR wrong number of arguments\r\n", QUEUED, ABORTED);

        assertThat(outcome.commands().errors()[0]).hasMessage("SET: ERR wrong number of arguments");
        assertThat(outcome.commands().errors()[1])
                .isInstanceOfSatisfying(
                        CarmineServerException.class, e -> assertThat(e.code()).isEqualTo("EXECABORT"));
    }

    @Test
    void failsAllIfTheReplyToExecHasNotOneForEach() {
        TransactionOutcome outcome = outcome(OK, QUEUED, QUEUED, "*1\r\n+OK\r\n");

        assertThat(outcome.commands().errors())
                .doesNotContainNull()
                .allSatisfy(e -> assertThat(e).hasMessageContaining("EXEC has answered 1 replies to 2 commands"));
    }

    @Test
    void saysSoIfTheCommandsWereExecutedWithoutATransaction() {
        TransactionOutcome outcome = outcome("-NOPERM no\r\n", OK, "$5\r\nvalue\r\n", "-ERR EXEC without MULTI\r\n");

        assertThatExceptionOfType(CarminePipelineException.class)
                .isThrownBy(outcome::valuesOrThrow)
                .withMessageStartingWith("there was no transaction")
                .withMessageEndingWith("MULTI: NOPERM no")
                .satisfies(e -> assertThat(e.replies()).containsExactly("OK", "value"));
    }

    /** Then they were commands like any others, and those that have run must not run again. */
    @Test
    void isAsAPipelineOnceTheServerHasRefusedIt() {
        TransactionCall call = claimed(MULTI, SET, GET, EXEC);
        call.take(Words.reply("-NOPERM no\r\n"));
        call.take(Words.reply(OK));
        long untilGet = BEGIN + Words.encoding(MULTI, SET, GET).length();

        assertThat(call.mayBeResent(untilGet)).isFalse();
        assertThat(call.fail(LOST, untilGet)).isTrue();
        PipelineOutcome commands = TransactionOutcome.of(call).commands();
        assertThat(commands.values()[0]).isEqualTo("OK");
        assertThat(commands.errors()[1])
                .isInstanceOfSatisfying(
                        CarmineUnansweredException.class,
                        e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
    }

    @Test
    void namesTheErrorThatTheOthersFollowFrom() {
        TransactionOutcome outcome = outcome(OK, QUEUED, "-ERR wrong number of arguments\r\n", ABORTED);

        assertThatExceptionOfType(CarminePipelineException.class)
                .isThrownBy(outcome::valuesOrThrow)
                .withMessageEndingWith("the first with: GET: ERR wrong number of arguments");
    }

    @Test
    void failsIfTheReplyToExecIsNoList() {
        TransactionOutcome outcome = outcome(OK, QUEUED, QUEUED, "+OK\r\n");

        assertThat(outcome.commands().errors()).hasSize(2).doesNotContainNull();
    }

    @Test
    void runsNobodysCodeWhenNothingWasExecuted() {
        EncodedCommand<?> mapped = EncodedCommand.of(SET.map(value -> {
            throw new AssertionError("there is no " + value);
        }));
        TransactionCall call = claimed(MULTI, mapped, EXEC);
        take(call, OK, QUEUED, "*-1\r\n");
        TransactionOutcome outcome = TransactionOutcome.of(call);

        assertThat(outcome.conflict()).isTrue();
        assertThatExceptionOfType(CarmineConflictException.class).isThrownBy(outcome::valuesOrThrow);
    }

    @Test
    void wasNotSentUnlessTheLastByteOfExecHasLeft() {
        for (int replies = 0; replies < 4; replies++) {
            long end = BEGIN + length();
            for (long accepted = BEGIN; accepted <= end + 1; accepted++) {
                TransactionCall call = claimed(MULTI, SET, GET, EXEC);
                Stream.of(OK, QUEUED, QUEUED).limit(replies).forEach(reply -> call.take(Words.reply(reply)));
                assertThat(call.mayBeResent(accepted)).isEqualTo(accepted < end);
                assertThat(call.fail(LOST, accepted)).isTrue();

                CarmineUnansweredException e = Objects.requireNonNull(
                        TransactionOutcome.of(call).commands().wholeFailure());
                assertThat(e.fate()).isEqualTo(accepted < end ? Fate.NOT_SENT : Fate.UNKNOWN);
            }
        }
    }

    @Test
    void isSentAgainAsAWhole() {
        TransactionCall call = claimed(MULTI, SET, GET, EXEC);
        call.take(Words.reply(OK));
        call.take(Words.reply(QUEUED));

        assertThat(call.putBackAfterLoss(BEGIN + length() - 1)).isTrue();
        assertThat(call.bytesToSend()).isEqualTo(length());
        assertThat(call.claim()).isTrue();
        call.end = length(); // the first call on the next wire
        take(call, OK, QUEUED, QUEUED, "*2\r\n+OK\r\n$5\r\nvalue\r\n");
        assertThat(TransactionOutcome.of(call).valuesOrThrow()).containsExactly("OK", "value");
    }

    @Test
    void mayBeSentAgainInAnyCaseIfItOnlyReads() {
        TransactionCall call = claimed(MULTI, GET, EXEC);

        assertThat(call.mayBeResent(call.end)).isTrue();
    }

    @Test
    void wantsAnotherTryIfACommandWasNotQueuedBecauseOfWhatPasses() {
        assertThat(answered(OK, QUEUED, LOADING, ABORTED).wantsAnotherTry()).isTrue();
        assertThat(answered(OK, QUEUED, "-ERR no\r\n", ABORTED).wantsAnotherTry())
                .isFalse();
        assertThat(answered(OK, QUEUED, QUEUED, "*2\r\n" + LOADING + OK).wantsAnotherTry())
                .isFalse();
        assertThat(answered("-NOPERM no\r\n", LOADING, LOADING, "-ERR EXEC without MULTI\r\n")
                        .wantsAnotherTry())
                .isFalse();
    }

    /** On another connection, and after an error too, the server would have forgotten what it watches. */
    @Test
    void isNeverSentAgainIfItDependsOnTheConnection() {
        TransactionCall call =
                TransactionCall.sentOnce(new EncodedCommand<?>[] {MULTI, GET, EXEC}, null, Words.farDeadline());
        assertThat(call.claim()).isTrue();
        call.end = BEGIN + call.bytes();

        assertThat(call.mayBeResent(BEGIN)).isFalse();
        take(call, OK, LOADING, ABORTED);
        assertThat(call.wantsAnotherTry()).isFalse();
    }

    @Test
    void countsAsNotSentForAnOwnerWhoLeavesBeforeAllOfItHasLeft() {
        TransactionCall call = claimed(MULTI, SET, GET, EXEC);
        call.putBackAfterLoss(BEGIN + length() - 1);

        assertThat(call.abandon()).isEqualTo(Fate.NOT_SENT);
    }

    private static TransactionOutcome outcome(String... replies) {
        TransactionCall call = answered(replies);
        assertThat(call.finish()).isTrue();
        return TransactionOutcome.of(call);
    }

    private static TransactionCall answered(String... replies) {
        TransactionCall call = claimed(MULTI, SET, GET, EXEC);
        take(call, replies);
        return call;
    }

    private static void take(TransactionCall call, String... replies) {
        for (int i = 0; i < replies.length; i++) {
            assertThat(call.take(Words.reply(replies[i]))).isEqualTo(i == replies.length - 1);
        }
    }

    private static TransactionCall claimed(EncodedCommand<?>... commands) {
        TransactionCall call = TransactionCall.sent(commands, null, Words.farDeadline());
        assertThat(call.claim()).isTrue();
        call.end = BEGIN + call.bytes();
        return call;
    }

    private static long length() {
        return Words.encoding(MULTI, SET, GET, EXEC).length();
    }
}
