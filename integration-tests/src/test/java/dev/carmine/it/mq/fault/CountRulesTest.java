package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** What the server counts, in made-up histories. */
class CountRulesTest {
    private final Tale tale = new Tale();

    @Test
    void theServerMustCountWhatWasAccepted() {
        tale.added("a");
        tale.succeeds(tale.delivered("w", "a")).counts(1, 0);
        tale.assertBroken(Promise.THE_PARTS_FIT_TOGETHER);
    }

    @Test
    void theServerMustCountWhatWasAcknowledged() {
        tale.added("a");
        tale.succeeds(tale.delivered("w", "a")).counts(0, -1);
        tale.assertBroken(Promise.THE_PARTS_FIT_TOGETHER);
    }

    @Test
    void theQueueIsSoundAndEmptyInTheEnd() {
        tale.finds("id a has no body").leaves(1);
        tale.assertBroken(Promise.THE_PARTS_FIT_TOGETHER, Promise.NOTHING_IS_LOST);
    }

    @Test
    void whatHasExpiredIsCounted() {
        tale.addedWithLife("a", 20).expires(1);
        tale.assertKept();
    }

    @Test
    void whatIsGoneAndWasNotCountedAsExpiredIsMissing() {
        tale.addedWithLife("a", 20);
        tale.assertBroken(Promise.THE_PARTS_FIT_TOGETHER);
    }

    @Test
    void whatWasAcknowledgedHasNotExpired() {
        tale.addedWithLife("a", 20).expires(1);
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.THE_PARTS_FIT_TOGETHER);
    }

    @Test
    void anAcknowledgementWithoutAnswerMayHaveComeTooLate() {
        tale.addedWithLife("a", 20).expires(1);
        tale.settleBegins(tale.delivered("w", "a"), "s", 0);
        tale.assertKept();
    }

    @Test
    void whatIsRedrivenIsCounted() {
        tale.added("a");
        tale.kills(tale.delivered("w", "a")).redriven("1", "a", 'r').expectsRedriven(-1);
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.THE_PARTS_FIT_TOGETHER);
    }
}
