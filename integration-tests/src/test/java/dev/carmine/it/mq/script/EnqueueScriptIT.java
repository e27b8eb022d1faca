package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.delayed;
import static dev.carmine.it.mq.script.ScriptedQueue.flags;
import static dev.carmine.it.mq.script.ScriptedQueue.inGroup;
import static dev.carmine.it.mq.script.ScriptedQueue.priority;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineServerException;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.internal.QueueScript;
import org.junit.jupiter.api.Test;

/** What {@code enqueue.lua} does with an id in each state it can be in. */
class EnqueueScriptIT extends ScriptFixture {
    private Granted take() {
        return queue.take("w1").only();
    }

    @Test
    void aNewIdIsAdded() {
        assertThat(queue.enqueue("a")).isEqualTo("a");
        assertThat(queue.state("a")).isEqualTo("r");
        assertThat(queue.wakes()).isTrue();
        Granted message = take();
        assertThat(message.body()).isEqualTo("a");
        assertThat(message.record().enqueuedAt()).isEqualTo(queue.now());
        assertThat(message.lease()).isEqualTo(30_000);
    }

    @Test
    void anIdThatWaitsIsAlreadyQueuedUnlessItMayBeUpdated() {
        queue.enqueue("a", "old", "");
        queue.enqueue("b");
        assertThat(queue.enqueue("a", "new", "")).isEqualTo("q");
        assertThat(queue.enqueue("a", "new", flags("q"))).isEqualTo("q");
        assertThat(queue.enqueue("a", "newer", ":60000:7:8:::u:")).isEqualTo("u");
        Exchanged exchanged = queue.take("w1");
        assertThat(exchanged.ids()).as("it has kept its place").containsExactly("a", "b");
        Granted message = exchanged.granted().get(0);
        assertThat(message.body()).isEqualTo("newer");
        assertThat(message.lease()).isEqualTo(60_000);
        assertThat(message.record().maxAttempts()).isEqualTo(7);
        assertThat(message.record().maxDeliveries()).isEqualTo(8);
    }

    @Test
    void aDelayIsSetAnewOnlyIfThatIsAskedFor() {
        queue.enqueue("a", delayed(ofSeconds(10)));
        assertThat(queue.enqueue("a", "5000:::::::")).isEqualTo("q");
        assertThat(queue.status("a").get(2)).isEqualTo(Long.toString(queue.now() + 10_000));
        assertThat(queue.enqueue("a", "new", "5000::::::u:")).isEqualTo("u");
        assertThat(queue.status("a").get(2)).isEqualTo(Long.toString(queue.now() + 10_000));
        assertThat(queue.enqueue("a", "newer", "5000::::::d:")).isEqualTo("u");
        assertThat(queue.status("a").get(2)).isEqualTo(Long.toString(queue.now() + 5_000));
        assertThat(queue.enqueue("a", "newest", flags("d"))).isEqualTo("u");
        assertThat(queue.state("a")).isEqualTo("r");
        assertThat(take().body()).as("a new delay alone changes no content").isEqualTo("new");
    }

    @Test
    void aReadyMessageCanBeDelayedAgain() {
        queue.enqueue("a");
        assertThat(queue.enqueue("a", "1000::::::d:")).isEqualTo("u");
        assertThat(queue.take("w1").ids()).isEmpty();
        queue.advance(ofSeconds(1));
        assertThat(take().id()).isEqualTo("a");
    }

    @Test
    void anIdThatIsHandledIsLockedUnlessContentMayWait() {
        queue.enqueue("a", "first", "");
        Granted first = take();
        assertThat(queue.enqueue("a", "x", "")).isEqualTo("l");
        assertThat(queue.enqueue("a", "x", flags("u"))).isEqualTo("l");
        assertThat(queue.enqueue("a", "x", flags("d"))).isEqualTo("l");
        assertThat(queue.enqueue("a", "second", flags("q"))).isEqualTo("r");
        assertThat(queue.state("a")).isEqualTo("l+");
        assertThat(queue.enqueue("a", "third", flags("q"))).isEqualTo("q");
        assertThat(queue.enqueue("a", "fourth", ":9000:::::uq:")).isEqualTo("u");
        queue.worker("w1").success(first).exchange();
        Granted second = take();
        assertThat(second.body()).isEqualTo("fourth");
        assertThat(second.lease()).isEqualTo(9_000);
        assertThat(second.record().attempt()).isOne();
        assertThat(second.record().deliveries()).isOne();
        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    void contentKeepsWaitingWhileTheMessageIsRetried() {
        queue.enqueue("a", "first", "");
        Granted first = take();
        queue.enqueue("a", "second", flags("q"));
        queue.worker("w1").retry(first, ofSeconds(5), "busy").exchange();
        assertThat(queue.state("a")).isEqualTo("d+");
        assertThat(queue.enqueue("a", "third", flags("q"))).isEqualTo("q");
        queue.advance(ofSeconds(5));
        Granted again = take();
        assertThat(again.body()).isEqualTo("first");
        assertThat(again.record().attempt()).isEqualTo(2);
        queue.worker("w1").success(again).exchange();
        assertThat(take().body()).isEqualTo("second");
    }

    @Test
    void anIdThatWasDoneIsDeduplicatedWhileItsWindowIsOpen() {
        queue.enqueue("a");
        queue.worker("w1").success(take(), ofMinutes(1)).exchange();
        assertThat(queue.state("a")).isEqualTo("u");
        assertThat(queue.enqueue("a")).isEqualTo("d");
        assertThat(queue.enqueue("a", flags("u"))).isEqualTo("d");
        assertThat(queue.enqueue("a", "second", flags("q"))).isEqualTo("r");
        assertThat(queue.state("a")).isEqualTo("w+");
        assertThat(queue.enqueue("a", "x", "")).isEqualTo("d");
        assertThat(queue.enqueue("a", "x", flags("q"))).isEqualTo("q");
        assertThat(queue.enqueue("a", "third", flags("uq"))).isEqualTo("u");
        assertThat(queue.take("w1").ids()).isEmpty();
        queue.advance(ofMinutes(1));
        assertThat(take().body()).isEqualTo("third");
    }

    @Test
    void aWindowEndsByTheClock() {
        queue.enqueue("a");
        queue.worker("w1").success(take(), ofMinutes(1)).exchange();
        queue.advance(ofMinutes(1));
        assertThat(queue.state("a")).isEqualTo("-");
        assertThat(queue.enqueue("a")).isEqualTo("a");
        assertThat(queue.state("a")).isEqualTo("r");
    }

    @Test
    void contentThatWaitsBehindARunWaitsForTheWindowAsWell() {
        queue.enqueue("a", "first", "");
        Granted first = take();
        queue.enqueue("a", "second", flags("q"));
        queue.worker("w1").success(first, ofMinutes(1)).exchange();
        assertThat(queue.state("a")).isEqualTo("w+");
        queue.advance(ofMinutes(1));
        assertThat(take().body()).isEqualTo("second");
    }

    @Test
    void anExpiredLeaseCountsAsReady() {
        queue.enqueue("a", "first", "");
        Granted first = take();
        queue.advance(ofSeconds(30));
        assertThat(queue.state("a")).isEqualTo("r");
        assertThat(queue.enqueue("a", "x", "")).isEqualTo("q");
        assertThat(queue.enqueue("a", "second", flags("u"))).isEqualTo("u");
        assertThat(queue.worker("w1").success(first).exchange().answers()).containsExactly("l");
        Granted second = take();
        assertThat(second.body()).isEqualTo("second");
        assertThat(second.record().deliveries()).isEqualTo(2);
        assertThat(second.record().attempt()).as("nobody has said no").isOne();
    }

    @Test
    void aDeadMessageGivesItsIdUp() {
        queue.enqueue("a", "first", "");
        queue.worker("w1").kill(take(), "no such address").exchange();
        assertThat(queue.state("a")).isEqualTo("x");
        assertThat(queue.enqueue("a", "second", "")).isEqualTo("a");
        assertThat(take().body()).isEqualTo("second");
        assertThat(queue.state("a~1")).isEqualTo("x");
        assertThat(queue.status("a~1").get(4)).isEqualTo("no such address");
    }

    @Test
    void contentBehindAMessageThatDiesTakesTheId() {
        queue.enqueue("a", "first", "");
        Granted first = take();
        queue.enqueue("a", "second", flags("q"));
        queue.worker("w1").kill(first, "broken").exchange();
        assertThat(queue.state("a~1")).isEqualTo("x");
        assertThat(take().body()).isEqualTo("second");
    }

    @Test
    void idsThatComeTwiceAreJudgedInOrder() {
        assertThat(queue.enqueueWith(
                        "t",
                        "a",
                        "1",
                        "",
                        "b",
                        "2",
                        inGroup("g"),
                        "a",
                        "3",
                        "",
                        "c",
                        "4",
                        "",
                        "a",
                        "5",
                        flags("u"),
                        "b",
                        "6",
                        ""))
                .isEqualTo("aaqauq");
        assertThat(queue.take("w1").granted())
                .extracting(message -> message.id() + message.body())
                .containsExactlyInAnyOrder("a5", "b2", "c4");
    }

    @Test
    void aTokenGetsItsFirstAnswerForAMinute() {
        assertThat(queue.enqueueWith("token", "a", "a", "")).isEqualTo("a");
        queue.worker("w1").success(take()).exchange();
        queue.advance(ofSeconds(60).minusMillis(1));
        assertThat(queue.enqueueWith("token", "a", "a", "")).isEqualTo("a");
        assertThat(queue.state("a")).as("it has happened once").isEqualTo("-");
        queue.advance(ofMinutes(2));
        assertThat(queue.enqueueWith("token", "a", "a", "")).isEqualTo("a");
        assertThat(queue.state("a")).as("the token is forgotten").isEqualTo("r");
    }

    @Test
    void tokensDoNotPileUp() {
        for (int minute = 0; minute < 5; minute++) {
            queue.enqueueWith("token" + minute, "a", "a", "");
            queue.advance(ofMinutes(1));
        }
        assertThat(redis.hlen(queue.key("k0")) + redis.hlen(queue.key("k1")))
                .as("tokens of two minutes, and which minutes these are")
                .isEqualTo(4);
    }

    @Test
    void higherPrioritiesComeFirstAndEqualOnesInTheirOrder() {
        queue.enqueue("low", priority(-15));
        queue.enqueue("first", "");
        queue.enqueue("high", priority(15));
        queue.enqueue("second", "");
        queue.enqueue("one", priority(1));
        assertThat(queue.take("w1").ids()).containsExactly("high", "one", "first", "second", "low");
    }

    @Test
    void aDelayedMessageIsNeverHandedOutBeforeItIsDue() {
        queue.enqueue("a", delayed(ofSeconds(10)));
        queue.advance(ofSeconds(10).minusMillis(1));
        assertThat(queue.take("w1").ids()).isEmpty();
        queue.advance(ofMillis(1));
        assertThat(queue.take("w1").ids()).containsExactly("a");
    }

    @Test
    void whatIsTooOldIsDroppedAndItsIdFree() {
        queue.enqueue("a", ":::::1000::");
        queue.enqueue("b", ":::::1000::");
        queue.advance(ofSeconds(1));
        assertThat(queue.enqueue("b", "new", "")).isEqualTo("a");
        assertThat(queue.take("w1").ids()).containsExactly("b");
        assertThat(queue.state("a")).isEqualTo("-");
        assertThat(queue.stats()).containsEntry("expired", 2L);
    }

    @Test
    void aFullServerRefusesBeforeAnythingIsWritten(RedisServer server) {
        queue.enqueue("a");
        String before = redis.hgetall(queue.key("c")).toString();
        server.call("CONFIG", "SET", "maxmemory", "1");
        try {
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> queue.enqueue("b"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("OOM"));
        } finally {
            server.call("CONFIG", "SET", "maxmemory", "0");
        }
        assertThat(redis.hgetall(queue.key("c"))).hasToString(before);
        assertThat(queue.state("b")).isEqualTo("-");
    }

    @Test
    void aFullServerCanBeDrained(RedisServer server) {
        for (int i = 0; i < 20; i++) {
            queue.enqueue("m" + i);
        }
        server.call("CONFIG", "SET", "maxmemory", "1");
        try {
            int handled = 0;
            Exchanged exchanged = queue.take("w1");
            while (!exchanged.granted().isEmpty()) {
                handled += exchanged.granted().size();
                queue.run(
                        QueueScript.EXTEND,
                        "w1",
                        exchanged.ids().get(0),
                        exchanged.granted().get(0).fence(),
                        0,
                        "1 %");
                ScriptedQueue.Exchange next = queue.worker("w1").slots(10);
                exchanged.granted().forEach(next::success);
                exchanged = next.exchange();
            }
            assertThat(handled).isEqualTo(20);
        } finally {
            server.call("CONFIG", "SET", "maxmemory", "0");
        }
    }
}
