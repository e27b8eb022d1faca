package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final long NOW = Clock.ofMillis(1_000);

    private final Attention attention = new Attention();

    private ExchangeCall call(int slots, long limit) {
        return new ExchangeCall("w", 1, 0, slots, 0, limit, List.of(), attention.exchangeBegins());
    }

    private static ExchangeReply reply(long block, Grant... grants) {
        return new ExchangeReply(block, 0, "", 0, List.of(grants));
    }

    @Test
    void looksBeforeItWaits() {
        assertThat(attention.mayWait(NOW)).isFalse();
        assertThat(attention.lookAt()).isLessThanOrEqualTo(NOW);
        attention.answered(call(1, 4_000), reply(4_000), NOW, true);
        assertThat(attention.mayWait(NOW)).isTrue();
        assertThat(attention.lookAt()).isEqualTo(NOW + Clock.ofMillis(4_000));
    }

    @Test
    void looksAgainIfItHearsSomethingWhileItLooks() {
        ExchangeCall call = call(1, 4_000);
        attention.heard();
        attention.answered(call, reply(4_000), NOW, true);
        assertThat(attention.mayWait(NOW)).isFalse();
    }

    @Test
    void anExchangeWithoutSlotsIsNoLook() {
        attention.answered(call(0, 0), reply(0), NOW, true);
        assertThat(attention.mayWait(NOW)).isFalse();
    }

    @Test
    void owesAnExchangeForAMarkerThatItHasTaken() {
        attention.tookMarker();
        assertThat(attention.owes()).isTrue();
        attention.answered(call(0, 0), reply(0), NOW, false);
        assertThat(attention.owes()).isFalse();
    }

    @Test
    void aMarkerTakenWhileAnExchangeIsUnderWayIsStillOwed() {
        ExchangeCall call = call(1, 4_000);
        attention.tookMarker();
        attention.answered(call, reply(4_000), NOW, true);
        assertThat(attention.owes()).isTrue();
    }

    @Test
    void handsOnAPromiseThatItCannotKeep() {
        attention.answered(call(1, 4_000), reply(700), NOW, false);
        attention.looksAway();
        assertThat(attention.owes()).isTrue();
    }

    @Test
    void owesNothingIfItHasPromisedNothing() {
        attention.answered(call(1, 4_000), reply(4_000), NOW, false);
        attention.looksAway();
        assertThat(attention.owes()).isFalse();
    }

    @Test
    void looksSoonIfThereIsMoreThanItWasGiven() {
        attention.answered(call(2, 4_000), reply(0), NOW, true);
        assertThat(attention.lookAt()).isBetween(NOW + 1, NOW + Clock.ofMillis(50));
        attention.answered(call(2, 4_000), reply(0, Grants.grant("a")), NOW, true);
        assertThat(attention.lookAt()).isLessThanOrEqualTo(NOW);
    }

    @Test
    void leasesNothingWhileItRests() {
        attention.answered(call(1, 4_000), reply(4_000), NOW, true);
        attention.restUntil(NOW + 10);
        attention.looksAway();
        assertThat(attention.rests(NOW)).isTrue();
        assertThat(attention.mayWait(NOW)).isFalse();
        assertThat(attention.lookAt()).isEqualTo(NOW + 10);
        assertThat(attention.rests(NOW + 10)).isFalse();
    }

    @Test
    void looksLessAndLessOftenWhileItIsGivenNothingOfWhatIsThere() {
        long pause = 0;
        for (int i = 0; i < 10; i++) {
            attention.answered(call(1, 4_000), reply(0), NOW, true);
            assertThat(attention.mayWait(NOW)).as("for a marker that is there").isFalse();
            assertThat(attention.lookAt() - NOW).isGreaterThanOrEqualTo(pause);
            pause = attention.lookAt() - NOW;
        }
        assertThat(pause).isEqualTo(Clock.ofMillis(100));
        attention.answered(call(1, 4_000), reply(0, Grants.grant("a")), NOW, true);
        attention.answered(call(1, 4_000), reply(0), NOW, true);
        assertThat(attention.lookAt()).isEqualTo(NOW + Clock.ofMillis(1));
    }

    private static ExchangeReply withDueSchedules(long block) {
        return new ExchangeReply(block, 0, "", 1, List.of());
    }

    @Test
    void doesNotWaitForAMarkerThatIsSetForNothing() {
        attention.answered(call(1, 4_000), reply(0), NOW, true);
        assertThat(attention.mayWait(NOW)).isFalse();
        assertThat(attention.lookAt()).isGreaterThan(NOW);
        attention.answered(call(1, 4_000), reply(4_000), NOW, true);
        assertThat(attention.mayWait(NOW)).isTrue();
    }

    @Test
    void leavesItToAnExchangeThatIsUnderWayToTellOfSchedules() {
        attention.answered(call(1, 4_000), reply(4_000), NOW, true);
        attention.tookMarker();
        assertThat(attention.ticksAt(false)).isNotEqualTo(Clock.NEVER);
        assertThat(attention.ticksAt(true)).isEqualTo(Clock.NEVER);
        attention.answered(call(1, 4_000), withDueSchedules(0), NOW, true);
        assertThat(attention.ticksAt(true)).isLessThanOrEqualTo(NOW);
    }

    @Test
    void attendsToSchedulesOfWhichItIsTold() {
        assertThat(attention.ticksAt(false)).isEqualTo(Clock.NEVER);
        attention.answered(call(1, 4_000), withDueSchedules(0), NOW, true);
        assertThat(attention.ticksAt(false)).isLessThanOrEqualTo(NOW);
        assertThat(attention.lookAt()).as("nothing is to be had before that").isGreaterThan(NOW + Clock.ofMillis(100));
        attention.attended(true, NOW);
        assertThat(attention.lookAt()).isLessThanOrEqualTo(NOW);
        attention.answered(call(1, 4_000), reply(4_000), NOW, true);
        assertThat(attention.ticksAt(false)).isEqualTo(Clock.NEVER);
    }

    @Test
    void looksForDueSchedulesWhileItIsFull() {
        attention.answered(call(0, 0), reply(0), NOW, false);
        assertThat(attention.ticksAt(false)).isEqualTo(NOW + Clock.ofMillis(1_000));
        attention.attended(false, NOW + Clock.ofMillis(1_000));
        assertThat(attention.ticksAt(false)).isEqualTo(NOW + Clock.ofMillis(2_000));
    }
}
