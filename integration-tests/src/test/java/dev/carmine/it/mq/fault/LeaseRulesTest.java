package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Tale.Held;
import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** Leases and their fences, in made-up histories. */
class LeaseRulesTest {
    private final Tale tale = new Tale();

    @Test
    void aFenceIsNotGivenTwice() {
        tale.added("a", "id");
        Held held = tale.delivered("w", "id", "a", "", 1, 1, 1);
        tale.cancelled("1", "id", 'p')
                .settleBegins(held, "r", 0)
                .settled(held, "c")
                .added("b", "id");
        tale.succeeds(tale.delivered("w", "id", "b", "", 1, 2, 1));
        tale.assertBroken(Promise.FENCES_INCREASE);
    }

    @Test
    void aLaterDeliveryHasAHigherFence() {
        tale.added("a");
        Held held = tale.delivered("w", "a", "a", "", 2_000_000, 1, 1);
        tale.settleBegins(held, "r", 0).settled(held, "k");
        tale.succeeds(tale.delivered("w", "a", "a", "", 1_999_999, 1, 2));
        tale.assertBroken(Promise.FENCES_INCREASE);
    }

    @Test
    void aLeaseIsNotTakenBeforeItIsOver() {
        tale.added("a");
        tale.succeeds(tale.again("v", tale.delivered("w", "a")));
        tale.assertBroken(Promise.ONE_LEASE_AT_A_TIME);
    }

    @Test
    void aLeaseIsHandledOnce() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.handled(held).handled(held).succeeds(held);
        tale.assertBroken(Promise.ONE_LEASE_AT_A_TIME);
    }

    @Test
    void anOldFenceChangesNothing() {
        tale.added("a");
        Held old = tale.delivered("w", "a");
        Held held = tale.pass(Tale.LEASE).again("v", old);
        tale.succeeds(old).settleBegins(held, "s", 0).settled(held, "l");
        tale.assertBroken(Promise.AN_OLD_FENCE_CHANGES_NOTHING, Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void aLostLeaseIsFine() {
        tale.added("a");
        Held old = tale.delivered("w", "a");
        Held held = tale.pass(Tale.LEASE).again("v", old);
        tale.settleBegins(old, "s", 0).settled(old, "l").succeeds(held);
        tale.assertKept();
    }

    @Test
    void aSettleThatWasSentUnderAnotherNumberMayHaveBeenDoneBefore() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "s", 0)
                .settleBegins(held, "s", 0)
                .settled(held, "l")
                .counts(0, 1);
        tale.assertKept();
    }
}
