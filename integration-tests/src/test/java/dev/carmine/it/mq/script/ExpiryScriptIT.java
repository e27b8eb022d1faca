package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.inGroup;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Messages that nobody wants any more after a time: here, a second after they were enqueued. */
class ExpiryScriptIT extends ScriptFixture {
    private static final String A_SECOND = ":::::1000::";

    private void assertDropped(int count) {
        assertThat(queue.stats()).containsEntry("expired", (long) count);
        assertThat(queue.state("a")).isEqualTo("-");
    }

    @Test
    void aMessageIsHandedOutUntilItsTimeIsOver() {
        queue.enqueue("a", A_SECOND);
        queue.enqueue("b", A_SECOND);
        queue.advance(ofMillis(999));
        assertThat(queue.worker("w1").slots(1).exchange().ids()).containsExactly("a");
        queue.advance(ofMillis(1));
        assertThat(queue.take("w1").ids()).isEmpty();
        assertThat(queue.state("b")).isEqualTo("-");
        assertThat(queue.state("a")).as("it is being handled").isEqualTo("l");
    }

    @Test
    void whatIsHandledMayEndLater() {
        queue.enqueue("a", A_SECOND);
        Granted message = queue.take("w1").only();
        queue.advance(ofSeconds(2));
        assertThat(queue.worker("w1").success(message).exchange().answers()).containsExactly("k");
        assertDropped(0);
    }

    @Test
    void aRetryThatComesTooLateIsDropped() {
        queue.enqueue("a", A_SECOND);
        Granted message = queue.take("w1").only();
        queue.worker("w1").retry(message, ofSeconds(1), "busy").exchange();
        queue.advance(ofSeconds(1));
        assertThat(queue.take("w1").ids()).isEmpty();
        assertDropped(1);
    }

    @Test
    void whatIsReclaimedTooLateIsDropped() {
        queue.enqueue("a", A_SECOND);
        queue.take("w1");
        queue.advance(ofSeconds(30));
        assertThat(queue.take("w2").ids()).isEmpty();
        assertDropped(1);
    }

    @Test
    void aDelayedMessageThatFallsDueTooLateIsDropped() {
        queue.enqueue("a", "2000:::::1000::");
        queue.advance(ofSeconds(2));
        assertThat(queue.take("w1").ids()).isEmpty();
        assertDropped(1);
    }

    @Test
    void theNextOfAGroupTakesTheTurnOfADroppedOne() {
        queue.enqueue("a", A_SECOND + "g");
        queue.enqueue("b", inGroup("g"));
        queue.advance(ofSeconds(1));
        assertThat(queue.take("w1").ids()).containsExactly("b");
        assertDropped(1);
    }
}
