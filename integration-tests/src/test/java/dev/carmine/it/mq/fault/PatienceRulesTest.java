package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Tale.Held;
import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** How long messages wait, in made-up histories. */
class PatienceRulesTest {
    private final Tale tale = new Tale();

    @Test
    void nothingWaitsForAnIdleWorker() {
        tale.calm().added("a").pass(150);
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.NOTHING_WAITS_FOR_AN_IDLE_WORKER);
    }

    @Test
    void inAStormEverythingMayWait() {
        tale.added("a").pass(150);
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertKept();
    }

    @Test
    void whatACrashLeavesIsTakenUpWhenItsLeaseIsOver() {
        tale.calm().added("a");
        Held held = tale.delivered("w", "a");
        tale.crash("a").pass(Tale.LEASE + 80);
        tale.succeeds(tale.again("v", held));
        tale.assertKept();
    }

    @Test
    void whatACrashLeavesDoesNotWaitForLonger() {
        tale.calm().added("a");
        Held held = tale.delivered("w", "a");
        tale.crash("a").pass(Tale.LEASE + 120);
        tale.succeeds(tale.again("v", held));
        tale.assertBroken(Promise.NOTHING_WAITS_FOR_AN_IDLE_WORKER);
    }

    @Test
    void whatACrashLeavesMayWaitInAStorm() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.crash("a").pass(Tale.LEASE + 120);
        tale.succeeds(tale.again("v", held));
        tale.assertKept();
    }
}
