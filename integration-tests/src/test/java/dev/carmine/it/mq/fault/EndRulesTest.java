package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Tale.Held;
import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** What becomes of messages, in made-up histories. */
class EndRulesTest {
    private final Tale tale = new Tale();

    @Test
    void aMessageThatIsAcknowledgedIsFine() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.handled(held).succeeds(held);
        tale.assertKept();
    }

    @Test
    void whatWasAcceptedAndNeverDeliveredIsLost() {
        tale.added("a");
        tale.assertBroken(Promise.NOTHING_IS_LOST);
    }

    @Test
    void whatWasDeliveredAndNeverSettledIsLost() {
        tale.added("a");
        tale.delivered("w", "a");
        tale.assertBroken(Promise.NOTHING_IS_LOST);
    }

    @Test
    void whatIsDeadIsNotLost() {
        tale.added("a").diesWith("a");
        tale.assertKept();
    }

    @Test
    void anAcknowledgementWithoutAnswerMayHaveBeenDone() {
        tale.added("a");
        tale.settleBegins(tale.delivered("w", "a"), "s", 0).counts(0, 1);
        tale.assertKept();
    }

    @Test
    void anAcknowledgementWithoutAnswerMayNotHaveBeenDone() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0).pass(Tale.LEASE);
        tale.succeeds(tale.again("v", held));
        tale.assertKept();
    }

    @Test
    void anEnqueueWithoutAnswerMayBeAMessageOrNone() {
        tale.enqueueBegins("a", "a", 0, "").enqueueBegins("b", "b", 0, "");
        tale.succeeds(tale.delivered("w", "a")).counts(1, 0);
        tale.assertKept();
    }

    @Test
    void whatWasAcknowledgedIsNotDeliveredAgain() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.succeeds(held).pass(Tale.LEASE);
        tale.again("w", held);
        tale.assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void anIdMayBeUsedAgain() {
        tale.added("a", "id");
        tale.succeeds(tale.delivered("w", "id", "a", "")).added("b", "id");
        tale.succeeds(tale.delivered("w", "id", "b", ""));
        tale.assertKept();
    }

    @Test
    void whatWasCancelledIsNotDelivered() {
        tale.added("a").cancelled("1", "a", 'c');
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void whatACancellationDidNotFindIsNotDelivered() {
        tale.added("a").cancelled("1", "a", 'n');
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void whatWasCancelledIsNotLost() {
        tale.added("a").cancelled("1", "a", 'c');
        tale.assertKept();
    }

    @Test
    void aCancellationWithoutAnswerMayBeEitherWay() {
        tale.added("a").added("b").cancelBegins("1", "a").cancelBegins("2", "b");
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertKept();
    }

    @Test
    void whatIsEnqueuedAfterACancellationIsDelivered() {
        tale.added("a", "id").cancelled("1", "id", 'c').added("b", "id");
        tale.succeeds(tale.delivered("w", "id", "b", ""));
        tale.assertKept();
    }

    @Test
    void whatHasDiedAndIsNotKeptIsLost() {
        tale.added("a");
        tale.kills(tale.delivered("w", "a"));
        tale.assertBroken(Promise.NOTHING_IS_LOST);
    }

    @Test
    void whatWasRedrivenAndNeverDeliveredIsLost() {
        tale.added("a");
        tale.kills(tale.delivered("w", "a")).redriven("1", "a", 'r');
        tale.assertBroken(Promise.NOTHING_IS_LOST);
    }

    @Test
    void whatWasRedrivenMayDieAgain() {
        tale.added("a");
        tale.kills(tale.delivered("w", "a")).redriven("1", "a", 'r');
        tale.kills(tale.delivered("w", "a")).diesWith("a");
        tale.assertKept();
    }

    @Test
    void whatWasNotRedrivenStaysDead() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.kills(held).redriven("1", "a", 'n');
        tale.succeeds(tale.again("w", held));
        tale.assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void redrivingWithoutAnswerMayBeEitherWay() {
        tale.added("a").added("b").diesWith("b").expectsRedriven(1);
        tale.kills(tale.delivered("w", "a")).kills(tale.delivered("w", "b"));
        tale.redriveBegins("1", "a").redriveBegins("2", "b");
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertKept();
    }

    @Test
    void whatIsAcknowledgedIsNotRedriven() {
        tale.added("a");
        tale.succeeds(tale.delivered("w", "a")).redriveBegins("1", "a");
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void aTickWithoutMessageIsLost() {
        tale.scheduled("s", 1_000, 100, 1_200, 2);
        tale.succeeds(tale.delivered("w", "s@1000"));
        tale.assertBroken(Promise.NOTHING_IS_LOST);
    }
}
