package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.BLOCK;
import static dev.carmine.it.mq.script.ScriptedQueue.delayed;
import static dev.carmine.it.mq.script.ScriptedQueue.inGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.QueueScript;
import org.junit.jupiter.api.Test;

/** The wake marker: there whenever somebody should come, and never otherwise; and who blocks for how long. */
class WakingScriptIT extends ScriptFixture {
    /** Pops the marker as a worker that blocks would. */
    private boolean pop() {
        return !redis.zpopmin(queue.key("m"), 1).isEmpty();
    }

    @Test
    void anEnqueueWakesOneWorkerAndItsExchangesWakeNobody() {
        queue.enqueue("a");
        assertThat(pop()).isTrue();
        Granted message = queue.take("w1").only();
        assertThat(queue.wakes()).as("nothing else is to be done").isFalse();
        queue.worker("w1").slots(10).success(message).exchange();
        assertThat(queue.wakes()).isFalse();
    }

    @Test
    void whatAWorkerLeavesWakesTheNext() {
        queue.enqueue("a");
        queue.enqueue("b");
        pop();
        queue.worker("w1").slots(1).willNotBlock().exchange();
        assertThat(queue.wakes()).isTrue();
    }

    @Test
    void aFullWorkerThatWasWokenHandsOver() {
        queue.enqueue("a");
        pop();
        queue.worker("w1").slots(0).willNotBlock().exchange();
        assertThat(queue.wakes()).isTrue();
    }

    @Test
    void nobodyIsWokenForAPausedQueueAndSomebodyWhenItGoesOn() {
        queue.configure("paused", 1);
        queue.enqueue("a");
        assertThat(queue.wakes()).isFalse();
        assertThat(queue.take("w1").ids()).isEmpty();
        queue.configure("paused", "");
        assertThat(queue.wakes()).isTrue();
        assertThat(queue.take("w1").ids()).containsExactly("a");
    }

    @Test
    void aRaisedConcurrencyWakes() {
        queue.configure("concurrency", 1);
        queue.enqueue("a");
        queue.enqueue("b");
        assertThat(queue.take("w1").ids()).containsExactly("a");
        assertThat(queue.wakes()).isFalse();
        queue.configure("concurrency", 2);
        assertThat(queue.wakes()).isTrue();
    }

    @Test
    void aSettleUnderALimitWakesThoughItsWorkerIsLeaving() {
        queue.configure("concurrency", 1);
        queue.enqueue("a");
        queue.enqueue("b");
        Granted message = queue.take("w1").only();
        queue.worker("w1").success(message).willNotBlock().exchange();
        assertThat(queue.wakes()).isTrue();
    }

    @Test
    void aFreedGroupWakes() {
        queue.enqueue("a", inGroup("g"));
        queue.enqueue("b", inGroup("g"));
        Granted message = queue.take("w1").only();
        assertThat(queue.wakes()).isFalse();
        queue.worker("w1").success(message).willNotBlock().exchange();
        assertThat(queue.wakes()).isTrue();
    }

    @Test
    void aReleaseARetryWithoutDelayAndARedriveWake() {
        queue.enqueue("a");
        Granted message = queue.take("w1").only();
        queue.worker("w1").back(message).willNotBlock().exchange();
        assertThat(queue.wakes()).isTrue();
        message = queue.take("w1").only();
        queue.worker("w1").retry(message, ZERO, "").willNotBlock().exchange();
        assertThat(queue.wakes()).isTrue();
        message = queue.take("w1").only();
        queue.worker("w1").kill(message, "").exchange();
        assertThat(queue.wakes()).isFalse();
        queue.run(QueueScript.REDRIVE, "a");
        assertThat(queue.wakes()).isTrue();
    }

    @Test
    void oneWorkerIsToldWhenTheNextIsDueAndTheOthersAreNot() {
        queue.enqueue("a", delayed(ofSeconds(2)));
        assertThat(queue.wakes()).as("nobody knows yet").isTrue();
        assertThat(queue.take("w1").block()).isEqualTo(2_000);
        assertThat(queue.wakes()).isFalse();
        assertThat(queue.take("w2").block()).isEqualTo(BLOCK);
        queue.advance(ofMillis(500));
        assertThat(queue.take("w1").block()).as("it is still the one").isEqualTo(1_500);
        queue.enqueue("b", delayed(ofSeconds(1)));
        assertThat(queue.wakes()).as("that is earlier").isTrue();
        assertThat(queue.take("w2").block()).isEqualTo(1_000);
        queue.enqueue("c", delayed(ofSeconds(3)));
        assertThat(queue.wakes()).as("that is later").isFalse();
    }

    @Test
    void whoBlocksForLessThanItTakesPromisesToComeBackInTime() {
        queue.enqueue("a", delayed(ofMillis(BLOCK + 400)));
        assertThat(queue.wakes()).isTrue();
        assertThat(queue.take("w1").block()).isEqualTo(BLOCK);
        assertThat(queue.wakes()).as("somebody looks before").isFalse();
        queue.advance(ofMillis(BLOCK));
        assertThat(queue.take("w1").block()).isEqualTo(400);
    }

    @Test
    void whatIsFarAwayWakesNobody() {
        queue.enqueue("a", delayed(ofSeconds(60)));
        assertThat(queue.wakes()).isFalse();
        assertThat(queue.take("w1").block()).isEqualTo(BLOCK);
    }

    @Test
    void aWorkerThatWillNotLookHandsItsPromiseOver() {
        queue.enqueue("a", delayed(ofSeconds(2)));
        queue.take("w1");
        assertThat(queue.wakes()).isFalse();
        queue.worker("w1").willNotBlock().exchange();
        assertThat(queue.wakes()).isTrue();
        assertThat(queue.take("w2").block()).isEqualTo(2_000);
    }

    @Test
    void aPromiseThatWasNotKeptIsGivenToTheNextWhoComes() {
        queue.enqueue("a", delayed(ofSeconds(2)));
        queue.take("w1");
        queue.advance(ofSeconds(3));
        assertThat(queue.take("w2").ids()).containsExactly("a");
    }

    @Test
    void aLeaseShorterThanTheBlockIsLookedAtInTime() {
        queue.enqueue("a", ":1000::::::");
        queue.worker("w1").slots(1).willNotBlock().exchange();
        assertThat(queue.wakes()).as("its worker will not look").isTrue();
        assertThat(queue.take("w2").block()).isEqualTo(1_000);
        queue.advance(ofSeconds(1));
        assertThat(queue.take("w2").ids()).containsExactly("a");
    }

    @Test
    void aLeaseOfTheUsualLengthCostsNoExchange() {
        queue.enqueue("a");
        queue.worker("w1").slots(1).willNotBlock().exchange();
        assertThat(queue.wakes()).isFalse();
    }

    @Test
    void aMessageThatIsCancelledLeavesNoMarker() {
        queue.enqueue("a");
        queue.run(QueueScript.CANCEL, "a");
        assertThat(queue.wakes()).isFalse();
    }
}
