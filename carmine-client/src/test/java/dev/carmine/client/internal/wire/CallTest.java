package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The states of a call; what the two kinds of calls do in them is in their own tests. */
class CallTest {
    private static final EncodedCommand<?> SET = Words.command("SET", "key", "value");
    private static final EncodedCommand<?> GET = Words.repeatable("GET", "key");
    private static final Failure LOST = new Failure.Lost("here:1", "it broke", null);
    private static final long NOTHING_ACCEPTED = 0;

    @Test
    void isOpenUntilItHasEnded() {
        SingleCall call = Words.call(SET);
        assertThat(call.isOpen()).isTrue();
        call.claim();
        assertThat(call.isOpen()).isTrue();
        call.take(Words.reply("+OK\r\n"));
        assertThat(call.isDone()).isFalse();
        call.finish();

        assertThat(call.isOpen()).isFalse();
        assertThat(call.isDone()).isTrue();
    }

    @Test
    void isClaimedOnce() {
        SingleCall call = Words.call(SET);

        assertThat(call.claim()).isTrue();
        assertThat(call.claim()).isFalse();
    }

    @Test
    void finishesOnce() {
        SingleCall call = claimed(null);

        assertThat(call.finish()).isTrue();
        assertThat(call.finish()).isFalse();
        assertThat(call.fail(LOST, NOTHING_ACCEPTED)).isFalse();
        assertThat(call.abandon()).isNull();
        assertThat(call.isDone()).isTrue();
    }

    @Test
    void failsOnce() {
        SingleCall call = claimed(null);

        assertThat(call.fail(LOST, NOTHING_ACCEPTED)).isTrue();
        assertThat(call.fail(LOST, Long.MAX_VALUE)).isFalse();
        assertThat(call.abandon()).isNull();
        assertThat(fate(call)).isEqualTo(Fate.NOT_SENT);
    }

    @Test
    void doesNotFinishBeforeItIsClaimed() {
        assertThat(Words.call(SET).finish()).isFalse();
    }

    @Test
    void wasNotSentIfItsOwnerLeavesBeforeItIsClaimed() {
        SingleCall call = Words.call(SET);

        assertThat(call.abandon()).isEqualTo(Fate.NOT_SENT);
        assertThat(call.isOpen()).isFalse();
        assertThat(call.claim()).isFalse();
        assertThat(call.finish()).isFalse();
        assertThat(call.fail(LOST, NOTHING_ACCEPTED)).isFalse();
        assertThat(call.isDone()).isFalse();
    }

    @Test
    void hasAnUnknownFateIfItsOwnerLeavesLater() {
        SingleCall call = claimed(null);

        assertThat(call.abandon()).isEqualTo(Fate.UNKNOWN);
        assertThat(call.abandon()).isEqualTo(Fate.UNKNOWN);
        assertThat(call.finish()).isFalse();
        assertThat(call.fail(LOST, NOTHING_ACCEPTED)).isFalse();
        assertThat(call.putBackAfterLoss(NOTHING_ACCEPTED)).isFalse();
        assertThat(call.putBackAfterRefusal()).isFalse();
    }

    @Test
    void wasNotSentIfItFailsInTheQueue() {
        SingleCall call = Words.call(SET);

        assertThat(call.fail(LOST, Long.MAX_VALUE)).isTrue();
        assertThat(fate(call)).isEqualTo(Fate.NOT_SENT);
    }

    @Test
    void stillWasNotSentIfItIsPutBackHalfSent() {
        for (long accepted = 0; accepted < SET.bytes().length; accepted++) {
            assertThat(putBack(SET, accepted).abandon()).isEqualTo(Fate.NOT_SENT);
            SingleCall failed = putBack(SET, accepted);
            failed.fail(LOST, NOTHING_ACCEPTED);
            assertThat(fate(failed)).isEqualTo(Fate.NOT_SENT);
        }
    }

    @Test
    void mayHaveRunOnTheWireThatWasLostThoughItIsUnsentAgain() {
        long accepted = GET.bytes().length;

        assertThat(putBack(GET, accepted).abandon()).isEqualTo(Fate.UNKNOWN);
        SingleCall failedInTheQueue = putBack(GET, accepted);
        failedInTheQueue.fail(LOST, NOTHING_ACCEPTED);
        assertThat(fate(failedInTheQueue)).isEqualTo(Fate.UNKNOWN);
        SingleCall failedOnTheNextWire = putBack(GET, accepted);
        failedOnTheNextWire.claim();
        failedOnTheNextWire.end = 10_000;
        failedOnTheNextWire.fail(LOST, NOTHING_ACCEPTED);
        assertThat(fate(failedOnTheNextWire)).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void wasNotSentIfTheServerHasRefusedToExecuteIt() {
        SingleCall call = claimed(null);
        call.take(Words.reply("-LOADING Redis is loading the dataset in memory\r\n"));
        call.putBackAfterRefusal();

        assertThat(call.abandon()).isEqualTo(Fate.NOT_SENT);
    }

    /** What has a reply was executed, also if all that is put back was not sent. */
    @Test
    void mayHaveRunInPartIfSomeOfItHasReplies() {
        BatchCall call = Words.batch(SET, SET);
        call.claim();
        call.end = 2L * SET.bytes().length;
        call.take(Words.reply("+OK\r\n"));
        call.putBackAfterLoss(SET.bytes().length);

        assertThat(call.abandon()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void doesNotMakeItsUnsentCommandsSuspectWhenItIsPutBack() {
        BatchCall call = Words.batch(GET, GET, SET);
        call.claim();
        call.end = 2L * GET.bytes().length + SET.bytes().length;
        call.take(Words.reply("$-1\r\n"));
        call.putBackAfterLoss(2L * GET.bytes().length + 1);
        call.fail(LOST, NOTHING_ACCEPTED);

        assertThat(call.outcomes())
                .containsExactly(null, new Failed(LOST, Fate.UNKNOWN), new Failed(LOST, Fate.NOT_SENT));
    }

    @Test
    void keepsInMindEveryWireThatWasLost() {
        BatchCall call = Words.batch(GET, SET);
        long whole = (long) GET.bytes().length + SET.bytes().length;
        call.claim();
        call.end = whole;
        call.putBackAfterLoss(GET.bytes().length);
        call.claim();
        call.end = 500 + whole;
        call.putBackAfterLoss(500);
        call.fail(LOST, NOTHING_ACCEPTED);

        assertThat(call.outcomes()).containsExactly(new Failed(LOST, Fate.UNKNOWN), new Failed(LOST, Fate.NOT_SENT));
    }

    @Test
    @Timeout(60)
    void wakesTheThreadThatWaitsForIt() throws InterruptedException {
        SingleCall[] handed = new SingleCall[1];
        Thread owner = new Thread(() -> {
            while (!handed[0].isDone()) {
                LockSupport.park(this);
            }
        });
        handed[0] = claimed(owner);
        owner.start();
        while (owner.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        handed[0].finish();

        owner.join();
    }

    @Test
    void isTimedByItsOwnerOnlyIfThatIsAPlatformThreadOrNobody() {
        assertThat(claimed(null).isSelfTimed()).isTrue();
        assertThat(claimed(new Thread(() -> {})).isSelfTimed()).isTrue();
        assertThat(claimed(new ReplyFuture<>(Runnable::run)).isSelfTimed()).isFalse();
    }

    @Test
    void knowsItsFuture() {
        ReplyFuture<Object> future = new ReplyFuture<>(Runnable::run);

        assertThat(claimed(future).future()).isSameAs(future);
        assertThat(claimed(Thread.currentThread()).future()).isNull();
        assertThat(claimed(null).future()).isNull();
    }

    private static SingleCall claimed(@Nullable Object owner) {
        SingleCall call = new SingleCall(SET, owner, Words.farDeadline());
        assertThat(call.claim()).isTrue();
        call.end = SET.bytes().length;
        return call;
    }

    /** A call that was the first on its wire when that was lost. */
    private static SingleCall putBack(EncodedCommand<?> command, long accepted) {
        SingleCall call = Words.call(command);
        call.claim();
        call.end = command.bytes().length;
        assertThat(call.putBackAfterLoss(accepted)).isTrue();
        return call;
    }

    private static Fate fate(SingleCall call) {
        return catchThrowableOfType(CarmineUnansweredException.class, call::result)
                .fate();
    }
}
