package dev.carmine.client.internal.pubsub;

import static dev.carmine.client.internal.pubsub.Hearer.channel;
import static dev.carmine.client.internal.pubsub.Hearer.channels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@link Interest}: who is told of what the server confirms, refuses and interrupts. */
class InterestTest {
    private final IOException firstLoss = new IOException("first");
    private final IOException secondLoss = new IOException("second");
    private final CarmineServerException noperm = new CarmineServerException("NOPERM", "SUBSCRIBE: NOPERM");

    private final Interest interest = new Interest();

    @Test
    void onlyWhatIsNewIsAdded() {
        assertThat(interest.add(channels("a", "b")).added()).isEqualTo(channels("a", "b"));
        assertThat(interest.add(channels("b", "c", "c")).added()).isEqualTo(channels("c"));
        assertThat(interest.wanted()).isEqualTo(channels("a", "b", "c"));
    }

    @Test
    void everyWaiterHasAConfirmationOfItsOwn() {
        Confirmation both = wanting("a", "b");
        Confirmation second = wanting("b");
        interest.confirmed(channel("b"));
        Hearer.require(second);
        assertThat(both.isOver()).isFalse();
        interest.confirmed(channel("a"));
        Hearer.require(both);
    }

    @Test
    void whatIsConfirmedAlreadyIsNotWaitedFor() {
        wanting("a");
        interest.confirmed(channel("a"));
        Hearer.require(wanting("a"));
        Hearer.require(wanting());
    }

    @Test
    void whatSomebodyElseIsStillWaitingForIsWaitedFor() {
        wanting("a");
        assertThat(wanting("a").isOver()).as("added, but not confirmed").isFalse();
    }

    @Test
    void aRefusalIsForThoseWhoWaitForThatTopic() {
        Confirmation allowed = wanting("a");
        Confirmation secret = wanting("secret", "b");
        assertThat(interest.refused(channel("secret"), noperm))
                .as("news for the handler")
                .isFalse();
        assertThatThrownBy(() -> Hearer.require(secret)).isSameAs(noperm);
        assertThat(allowed.isOver()).isFalse();
        interest.confirmed(channel("a"));
        Hearer.require(allowed);
        assertThat(interest.wanted()).isEqualTo(channels("a", "b"));
    }

    @Test
    void aRefusalOfWhatHadBeenConfirmedIsToBeTold() {
        wanting("a");
        interest.confirmed(channel("a"));
        interest.interrupted(channel("a"), firstLoss);
        assertThat(interest.refused(channel("a"), noperm)).isTrue();
        assertThat(interest.wanted()).isEmpty();
        assertThat(interest.refused(channel("a"), noperm))
                .as("nobody wants it any more")
                .isFalse();
    }

    @Test
    void aSecondRefusalOfOneCallIsNoNews() {
        Confirmation both = wanting("x", "y");
        assertThat(interest.refused(channel("x"), noperm)).isFalse();
        assertThat(interest.refused(channel("y"), noperm)).isFalse();
        assertThatThrownBy(() -> Hearer.require(both)).isSameAs(noperm);
    }

    @Test
    void aCallThatFailsGivesUpWhatNobodyElseWants() {
        Confirmation first = wanting("a", "b", "c");
        Confirmation second = wanting("a");
        Confirmation third = wanting("b");
        interest.confirmed(channel("a"));
        interest.keep(second);
        assertThat(interest.release(first)).as("a is kept, b is waited for").isEqualTo(channels("c"));
        assertThat(interest.release(second)).as("its call has returned").isEmpty();
        assertThat(interest.release(third)).isEqualTo(channels("b"));
    }

    @Test
    void whatIsWantedAnewIsNotGivenUpByAnOlderCall() {
        Confirmation old = wanting("a", "b");
        interest.remove(channels("a"));
        Confirmation anew = wanting("a");
        assertThat(interest.release(old)).isEqualTo(channels("b"));
        interest.confirmed(channel("a"));
        Hearer.require(anew);
    }

    @Test
    void whatWasAskedForByAnotherMayHaveBeenDone() {
        assertFate(wanting("a"), Fate.NOT_SENT);
        interest.asked(channel("a"));
        assertFate(wanting("a"), Fate.UNKNOWN);
        assertFate(wanting("b"), Fate.NOT_SENT);
    }

    private static void assertFate(Confirmation confirmation, Fate fate) {
        assertThatExceptionOfType(CarmineTimeoutException.class)
                .isThrownBy(() -> Hearer.require(confirmation))
                .satisfies(e -> assertThat(e.fate()).isEqualTo(fate));
    }

    @Test
    void whatIsRemovedBeforeItIsConfirmedIsWaitedForInVain() {
        Confirmation both = wanting("a", "b");
        Confirmation other = wanting("b");
        interest.remove(channels("a"));
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Hearer.require(both))
                .withMessageContaining("a was removed before it was confirmed");
        assertThat(other.isOver()).isFalse();
        assertThat(interest.wanted()).isEqualTo(channels("b"));
    }

    @Test
    void everybodyMayBeRefused() {
        Confirmation one = wanting("a");
        Confirmation other = wanting("b");
        interest.refuseAll(new CarmineConnectionException("no", Fate.NOT_SENT, null));
        for (Confirmation refused : new Confirmation[] {one, other}) {
            assertThatExceptionOfType(CarmineConnectionException.class)
                    .isThrownBy(() -> Hearer.require(refused))
                    .withMessage("SUBSCRIBE was not confirmed: no");
        }
    }

    @Test
    void aGapIsThereOnceAllThatWasInterruptedIsBack() {
        confirm("a", "b", "c");
        interrupt("a", "b");
        assertThat(interest.confirmed(channel("b"))).isNull();
        assertThat(interest.confirmed(channel("a"))).isSameAs(firstLoss);
        assertThat(interest.restored()).as("told once").isNull();
    }

    @Test
    void whatIsNewlyWantedIsNoPartOfTheGap() {
        confirm("a");
        interrupt("a");
        wanting("new");
        assertThat(interest.confirmed(channel("a"))).isSameAs(firstLoss);
        assertThat(interest.confirmed(channel("new"))).isNull();
    }

    @Test
    void twoInterruptionsAreOneGapWithTheLastCause() {
        confirm("a", "b");
        interrupt("a", "b");
        assertThat(interest.confirmed(channel("a"))).isNull();
        interest.interrupted(channel("a"), secondLoss);
        assertThat(interest.confirmed(channel("a"))).isNull();
        assertThat(interest.confirmed(channel("b"))).isSameAs(secondLoss);
    }

    @Test
    void theLastOneOutEndsTheGap() {
        confirm("a", "b");
        interrupt("a", "b");
        assertThat(interest.confirmed(channel("a"))).isNull();
        assertThat(interest.remove(channels("b"))).isSameAs(firstLoss);
    }

    @Test
    void aRefusalEndsTheGapOfTheOthers() {
        confirm("a", "b");
        interrupt("a", "b");
        assertThat(interest.confirmed(channel("a"))).isNull();
        assertThat(interest.refused(channel("b"), noperm)).isTrue();
        assertThat(interest.restored()).isSameAs(firstLoss);
    }

    @Test
    void nothingIsMissingWhereNothingIsWanted() {
        confirm("a", "b");
        interrupt("a", "b");
        assertThat(interest.remove(channels("a", "b"))).isNull();
        wanting("a");
        assertThat(interest.confirmed(channel("a"))).as("a new beginning").isNull();
    }

    @Test
    void whatIsNotWantedIsNotInterrupted() {
        confirm("a");
        interest.interrupted(channel("other"), firstLoss);
        assertThat(interest.restored()).isNull();
    }

    @Test
    void whatIsInterruptedIsWaitedForAgain() {
        confirm("a");
        interrupt("a");
        Confirmation again = wanting("a");
        assertThat(again.isOver()).isFalse();
        interest.confirmed(channel("a"));
        Hearer.require(again);
    }

    private Confirmation wanting(String... names) {
        return interest.add(channels(names));
    }

    private void confirm(String... names) {
        wanting(names);
        channels(names).forEach(interest::confirmed);
    }

    private void interrupt(String... names) {
        channels(names).forEach(topic -> interest.interrupted(topic, firstLoss));
    }
}
