package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.inGroup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.QueueScript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message that its worker cannot handle, and leaves to others for a time. */
class LeftMessageScriptIT extends ScriptFixture {
    private static final Duration ABSENCE = Duration.ofSeconds(2);

    private Granted takeOne() {
        return queue.worker("w1").slots(1).exchange().only();
    }

    private List<String> leave(Granted message) {
        return queue.worker("w1")
                .settle("b", message.id(), message.fence(), ABSENCE.toMillis(), "")
                .exchange()
                .answers();
    }

    @Test
    void itLetsOthersPassAndComesBackInItsOldPlaceWithoutPenalty() {
        queue.enqueue("a");
        queue.enqueue("b");
        queue.enqueue("c");
        assertThat(leave(takeOne())).containsExactly("k");
        assertThat(queue.state("a")).isEqualTo("d");
        assertThat(takeOne().id()).isEqualTo("b");
        queue.advance(ABSENCE);
        assertThat(queue.wakes()).isTrue();
        Granted again = takeOne();
        assertThat(again.id()).isEqualTo("a");
        assertThat(again.record().deliveries()).isOne();
        assertThat(again.record().attempt()).isOne();
    }

    @Test
    void itHoldsItsGroupUpAndLetsOtherGroupsPass() {
        queue.enqueue("a1", inGroup("a"));
        queue.enqueue("a2", inGroup("a"));
        queue.enqueue("b1", inGroup("b"));
        leave(takeOne());
        assertThat(queue.take("w1").ids()).containsExactly("b1");
        queue.advance(ABSENCE);
        assertThat(queue.take("w1").ids()).containsExactly("a1");
    }

    @Test
    void anotherWorkerIsWokenToLookForIt() {
        queue.enqueue("a");
        Granted message = takeOne();
        Exchanged leaving = queue.worker("w1")
                .slots(1)
                .settle("b", message.id(), message.fence(), ABSENCE.toMillis(), "")
                .exchange();
        assertThat(leaving.block()).isEqualTo(ScriptedQueue.BLOCK);
        assertThat(queue.wakes()).isTrue();
        assertThat(queue.worker("w2").slots(1).exchange().block()).isEqualTo(ABSENCE.toMillis());
        assertThat(queue.wakes()).isFalse();
    }

    @Test
    void itIsDroppedIfItIsToBeCancelled() {
        queue.enqueue("a");
        Granted message = takeOne();
        assertThat(queue.run(QueueScript.CANCEL, "a")).isEqualTo("p");
        assertThat(leave(message)).containsExactly("c");
        assertThat(queue.state("a")).isEqualTo("-");
    }
}
