package dev.carmine.it.mq.script;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.QueueScript;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A dedupe window ends when it was to end, though content that waits behind it is due later. */
class DedupeWindowScriptIT extends ScriptFixture {
    private static final Duration WINDOW = ofSeconds(10);
    private static final Duration DELAY = ofMinutes(1);

    private static String requeuedAfter(Duration delay) {
        return delay.toMillis() + "::::::qi:";
    }

    /** Content that waits behind an open window, and is due later than that ends. */
    private void leaveContentBehindAWindow() {
        queue.enqueue("a", "i");
        queue.worker("w1").success(queue.take("w1").only(), WINDOW).exchange();
        assertThat(queue.enqueue("a", "later", requeuedAfter(DELAY))).isEqualTo("r");
        assertThat(queue.state("a")).isEqualTo("w+");
    }

    @Test
    void cancellingContentDoesNotProlongTheWindow() {
        leaveContentBehindAWindow();
        assertThat(queue.run(QueueScript.CANCEL, "a")).isEqualTo("c");
        assertThat(queue.state("a")).isEqualTo("u");
        assertThat(queue.enqueue("a", "i")).isEqualTo("d");
        queue.advance(WINDOW);
        assertThat(queue.state("a")).isEqualTo("-");
        assertThat(queue.enqueue("a", "i")).isEqualTo("a");
    }

    @Test
    void contentOfARunWhoseWindowIsShorterThanItsDelayIsNoDifferent() {
        queue.enqueue("a", "i");
        Granted first = queue.take("w1").only();
        assertThat(queue.enqueue("a", "later", requeuedAfter(DELAY))).isEqualTo("r");
        queue.worker("w1").success(first, WINDOW).exchange();
        assertThat(queue.state("a")).isEqualTo("w+");
        assertThat(queue.run(QueueScript.CANCEL, "a")).isEqualTo("c");
        queue.advance(WINDOW);
        assertThat(queue.enqueue("a", "i")).isEqualTo("a");
    }

    @Test
    void contentThatIsDueLaterThanTheWindowEndsIsDelayedFromThenOn() {
        leaveContentBehindAWindow();
        queue.advance(WINDOW);
        assertThat(queue.state("a")).isEqualTo("d");
        assertThat(queue.enqueue("a", "x", "i")).isEqualTo("q");
        assertThat(queue.enqueue("a", "newer", "::::::ui:")).isEqualTo("u");
        assertThat(queue.take("w1").ids()).isEmpty();
        queue.advance(DELAY.minus(WINDOW));
        assertThat(queue.take("w1").only().body()).isEqualTo("newer");
    }

    @Test
    void contentWhoseWindowIsOverCanGetANewDelay() {
        leaveContentBehindAWindow();
        queue.advance(WINDOW);
        assertThat(queue.enqueue("a", "x", "::::::di:")).isEqualTo("u");
        assertThat(queue.take("w1").only().body()).isEqualTo("later");
    }

    @Test
    void aWindowThatIsOverLeavesNothing() {
        leaveContentBehindAWindow();
        queue.advance(DELAY);
        queue.worker("w1").success(queue.take("w1").only()).exchange();
        assertThat(redis.exists(queue.key("u"))).isZero();
    }
}
