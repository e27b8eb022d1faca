package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Tale.Held;
import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** When messages are delivered, in made-up histories. */
class TimeRulesTest {
    private final Tale tale = new Tale();

    @Test
    void whatIsDelayedIsNotEarly() {
        tale.enqueueBegins("a", "a", 20, "").enqueued("a", 'a');
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.NOTHING_IS_EARLY);
    }

    @Test
    void whatIsDelayedComesWhenItIsDue() {
        tale.enqueueBegins("a", "a", 20, "").enqueued("a", 'a').pass(20);
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertKept();
    }

    @Test
    void aRetryIsNotEarly() {
        tale.added("a");
        Held held = tale.delivered("w", "a");
        tale.settleBegins(held, "r", 30).settled(held, "k");
        tale.succeeds(tale.again("w", held));
        tale.assertBroken(Promise.NOTHING_IS_EARLY);
    }

    @Test
    void whatHasExpiredIsNotDelivered() {
        tale.addedWithLife("a", 20).pass(30);
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.WHAT_HAS_EXPIRED_IS_NOT_DELIVERED);
    }

    @Test
    void whatHasNotExpiredIsDelivered() {
        tale.addedWithLife("a", 20).pass(10);
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertKept();
    }

    @Test
    void aTickIsNotEarly() {
        tale.scheduled("s", Tale.ENQUEUED_AT + 1, 100, Tale.ENQUEUED_AT + 2, 1);
        tale.succeeds(tale.delivered("w", "s@" + (Tale.ENQUEUED_AT + 1)));
        tale.assertBroken(Promise.NOTHING_IS_EARLY);
    }

    @Test
    void aTickThatIsDueIsFine() {
        tale.scheduled("s", Tale.ENQUEUED_AT, 100, Tale.ENQUEUED_AT + 1, 1);
        tale.succeeds(tale.delivered("w", "s@" + Tale.ENQUEUED_AT));
        tale.assertKept();
    }
}
