package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.delayed;
import static dev.carmine.it.mq.script.ScriptedQueue.flags;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineServerException;
import dev.carmine.mq.internal.QueueScript;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code exchange.lua} and {@code extend.lua} do with messages: settle, promote, reclaim, lease. */
class ExchangeScriptIT extends ScriptFixture {
    private Granted takeNew(String id) {
        queue.enqueue(id);
        return queue.take("w1").only();
    }

    private String extend(Granted message, long time) {
        return (String) queue.run(QueueScript.EXTEND, "w1", message.id(), message.fence(), time, "");
    }

    @Test
    void aMessageThatWasHandledIsGone() {
        Granted message = takeNew("a");
        assertThat(queue.worker("w1").success(message).exchange().answers()).containsExactly("k");
        assertThat(queue.state("a")).isEqualTo("-");
        assertThat(redis.exists(queue.key("b"), queue.key("t"), queue.key("l"))).isZero();
    }

    @Test
    void aLateSettleChangesNothing() {
        Granted message = takeNew("a");
        queue.advance(ofSeconds(30));
        Granted again = queue.take("w2").only();
        assertThat(again.fence()).isGreaterThan(message.fence());
        assertThat(queue.worker("w1").success(message).exchange().answers()).containsExactly("l");
        assertThat(queue.worker("w1").retry(message, ZERO, "").exchange().answers())
                .containsExactly("l");
        assertThat(queue.worker("w1").back(message).exchange().answers()).containsExactly("l");
        assertThat(queue.worker("w1").kill(message, "").exchange().answers()).containsExactly("l");
        assertThat(extend(message, 0)).isEqualTo("l");
        assertThat(queue.worker("w2").success(again).exchange().answers()).containsExactly("k");
    }

    @Test
    void aLateSettleDoesNotTouchAnotherMessageOfThatId() {
        Granted zombie = takeNew("a");
        assertThat(queue.run(QueueScript.CANCEL, "a")).isEqualTo("p");
        queue.advance(ofSeconds(30));
        queue.take("w2");
        assertThat(queue.state("a")).as("it was cancelled").isEqualTo("-");
        Granted second = takeNew("a");
        assertThat(second.record().deliveries()).isEqualTo(zombie.record().deliveries());
        assertThat(queue.worker("w1").success(zombie).exchange().answers()).containsExactly("l");
        assertThat(queue.state("a")).isEqualTo("l");
    }

    @Test
    void aSettleOfALeaseThatNobodyHasReclaimedCounts() {
        Granted message = takeNew("a");
        queue.advance(ofSeconds(31));
        assertThat(queue.worker("w1").success(message).exchange().answers()).containsExactly("k");
    }

    @Test
    void fencesRiseThoughTheClockStepsBack() {
        Granted first = takeNew("a");
        queue.advance(ofSeconds(-100));
        Granted second = takeNew("b");
        assertThat(second.fence()).isGreaterThan(first.fence());
        queue.run(QueueScript.CLEAR);
        assertThat(takeNew("a").fence()).isGreaterThan(second.fence());
    }

    @Test
    void aRetryCountsAgainstTheAttempts() {
        queue.enqueue("a", "::2:::::");
        Granted first = queue.take("w1").only();
        assertThat(first.record().attempt()).isOne();
        assertThat(queue.worker("w1")
                        .retry(first, ofSeconds(5), "busy")
                        .exchange()
                        .answers())
                .containsExactly("k");
        assertThat(queue.state("a")).isEqualTo("d");
        assertThat(queue.status("a").get(4)).isEqualTo("busy");
        queue.advance(ofSeconds(5));
        Granted second = queue.take("w1").only();
        assertThat(second.record().attempt()).isEqualTo(2);
        assertThat(queue.worker("w1")
                        .retry(second, ofSeconds(5), "still busy")
                        .exchange()
                        .answers())
                .containsExactly("x");
        assertThat(queue.state("a")).isEqualTo("x");
        assertThat(queue.status("a").get(4)).isEqualTo("still busy");
    }

    @Test
    void aRetryWithoutDelayComesBeforeWhatCameLater() {
        queue.enqueue("a");
        queue.enqueue("b");
        Granted a = queue.worker("w1").slots(1).exchange().only();
        assertThat(queue.worker("w1").slots(2).retry(a, ZERO, "").exchange().ids())
                .containsExactly("a", "b");
    }

    @Test
    void whatIsGivenBackHasNotBeenHandedOut() {
        Granted message = takeNew("a");
        assertThat(queue.worker("w1").back(message).exchange().answers()).containsExactly("k");
        Granted again = queue.take("w1").only();
        assertThat(again.record().deliveries()).isOne();
        assertThat(again.record().attempt()).isOne();
    }

    @Test
    void aMessageThatIsNeverSettledIsQuarantined() {
        queue.enqueue("a", ":::3::::");
        for (int delivery = 1; delivery <= 3; delivery++) {
            Granted message = queue.take("w1").only();
            assertThat(message.record().deliveries()).isEqualTo(delivery);
            assertThat(message.record().attempt()).isOne();
            queue.advance(ofSeconds(30));
        }
        assertThat(queue.take("w1").ids()).isEmpty();
        assertThat(queue.state("a")).isEqualTo("x");
        assertThat(queue.status("a").get(4)).isEqualTo("handed out 3 times, as often as it may be");
    }

    @Test
    void theLimitOfDeliveriesHoldsForRetriesAndWhenItIsLowered() {
        queue.enqueue("a", ":::2::::");
        queue.take("w1");
        queue.advance(ofSeconds(30));
        Granted second = queue.take("w1").only();
        assertThat(queue.worker("w1").retry(second, ZERO, "busy").exchange().answers())
                .containsExactly("x");
        Granted other = takeNew("b");
        queue.worker("w1").retry(other, ZERO, "").exchange();
        queue.enqueue("b", "b", ":::1:::u:");
        assertThat(queue.take("w1").ids()).isEmpty();
        assertThat(queue.state("b")).isEqualTo("x");
    }

    @Test
    void anExpiredLeaseIsHandedOutAgainByTheSameExchange() {
        takeNew("a");
        queue.advance(ofSeconds(30).minusMillis(1));
        assertThat(queue.take("w2").ids()).isEmpty();
        queue.advance(ofSeconds(1));
        assertThat(queue.take("w2").only().record().deliveries()).isEqualTo(2);
    }

    @Test
    void anExtendedLeaseIsKept() {
        Granted message = takeNew("a");
        queue.advance(ofSeconds(20));
        assertThat(extend(message, 0)).isEqualTo("k");
        queue.advance(ofSeconds(29));
        assertThat(queue.take("w2").ids()).isEmpty();
        assertThat(extend(message, 60_000)).isEqualTo("k");
        queue.advance(ofSeconds(59));
        assertThat(queue.take("w2").ids()).isEmpty();
        queue.advance(ofSeconds(1));
        assertThat(queue.take("w2").ids()).containsExactly("a");
    }

    @Test
    void progressIsSeenWhileTheMessageIsHandled() {
        Granted message = takeNew("a");
        queue.run(QueueScript.EXTEND, "w1", "a", message.fence(), 0, "50 %");
        assertThat(queue.status("a").get(5)).isEqualTo("50 %");
        queue.worker("w1").success(message).exchange();
        assertThat(redis.exists(queue.key("p"))).isZero();
    }

    @Test
    void aCancelledMessageIsDroppedWhenItsRunEnds() {
        Granted message = takeNew("a");
        queue.enqueue("a", "second", flags("q"));
        assertThat(queue.run(QueueScript.CANCEL, "a", "zzz")).isEqualTo("pn");
        assertThat(extend(message, 0)).isEqualTo("c");
        assertThat(queue.worker("w1")
                        .retry(message, ofSeconds(1), "")
                        .exchange()
                        .answers())
                .containsExactly("c");
        assertThat(queue.state("a")).isEqualTo("-");
        assertThat(queue.stats()).containsEntry("cancelled", 2L);
    }

    @Test
    void aSuccessThatCameInSpiteOfCancellingIsOne() {
        Granted message = takeNew("a");
        queue.run(QueueScript.CANCEL, "a");
        assertThat(queue.worker("w1").success(message).exchange().answers()).containsExactly("k");
        assertThat(queue.stats()).containsEntry("cancelled", 0L).containsEntry("acknowledged", 1L);
    }

    @Test
    void aResultIsKeptForAWhile() {
        Granted message = takeNew("a");
        queue.worker("w1").result(message, "done").exchange();
        assertThat(redis.get(queue.key("res:a"))).isEqualTo("done");
        assertThat(redis.pttl(queue.key("res:a"))).isBetween(1L, 3_600_000L);
    }

    @Test
    void chainedMessagesComeWithTheAcknowledgementOrNotAtAll() {
        Granted message = takeNew("a");
        ScriptedQueue other = new ScriptedQueue(redis, "parcels");
        Exchanged exchanged = queue.worker("w1")
                .settle(
                        "s",
                        "a",
                        message.fence(),
                        0,
                        "",
                        0,
                        "b",
                        "next",
                        "",
                        1,
                        "c",
                        "elsewhere",
                        "",
                        0,
                        "b",
                        "twice",
                        "")
                .into(other)
                .exchange();
        assertThat(exchanged.answers()).containsExactly("kaaq");
        assertThat(queue.take("w1").only().body()).isEqualTo("next");
        assertThat(other.wakes()).isTrue();
        assertThat(other.take("w2").only().body()).isEqualTo("elsewhere");
        assertThat(other.findings()).isEqualTo(List.of());
        assertThat(queue.worker("w1")
                        .settle("s", "a", message.fence(), 0, "", 0, "d", "lost", "")
                        .exchange()
                        .answers())
                .containsExactly("l");
        assertThat(queue.state("d")).isEqualTo("-");
    }

    @Test
    void theSameNumberGetsTheSameAnswer() {
        Granted old = takeNew("a");
        queue.enqueue("b");
        Exchanged first = queue.worker("w1").number(2).slots(1).success(old).exchange();
        queue.enqueue("c");
        Exchanged again = queue.worker("w1").number(2).slots(1).success(old).exchange();
        assertThat(again.answers()).isEqualTo(first.answers()).containsExactly("k");
        assertThat(again.granted()).isEqualTo(first.granted());
        assertThat(again.ids()).containsExactly("b");
        assertThat(queue.stats()).containsEntry("acknowledged", 1L).containsEntry("delivered", 2L);
    }

    @Test
    void anAnswerThatComesLateLeavesOutWhatIsLost() {
        queue.enqueue("a");
        queue.worker("w1").number(1).slots(1).exchange();
        queue.advance(ofSeconds(30));
        queue.take("w2");
        assertThat(queue.worker("w1").number(1).slots(1).exchange().ids()).isEmpty();
    }

    @Test
    void whatALostAnswerHandedOutIsGivenBackByTheNextExchange() {
        queue.enqueue("a");
        queue.worker("w1").number(1).slots(1).exchange();
        Granted again =
                queue.worker("w1").number(2).arrived(0).slots(1).exchange().only();
        assertThat(again.record().deliveries()).isOne();
    }

    @Test
    void whatHasArrivedIsNotGivenBackThoughTheServerHasForgottenAnExchange() {
        queue.enqueue("a");
        queue.worker("w1").number(1).slots(1).exchange();
        assertThat(queue.worker("w1").number(3).arrived(2).slots(1).exchange().ids())
                .isEmpty();
        assertThat(queue.state("a")).isEqualTo("l");
    }

    @Test
    void aCancelledMessageDoesNotDie() {
        Granted message = takeNew("a");
        queue.run(QueueScript.CANCEL, "a");
        assertThat(queue.worker("w1").kill(message, "stopped").exchange().answers())
                .containsExactly("c");
        assertThat(queue.state("a")).isEqualTo("-");
    }

    @Test
    void whatIsTooOldDoesNotHideWhatIsNot() {
        for (int i = 0; i < 40; i++) {
            queue.enqueue("old" + i, ":::::1000::");
        }
        queue.advance(ofSeconds(1));
        queue.enqueue("new");
        assertThat(queue.worker("w1").slots(1).exchange().ids()).containsExactly("new");
    }

    @Test
    void anOlderNumberIsRefused() {
        queue.worker("w1").number(5).exchange();
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(() -> queue.worker("w1").number(4).exchange())
                .satisfies(e -> assertThat(e.code()).isEqualTo("CMQSTALE"));
    }

    @Test
    void aMessageWithoutBodyIsNotHandedOut() {
        queue.enqueue("a");
        redis.hdel(queue.key("b"), "a");
        assertThat(queue.take("w1").ids()).isEmpty();
        assertThat(queue.state("a")).isEqualTo("x");
        assertThat(queue.status("a").get(4)).isEqualTo("its body is not there");
        redis.hset(queue.key("b"), "a", "found again");
    }

    @Test
    void anAnswerIsBoundedInBytesButNeverEmpty() {
        String body = "x".repeat(600);
        queue.enqueueWith("t", "a", body, "", "b", body, "", "c", body, "");
        assertThat(queue.worker("w1").slots(3).bytes(1300).exchange().ids()).containsExactly("a", "b");
        assertThat(queue.worker("w1").slots(3).bytes(10).exchange().ids()).containsExactly("c");
    }

    @Test
    void moreThanASliceFallsDueLittleByLittle() {
        for (int i = 0; i < 100; i++) {
            queue.enqueue("m" + i, delayed(ofSeconds(1)));
        }
        queue.advance(ofSeconds(2));
        Exchanged first = queue.worker("w1").slots(200).exchange();
        assertThat(first.granted()).hasSize(64);
        assertThat(first.block()).as("there is more").isZero();
        assertThat(queue.worker("w1").slots(200).exchange().granted()).hasSize(36);
    }

    @Test
    void deadMessagesAreTrimmedByCountAndAge() {
        queue.configure("deadKeep", 3, "deadAge", 60_000);
        for (int i = 0; i < 5; i++) {
            queue.worker("w1").kill(takeNew("m" + i), "broken").exchange();
        }
        assertThat(redis.zrange(queue.key("x"), 0, -1)).containsExactly("m2", "m3", "m4");
        queue.advance(ofSeconds(61));
        queue.take("w1");
        assertThat(redis.exists(queue.key("x"), queue.key("b"), queue.key("t"), queue.key("e")))
                .isZero();
    }
}
