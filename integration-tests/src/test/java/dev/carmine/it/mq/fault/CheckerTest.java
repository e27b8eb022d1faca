package dev.carmine.it.mq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.it.mq.fault.Tale.Held;
import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** The checker on made-up histories: what must be told as a violation, and what must not be. */
class CheckerTest {
    private final Tale tale = new Tale();

    private void assertKept() {
        assertThat(tale.check()).isEmpty();
    }

    private void assertBroken(Promise... promises) {
        assertThat(tale.check()).extracting(Violation::promise).contains(promises);
    }

    @Test
    void aMessageThatIsAcknowledgedIsFine() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.handled(held).succeeds(held);
        assertKept();
    }

    @Test
    void whatWasAcceptedAndNeverDeliveredIsLost() {
        tale.added("a");
        assertBroken(Promise.NOTHING_IS_LOST);
    }

    @Test
    void whatWasDeliveredAndNeverSettledIsLost() {
        tale.added("a");
        tale.delivered("w", "a");
        assertBroken(Promise.NOTHING_IS_LOST);
    }

    @Test
    void whatIsDeadIsNotLost() {
        tale.added("a").diesWith("a");
        assertKept();
    }

    @Test
    void anAcknowledgementWithoutAnswerMayHaveBeenDone() {
        tale.added("a");
        tale.settleBegins(tale.delivered("w", "a"), "s", 0).counts(0, 1);
        assertKept();
    }

    @Test
    void anAcknowledgementWithoutAnswerMayNotHaveBeenDone() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0).pass(Tale.LEASE);
        tale.succeeds(tale.again("v", held));
        assertKept();
    }

    @Test
    void anEnqueueWithoutAnswerMayBeAMessageOrNone() {
        tale.enqueueBegins("a", "a", 0, "").enqueueBegins("b", "b", 0, "");
        tale.succeeds(tale.delivered("w", "a")).counts(1, 0);
        assertKept();
    }

    @Test
    void theServerMustCountWhatWasAnswered() {
        tale.added("a");
        tale.succeeds(tale.delivered("w", "a")).counts(1, -1);
        assertBroken(Promise.THE_PARTS_FIT_TOGETHER);
        assertThat(tale.check()).hasSize(2);
    }

    @Test
    void whatNobodyHasEnqueuedComesFromNowhere() {
        tale.succeeds(tale.delivered("w", "a"));
        assertBroken(Promise.NOTHING_COMES_FROM_NOWHERE);
    }

    @Test
    void whatWasRefusedComesFromNowhere() {
        tale.enqueueBegins("a", "a", 0, "").enqueued("a", 'l');
        tale.succeeds(tale.delivered("w", "a"));
        assertBroken(Promise.NOTHING_COMES_FROM_NOWHERE);
    }

    @Test
    void contentUnderAnotherIdComesFromNowhere() {
        tale.added("a");
        tale.succeeds(tale.delivered("w", "b", "a", ""));
        assertBroken(Promise.NOTHING_COMES_FROM_NOWHERE);
    }

    @Test
    void whatWasAcknowledgedIsNotDeliveredAgain() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.succeeds(held).pass(Tale.LEASE);
        tale.again("w", held);
        assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void anIdMayBeUsedAgain() {
        tale.added("a", "id");
        tale.succeeds(tale.delivered("w", "id", "a", "")).added("b", "id");
        tale.succeeds(tale.delivered("w", "id", "b", ""));
        assertKept();
    }

    @Test
    void whatWasCancelledIsNotDelivered() {
        tale.added("a").cancelled("1", "a", 'c');
        tale.succeeds(tale.delivered("w", "a"));
        assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void whatACancellationDidNotFindIsNotDelivered() {
        tale.added("a").cancelled("1", "a", 'n');
        tale.succeeds(tale.delivered("w", "a"));
        assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void whatWasCancelledIsNotLost() {
        tale.added("a").cancelled("1", "a", 'c');
        assertKept();
    }

    @Test
    void aCancellationWithoutAnswerMayBeEitherWay() {
        tale.added("a").added("b").cancelBegins("1", "a").cancelBegins("2", "b");
        tale.succeeds(tale.delivered("w", "a"));
        assertKept();
    }

    @Test
    void whatIsEnqueuedAfterACancellationIsDelivered() {
        tale.added("a", "id").cancelled("1", "id", 'c').added("b", "id");
        tale.succeeds(tale.delivered("w", "id", "b", ""));
        assertKept();
    }

    @Test
    void aFenceIsNotGivenTwice() {
        tale.added("a", "id");
        Held held = tale.delivered("w", "id", "a", "", 1, 1, 1);
        tale.cancelled("1", "id", 'p')
                .settleBegins(held, "r", 0)
                .settled(held, "c")
                .added("b", "id");
        tale.succeeds(tale.delivered("w", "id", "b", "", 1, 2, 1));
        assertBroken(Promise.FENCES_INCREASE);
    }

    @Test
    void aLaterDeliveryHasAHigherFence() {
        tale.added("a");
        Held held = tale.delivered("w", "a", "a", "", 2_000_000, 1, 1);
        tale.settleBegins(held, "r", 0).settled(held, "k");
        tale.succeeds(tale.delivered("w", "a", "a", "", 1_999_999, 1, 2));
        assertBroken(Promise.FENCES_INCREASE);
    }

    @Test
    void aLeaseIsNotTakenBeforeItIsOver() {
        tale.added("a");
        tale.succeeds(tale.again("v", tale.delivered("w", "a")));
        assertBroken(Promise.ONE_LEASE_AT_A_TIME);
    }

    @Test
    void aLeaseIsHandledOnce() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.handled(held).handled(held).succeeds(held);
        assertBroken(Promise.ONE_LEASE_AT_A_TIME);
    }

    @Test
    void anOldFenceChangesNothing() {
        tale.added("a");
        Held old = tale.delivered("w", "a");
        Held held = tale.pass(Tale.LEASE).again("v", old);
        tale.succeeds(old).settleBegins(held, "s", 0).settled(held, "l");
        assertBroken(Promise.AN_OLD_FENCE_CHANGES_NOTHING, Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void aLostLeaseIsFine() {
        tale.added("a");
        Held old = tale.delivered("w", "a");
        Held held = tale.pass(Tale.LEASE).again("v", old);
        tale.settleBegins(old, "s", 0).settled(old, "l").succeeds(held);
        assertKept();
    }

    @Test
    void aSettleThatWasSentUnderAnotherNumberMayHaveBeenDoneBefore() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0)
                .settleBegins(held, "s", 0)
                .settled(held, "l")
                .counts(0, 1);
        assertKept();
    }

    @Test
    void whatIsDelayedIsNotEarly() {
        tale.enqueueBegins("a", "a", 20, "").enqueued("a", 'a');
        tale.succeeds(tale.delivered("w", "a"));
        assertBroken(Promise.NOTHING_IS_EARLY);
    }

    @Test
    void whatIsDelayedComesWhenItIsDue() {
        tale.enqueueBegins("a", "a", 20, "").enqueued("a", 'a').pass(20);
        tale.succeeds(tale.delivered("w", "a"));
        assertKept();
    }

    @Test
    void aRetryIsNotEarly() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "r", 30).settled(held, "k");
        tale.succeeds(tale.again("w", held));
        assertBroken(Promise.NOTHING_IS_EARLY);
    }

    @Test
    void nothingWaitsForAnIdleWorker() {
        tale.calm().added("a").pass(150);
        tale.succeeds(tale.delivered("w", "a"));
        assertBroken(Promise.NOTHING_WAITS_FOR_AN_IDLE_WORKER);
    }

    @Test
    void inAStormEverythingMayWait() {
        tale.added("a").pass(150);
        tale.succeeds(tale.delivered("w", "a"));
        assertKept();
    }

    @Test
    void deliveriesKeepToTheirLimit() {
        tale.added("a");
        tale.succeeds(tale.delivered("w", "a", "a", "", 2_000_000, 1, 6));
        assertBroken(Promise.LIMITS_OF_ATTEMPTS_AND_DELIVERIES);
    }

    @Test
    void anEnqueueIsOneMessage() {
        tale.added("a").enqueued("a", 'a');
        tale.succeeds(tale.delivered("w", "a"));
        tale.succeeds(tale.delivered("w", "a"));
        assertBroken(Promise.AN_ENQUEUE_IS_ONE_MESSAGE, Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void aGroupGoesInOrder() {
        tale.addedToGroup("a").addedToGroup("b");
        tale.succeeds(tale.delivered("w", "b", "b", "group", 1_100_000, 2, 1));
        tale.succeeds(tale.delivered("w", "a", "a", "group", 1_200_000, 1, 1));
        assertBroken(Promise.GROUPS_KEEP_THEIR_ORDER);
    }

    @Test
    void aGroupHasOneSlot() {
        tale.addedToGroup("a").addedToGroup("b");
        Held first = tale.delivered("w", "a", "a", "group");
        Held second = tale.delivered("v", "b", "b", "group");
        tale.succeeds(first).succeeds(second);
        assertBroken(Promise.GROUPS_KEEP_THEIR_ORDER);
    }

    @Test
    void aGroupGoesOnWhenItsHeadHasEnded() {
        tale.addedToGroup("a").addedToGroup("b").addedToGroup("c").diesWith("b");
        tale.succeeds(tale.delivered("w", "a", "a", "group"));
        tale.delivered("v", "b", "b", "group");
        tale.pass(Tale.LEASE);
        tale.succeeds(tale.delivered("w", "c", "c", "group"));
        assertKept();
    }

    @Test
    void leasesKeepToTheLimitOfConcurrency() {
        tale.added("a").added("b").added("c");
        Held one = tale.delivered("w", "a");
        Held two = tale.delivered("w", "b");
        Held three = tale.delivered("v", "c");
        tale.succeeds(one).succeeds(two).succeeds(three);
        assertBroken(Promise.LIMIT_OF_CONCURRENCY);
    }

    @Test
    void whatIsChainedIsEnqueuedWithTheSuccess() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0).chains(held, "b").settled(held, "ka").counts(0, 1);
        assertBroken(Promise.NOTHING_IS_LOST);
        tale.succeeds(tale.delivered("w", "b"));
        assertKept();
    }

    @Test
    void whatIsChainedToALostLeaseIsNotDelivered() {
        tale.added("a");
        Held old = tale.delivered("w", "a");
        Held held = tale.pass(Tale.LEASE).again("v", old);
        tale.settleBegins(old, "s", 0).chains(old, "b").settled(old, "l").succeeds(held);
        tale.succeeds(tale.delivered("w", "b")).counts(1, 0);
        assertBroken(Promise.A_CHAIN_IS_ALL_OR_NOTHING);
    }

    @Test
    void whatIsChainedTellsThatAnUnansweredSuccessWasDone() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0).chains(held, "b").counts(1, 1);
        tale.succeeds(tale.delivered("v", "b"));
        assertKept();
        tale.pass(Tale.LEASE).succeeds(tale.again("v", held));
        assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void whatIsChainedMustNotBeLostIfNothingElseHasEndedTheMessage() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0).chains(held, "b").counts(0, 1);
        assertBroken(Promise.A_CHAIN_IS_ALL_OR_NOTHING);
    }

    @Test
    void theQueueIsSoundAndEmptyInTheEnd() {
        tale.finds("id a has no body").leaves(1);
        assertBroken(Promise.THE_PARTS_FIT_TOGETHER, Promise.NOTHING_IS_LOST);
    }
}
