package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.flags;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.QueueScript;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An id that is used again: what an earlier message has left as its result is not taken for the later one's. */
class UsedIdScriptIT extends ScriptFixture {
    private static final List<String> NONE = List.of("n", "");

    private Object result() {
        return queue.run(QueueScript.RESULT, "a", 1_000);
    }

    /** Handles the one message there is. */
    private void succeedWith(String result) {
        queue.worker("w1").result(queue.take("w1").only(), result).exchange();
    }

    private void succeed() {
        queue.worker("w1").success(queue.take("w1").only()).exchange();
    }

    @Test
    void aMessageUnderAUsedIdRemovesTheEarlierResult() {
        queue.enqueue("a", "i");
        succeedWith("first");
        assertThat(result()).isEqualTo(List.of("r", "first"));
        assertThat(queue.enqueue("a", "i")).isEqualTo("a");
        succeed();
        assertThat(result()).isEqualTo(NONE);
    }

    @Test
    void anEnqueueThatIsRefusedLeavesTheResult() {
        queue.enqueue("a", "i");
        Granted message = queue.take("w1").only();
        queue.worker("w1")
                .settle("S", message.id(), message.fence(), 60_000, "first")
                .exchange();
        assertThat(queue.enqueue("a", "i")).isEqualTo("d");
        assertThat(result()).isEqualTo(List.of("r", "first"));
    }

    @Test
    void contentThatHasWaitedRemovesTheResultOfTheRunBefore() {
        queue.enqueue("a", "i");
        Granted first = queue.take("w1").only();
        assertThat(queue.enqueue("a", flags("qi"))).isEqualTo("r");
        queue.worker("w1").result(first, "first").exchange();
        succeed();
        assertThat(result()).isEqualTo(NONE);
    }

    @Test
    void aDeadMessageThatGetsItsIdBackRemovesTheResultOfTheLaterOne() {
        queue.enqueue("a", "i");
        queue.worker("w1").kill(queue.take("w1").only(), "no").exchange();
        queue.enqueue("a", "i");
        succeedWith("second");
        assertThat(queue.run(QueueScript.REDRIVE, "*", 1, 0)).isEqualTo("r");
        succeed();
        assertThat(result()).isEqualTo(NONE);
    }
}
