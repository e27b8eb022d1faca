package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.delayed;
import static dev.carmine.it.mq.script.ScriptedQueue.flags;
import static dev.carmine.it.mq.script.ScriptedQueue.inGroup;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.QueueScript;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What operators do to a queue: cancel, redrive, purge, list, clear. */
class AdministrationScriptIT extends ScriptFixture {
    private void kill(String id) {
        queue.enqueue(id);
        queue.worker("w1").kill(queue.take("w1").only(), "broken").exchange();
    }

    private List<String> listed(String state) {
        return ((List<?>) queue.run(QueueScript.LIST, state, 0, 100, 1_000))
                .stream().map(message -> (String) ((List<?>) message).get(0)).toList();
    }

    @Test
    void whatWaitsIsCancelledAtOnceWhereverItIs() {
        queue.enqueue("ready");
        queue.enqueue("delayed", delayed(ofSeconds(1)));
        queue.enqueue("grouped", inGroup("g"));
        assertThat(queue.run(QueueScript.CANCEL, "ready", "delayed", "grouped", "unknown"))
                .isEqualTo("cccn");
        assertThat(queue.take("w1").ids()).isEmpty();
        assertThat(queue.stats()).containsEntry("cancelled", 3L);
    }

    @Test
    void anExpiredLeaseIsCancelledAtOnce() {
        queue.enqueue("a", inGroup("g"));
        queue.enqueue("b", inGroup("g"));
        queue.take("w1");
        queue.advance(ofSeconds(30));
        assertThat(queue.run(QueueScript.CANCEL, "a")).isEqualTo("c");
        assertThat(queue.take("w1").ids()).containsExactly("b");
    }

    @Test
    void contentBehindAWindowIsCancelledAndTheWindowStays() {
        queue.enqueue("a");
        queue.worker("w1").success(queue.take("w1").only(), ofMinutes(1)).exchange();
        queue.enqueue("a", flags("q"));
        assertThat(queue.run(QueueScript.CANCEL, "a")).isEqualTo("c");
        assertThat(queue.state("a")).isEqualTo("u");
    }

    @Test
    void aDeadMessageIsNotCancelledButRedrivenOrPurged() {
        kill("a");
        kill("b");
        assertThat(queue.run(QueueScript.CANCEL, "a")).isEqualTo("n");
        assertThat(queue.run(QueueScript.REDRIVE, "a", "unknown")).isEqualTo("rn");
        Granted again = queue.take("w1").only();
        assertThat(again.record().attempt()).isOne();
        assertThat(again.record().deliveries()).isOne();
        assertThat(queue.run(QueueScript.PURGE, "a", "b")).isEqualTo(1L);
        assertThat(queue.state("b")).isEqualTo("-");
    }

    @Test
    void aDeadMessageThatHasGivenItsIdUpGetsItBackOnlyIfItIsFree() {
        kill("a");
        queue.enqueue("a", "second", "");
        assertThat(queue.run(QueueScript.REDRIVE, "a~1")).isEqualTo("l");
        Granted second = queue.take("w1").only();
        queue.worker("w1").success(second).exchange();
        assertThat(queue.run(QueueScript.REDRIVE, "a~1")).isEqualTo("r");
        assertThat(queue.take("w1").only().id()).isEqualTo("a");
    }

    @Test
    void anIdThatLooksLikeOneThatWasGivenUpIsLeftAlone() {
        kill("job~1");
        assertThat(queue.run(QueueScript.REDRIVE, "job~1")).isEqualTo("r");
        assertThat(queue.take("w1").ids()).containsExactly("job~1");
        kill("x");
        String taken = "x~" + queue.redis().hget(queue.key("c"), "sequence");
        queue.enqueue(taken, "alive", "");
        queue.enqueue("x", "second", "");
        assertThat(queue.state(taken)).isEqualTo("r");
        assertThat(queue.state(taken + "~")).isEqualTo("x");
    }

    @Test
    void theOldestAreRedrivenAndPurgedFirst() {
        for (String id : List.of("a", "b", "c", "d")) {
            kill(id);
            queue.advance(ofSeconds(1));
        }
        assertThat(queue.run(QueueScript.REDRIVE, "*", 2, 0)).isEqualTo("rr");
        assertThat(queue.take("w1").ids()).containsExactly("a", "b");
        assertThat(queue.run(QueueScript.PURGE, "*", 1)).isEqualTo(1L);
        assertThat(listed("x")).containsExactly("d");
    }

    @Test
    void eachStateIsListedInItsOrder() {
        queue.enqueue("grouped", inGroup("a group"));
        queue.enqueue("grouped too", inGroup("a group"));
        queue.enqueue("later", delayed(ofSeconds(20)));
        queue.enqueue("sooner", delayed(ofSeconds(10)));
        queue.enqueue("ready");
        assertThat(listed("r")).containsExactly("ready");
        assertThat(listed("g")).containsExactly("grouped", "grouped too");
        assertThat(listed("d")).containsExactly("sooner", "later");
        queue.worker("w1").slots(1).exchange();
        assertThat(listed("l")).containsExactly("grouped");
        assertThat((List<?>) queue.run(QueueScript.LIST, "d", 1, 1, 1_000)).hasSize(1);
    }

    @Test
    void bodiesAreLeftOutWhenTheyWouldBeTooMany() {
        queue.enqueue("a", "x".repeat(600), "");
        queue.enqueue("b", "x".repeat(600), "");
        List<?> messages = (List<?>) queue.run(QueueScript.LIST, "r", 0, 10, 1_000);
        assertThat(((List<?>) messages.get(0)).get(3)).isNotNull();
        assertThat(((List<?>) messages.get(1)).get(3)).isNull();
    }

    @Test
    void aClearedQueueKeepsWhatMustNotBeForgotten() {
        queue.configure("lease", 5_000);
        kill("c");
        queue.enqueue("a");
        Granted leased = queue.take("w1").only();
        queue.enqueue("a", flags("q"));
        queue.enqueue("b", inGroup("g"));
        assertThat(queue.run(QueueScript.CLEAR)).isEqualTo(4L);
        assertThat(queue.worker("w1").success(leased).exchange().answers()).containsExactly("l");
        assertThat(queue.stats()).containsEntry("cleared", 3L).containsEntry("purged", 1L);
        queue.enqueue("a");
        Granted next = queue.take("w1").only();
        assertThat(next.fence()).isGreaterThan(leased.fence());
        assertThat(next.lease()).isEqualTo(5_000);
    }

    @Test
    void anEmptyQueueLeavesOnlyWhatMustNotBeForgotten() {
        queue.configure("lease", 5_000);
        queue.enqueue("a", inGroup("g"));
        Granted message = queue.take("w1").only();
        queue.worker("w1").retry(message, ofSeconds(1), "busy").exchange();
        queue.advance(ofSeconds(1));
        message = queue.take("w1").only();
        queue.worker("w1").success(message, ofSeconds(1)).exchange();
        queue.advance(ofSeconds(1));
        queue.take("w1");
        Set<String> expiring = Set.of(queue.key("k0"), queue.key("k1"), queue.key("w"), queue.key("w:w10000000000"));
        assertThat(redis.keys("*")).allSatisfy(key -> {
            if (expiring.contains(key)) {
                assertThat(redis.pttl(key)).isPositive();
            } else {
                assertThat(key).isIn(queue.key("c"), queue.key("cfg"));
            }
        });
    }
}
