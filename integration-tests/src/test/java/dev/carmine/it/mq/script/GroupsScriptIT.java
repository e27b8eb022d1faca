package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.inGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.QueueScript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups: in order, within their limits, and none at the cost of another. */
class GroupsScriptIT extends ScriptFixture {
    private void enqueue(String group, String... ids) {
        for (String id : ids) {
            queue.enqueue(id, inGroup(group));
        }
    }

    @Test
    void aGroupIsHandledOneAfterTheOther() {
        enqueue("g", "a", "b", "c");
        List<String> order = new ArrayList<>();
        Exchanged exchanged = queue.take("w1");
        while (!exchanged.granted().isEmpty()) {
            order.add(exchanged.only().id());
            assertThat(queue.take("w2").ids()).isEmpty();
            exchanged = queue.worker("w1").slots(10).success(exchanged.only()).exchange();
        }
        assertThat(order).containsExactly("a", "b", "c");
    }

    @Test
    void aLargerLimitStartsThemInOrder() {
        queue.configure("groupLimit", 2);
        enqueue("g", "a", "b", "c");
        Exchanged exchanged = queue.take("w1");
        assertThat(exchanged.ids()).containsExactly("a", "b");
        assertThat(queue.worker("w1")
                        .slots(10)
                        .success(exchanged.granted().get(1))
                        .exchange()
                        .ids())
                .containsExactly("c");
    }

    @Test
    void oneGroupCanHaveALimitOfItsOwn() {
        queue.configure("group:big", 3);
        enqueue("big", "a", "b", "c", "d");
        enqueue("small", "x", "y");
        assertThat(queue.take("w1").ids()).containsExactlyInAnyOrder("a", "b", "c", "x");
        queue.configure("group:big", "");
        assertThat(queue.take("w1").ids()).isEmpty();
    }

    @Test
    void aRaisedLimitIsFelt() {
        enqueue("g", "a", "b");
        queue.take("w1");
        assertThat(queue.wakes()).isFalse();
        queue.configure("groupLimit", 2);
        assertThat(queue.wakes()).isTrue();
        assertThat(queue.take("w1").ids()).containsExactly("b");
    }

    @Test
    void groupsTakeTurns() {
        enqueue("g", "g1", "g2", "g3");
        enqueue("h", "h1", "h2");
        queue.configure("groupLimit", 10);
        assertThat(queue.take("w1").ids()).containsExactly("g1", "h1", "g2", "h2", "g3");
    }

    @Test
    void groupsAndMessagesWithoutOneTakeTurnsBelowHigherPriorities() {
        queue.configure("groupLimit", 10);
        enqueue("g", "g1", "g2");
        queue.enqueue("low", ScriptedQueue.priority(-1));
        queue.enqueue("p1");
        queue.enqueue("p2");
        queue.enqueue("high", ScriptedQueue.priority(1));
        assertThat(queue.take("w1").ids()).containsExactly("high", "g1", "p1", "g2", "p2", "low");
    }

    @Test
    void aRetryKeepsItsPlaceAndItsGroupWaits() {
        enqueue("g", "a", "b");
        Granted a = queue.take("w1").only();
        assertThat(queue.worker("w1")
                        .slots(10)
                        .retry(a, ofSeconds(5), "busy")
                        .exchange()
                        .ids())
                .isEmpty();
        queue.advance(ofSeconds(5));
        assertThat(queue.take("w1").only().id()).isEqualTo("a");
    }

    @Test
    void aRetryWithoutDelayAReleaseAndAnExpiredLeaseKeepTheirPlace() {
        enqueue("g", "a", "b");
        Granted a = queue.take("w1").only();
        a = queue.worker("w1").slots(10).retry(a, ZERO, "").exchange().only();
        assertThat(a.id()).isEqualTo("a");
        assertThat(queue.worker("w1").slots(10).back(a).exchange().only().id()).isEqualTo("a");
        queue.advance(ofSeconds(30));
        assertThat(queue.take("w1").only().id()).isEqualTo("a");
    }

    @Test
    void aDeadOrCancelledHeadFreesItsGroup() {
        enqueue("g", "a", "b", "c", "d");
        Granted a = queue.take("w1").only();
        Granted b = queue.worker("w1").slots(10).kill(a, "broken").exchange().only();
        assertThat(b.id()).isEqualTo("b");
        queue.worker("w1").retry(b, ofSeconds(60), "").exchange();
        assertThat(queue.run(QueueScript.CANCEL, "b", "c")).isEqualTo("cc");
        assertThat(queue.wakes()).isTrue();
        assertThat(queue.take("w1").only().id()).isEqualTo("d");
    }

    @Test
    void aDelayedMessageTakesItsPlaceWhenItIsDue() {
        queue.enqueue("first", "1000:::::::g");
        enqueue("g", "second", "third");
        Granted second = queue.take("w1").only();
        assertThat(second.id()).isEqualTo("second");
        queue.advance(ofSeconds(1));
        assertThat(queue.worker("w1")
                        .slots(10)
                        .success(second)
                        .exchange()
                        .only()
                        .id())
                .isEqualTo("first");
    }

    @Test
    void namesOfGroupsThatBeginAlikeAreNotMixedUp() {
        enqueue("g", "a");
        enqueue("g:1", "b");
        enqueue("g1", "c");
        enqueue("", "d");
        assertThat(queue.take("w1").ids()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void whatTakesItsPlaceWhileOthersAreTakenIsNotTakenForThem() {
        queue.enqueue("x", ":::::1000::g");
        Granted x = queue.take("w").only();
        queue.enqueue("x", "next x", "::::1::q:");
        queue.worker("w").retry(x, ZERO, "why").exchange();
        queue.advance(ofSeconds(2));
        queue.enqueue("y");
        assertThat(queue.worker("w").slots(1).exchange().ids()).containsExactly("y");
        assertThat(queue.take("v").only().body()).isEqualTo("next x");
    }
}
