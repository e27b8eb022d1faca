package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Tale.Held;
import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** What is chained, in made-up histories. */
class ChainRulesTest {
    private final Tale tale = new Tale();

    @Test
    void whatIsChainedIsEnqueuedWithTheSuccess() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0).chains(held, "b").settled(held, "ka").counts(0, 1);
        tale.assertBroken(Promise.NOTHING_IS_LOST);
        tale.succeeds(tale.delivered("w", "b"));
        tale.assertKept();
    }

    @Test
    void whatIsChainedToALostLeaseIsNotDelivered() {
        tale.added("a");
        Held old = tale.delivered("w", "a");
        Held held = tale.pass(Tale.LEASE).again("v", old);
        tale.settleBegins(old, "s", 0).chains(old, "b").settled(old, "l").succeeds(held);
        tale.succeeds(tale.delivered("w", "b")).counts(1, 0);
        tale.assertBroken(Promise.A_CHAIN_IS_ALL_OR_NOTHING);
    }

    @Test
    void whatIsChainedTellsThatAnUnansweredSuccessWasDone() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0).chains(held, "b").counts(1, 1);
        tale.succeeds(tale.delivered("v", "b"));
        tale.assertKept();
        tale.pass(Tale.LEASE).succeeds(tale.again("v", held));
        tale.assertBroken(Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void whatIsChainedMustNotBeLostIfNothingElseHasEndedTheMessage() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0).chains(held, "b").counts(0, 1);
        tale.assertBroken(Promise.A_CHAIN_IS_ALL_OR_NOTHING);
    }
}
