package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.inGroup;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a worker is given that would have more messages than it has slots. */
class LeasingAheadScriptIT extends ScriptFixture {
    private Exchanged take(String worker, int slots, int ahead) {
        return queue.worker(worker).slots(slots).ahead(ahead).exchange();
    }

    private void enqueue(String... ids) {
        for (String id : ids) {
            queue.enqueue(id);
        }
    }

    @Test
    void itIsGivenNewOnesBeyondItsSlots() {
        enqueue("a", "b", "c", "d");
        assertThat(take("w1", 1, 2).ids()).containsExactly("a", "b", "c");
        assertThat(take("w2", 0, 2).ids()).as("though it has no slot").containsExactly("d");
    }

    /** So that a message which kills its workers takes each of those behind it with it only once. */
    @Test
    void whatWasHandedOutBeforeNeedsASlot() {
        enqueue("a", "b", "c");
        Exchanged first = take("w1", 3, 0);
        queue.worker("w1")
                .retry(first.granted().get(0), ZERO, "busy")
                .retry(first.granted().get(1), ZERO, "busy")
                .retry(first.granted().get(2), ZERO, "busy")
                .exchange();
        enqueue("d");
        assertThat(take("w2", 0, 5).ids()).isEmpty();
        assertThat(take("w2", 2, 5).ids()).as("what is new does not overtake").containsExactly("a", "b");
        assertThat(take("w3", 1, 5).ids()).containsExactly("c", "d");
    }

    @Test
    void nothingOvertakesWhatNeedsASlot() {
        queue.enqueue("a", inGroup("g"));
        queue.worker("w1").retry(queue.take("w1").only(), ZERO, "busy").exchange();
        enqueue("b", "c");
        queue.enqueue("d", inGroup("h"));
        assertThat(take("w2", 0, 5).ids()).doesNotContain("a", "d");
        assertThat(take("w2", 1, 0).ids()).as("its turn is not lost").containsExactly("a");
    }

    @Test
    void aPriorityIsKeptThoughItsMessageNeedsASlot() {
        queue.enqueue("a", "::::9:::");
        queue.worker("w1").retry(queue.take("w1").only(), ZERO, "busy").exchange();
        queue.enqueue("b", inGroup("g"));
        enqueue("c");
        assertThat(take("w2", 0, 5).ids()).isEmpty();
        assertThat(take("w2", 1, 5).ids()).startsWith("a");
    }

    /** It would be lost with its worker, though no handler has seen it. */
    @Test
    void whatIsHandedOutOnceOnlyNeedsASlot() {
        queue.enqueue("a", ":::1::::");
        queue.enqueue("b", ":::2::::");
        assertThat(take("w1", 0, 5).ids()).isEmpty();
        assertThat(take("w1", 1, 5).ids()).containsExactly("a", "b");
        queue.configure("deliveries", 1);
        enqueue("c");
        assertThat(take("w1", 0, 5).ids()).isEmpty();
    }

    @Test
    void whatWasGivenBackUntouchedIsNewAgain() {
        enqueue("a", "b");
        Exchanged first = take("w1", 1, 1);
        queue.worker("w1").back(first.granted().get(1)).exchange();
        assertThat(take("w2", 0, 1).ids()).containsExactly("b");
    }

    @Test
    void aQueueWithALimitGivesOnlyWhatThereAreSlotsFor() {
        enqueue("a", "b", "c", "d");
        queue.configure("concurrency", 4);
        assertThat(take("w1", 1, 10).ids()).containsExactly("a");
        queue.configure("concurrency", "", "rateCount", 10, "rateWindow", 1_000);
        assertThat(take("w1", 1, 10).ids()).containsExactly("b");
        assertThat(take("w1", 0, 10).ids()).isEmpty();
        queue.configure("rateCount", "", "rateWindow", "");
        assertThat(take("w1", 1, 10).ids()).containsExactly("c", "d");
    }

    @Test
    void aWorkerWithAFreeSlotIsToldToBlockThoughItWouldHaveMore() {
        enqueue("a");
        Exchanged full = take("w1", 1, 10);
        assertThat(full.ids()).containsExactly("a");
        assertThat(queue.wakes()).isFalse();
        assertThat(take("w2", 1, 10).block()).isPositive();
    }
}
