package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** Where messages come from, in made-up histories. */
class OriginRulesTest {
    private final Tale tale = new Tale();

    @Test
    void whatNobodyHasEnqueuedComesFromNowhere() {
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.NOTHING_COMES_FROM_NOWHERE);
    }

    @Test
    void whatWasRefusedComesFromNowhere() {
        tale.enqueueBegins("a", "a", 0, "").enqueued("a", 'l');
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.NOTHING_COMES_FROM_NOWHERE);
    }

    @Test
    void contentUnderAnotherIdComesFromNowhere() {
        tale.added("a");
        tale.succeeds(tale.delivered("w", "b", "a", ""));
        tale.assertBroken(Promise.NOTHING_COMES_FROM_NOWHERE);
    }

    @Test
    void anEnqueueIsOneMessage() {
        tale.added("a").enqueued("a", 'a');
        tale.succeeds(tale.delivered("w", "a"));
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.AN_ENQUEUE_IS_ONE_MESSAGE, Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED);
    }

    @Test
    void whatIsRedrivenIsAnotherMessage() {
        tale.added("a");
        tale.kills(tale.delivered("w", "a")).redriven("1", "a", 'r');
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertKept();
    }

    @Test
    void whatIsRedrivenOnceIsOneMoreMessage() {
        tale.added("a");
        tale.kills(tale.delivered("w", "a")).redriven("1", "a", 'r');
        tale.kills(tale.delivered("w", "a")).redriven("2", "a", 'n');
        tale.succeeds(tale.delivered("w", "a"));
        tale.assertBroken(Promise.AN_ENQUEUE_IS_ONE_MESSAGE);
    }

    @Test
    void aTickIsOneMessage() {
        tale.scheduled("s", 1_000, 100, 1_100, 1);
        tale.succeeds(tale.delivered("w", "s@1000"));
        tale.succeeds(tale.delivered("w", "s@1000"));
        tale.assertBroken(Promise.AN_ENQUEUE_IS_ONE_MESSAGE);
    }

    @Test
    void aTickThatIsNoneComesFromNowhere() {
        tale.scheduled("s", 1_000, 100, 1_100, 1);
        tale.succeeds(tale.delivered("w", "s@1000"));
        tale.succeeds(tale.delivered("w", "s@1100"));
        tale.assertBroken(Promise.NOTHING_COMES_FROM_NOWHERE);
    }
}
