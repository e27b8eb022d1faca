package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Tale.Held;
import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** The limits of a queue, in made-up histories. */
class LimitRulesTest {
    private final Tale tale = new Tale();

    @Test
    void deliveriesKeepToTheirLimit() {
        tale.added("a");
        tale.succeeds(tale.delivered("w", "a", "a", "", 2_000_000, 1, 6));
        tale.assertBroken(Promise.LIMITS_OF_ATTEMPTS_AND_DELIVERIES);
    }

    @Test
    void leasesKeepToTheLimitOfConcurrency() {
        tale.added("a").added("b").added("c");
        Held one = tale.delivered("w", "a");
        Held two = tale.delivered("w", "b");
        Held three = tale.delivered("v", "c");
        tale.succeeds(one).succeeds(two).succeeds(three);
        tale.assertBroken(Promise.LIMIT_OF_CONCURRENCY);
    }

    @Test
    void leasesKeepToTheRateInAnyWindow() {
        tale.withRate(2, 100).added("a").added("b").added("c");
        tale.succeeds(tale.delivered("w", "a")).pass(60);
        tale.succeeds(tale.delivered("w", "b")).pass(20);
        tale.succeeds(tale.delivered("w", "c"));
        tale.assertBroken(Promise.LIMIT_OF_RATE);
    }

    @Test
    void aLeaseMayFollowWhenTheWindowIsOver() {
        tale.withRate(2, 100).added("a").added("b").added("c");
        tale.succeeds(tale.delivered("w", "a")).pass(60);
        tale.succeeds(tale.delivered("w", "b")).pass(40);
        tale.succeeds(tale.delivered("w", "c"));
        tale.assertKept();
    }
}
