package dev.carmine.client.internal.pubsub;

import static dev.carmine.client.internal.pubsub.Hearer.channel;
import static dev.carmine.client.internal.pubsub.Hearer.channels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Fate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@link Topics}: what is asked next in each state of a topic, and who is told. */
class TopicsTest {
    private static final Topic A = channel("a");
    private static final long NOW = 1_000;
    private static final long LATER = NOW + TimeUnit.MILLISECONDS.toNanos(100);

    private final CarmineServerException noperm = new CarmineServerException("NOPERM", "SUBSCRIBE: NOPERM");
    private final Topics topics = new Topics();
    private final Hearer hearer = new Hearer();
    private final Delivery<?> delivery = hearer.delivery();
    private final Delivery<?> other = new Hearer().delivery();

    @Test
    void whatSeveralWantIsAskedForOnce() {
        Confirmation first = add(delivery, "a");
        Confirmation second = add(other, "a");
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        assertThat(first.isOver() || second.isOver()).isFalse();
        assertThat(topics.begun(A)).containsExactlyInAnyOrder(delivery, other);
        Hearer.require(first);
        Hearer.require(second);
        Hearer.require(add(new Hearer().delivery(), "a"));
        assertThat(asked()).isEmpty();
    }

    @Test
    void eachKindHasItsCommands() {
        for (Topic.Kind kind : List.of(Topic.Kind.CHANNEL, Topic.Kind.PATTERN, Topic.Kind.SHARD)) {
            Topic topic = new Topic(kind, "x");
            topics.add(delivery.want(List.of(topic)).added(), delivery);
            List<String> commands = asked();
            topics.begun(topic);
            remove(delivery, topic);
            commands.addAll(asked());
            assertThat(commands).containsExactly(kind.beginning() + " x", kind.ending() + " x");
            topics.ended(topic);
        }
    }

    @Test
    void itIsEndedWhenTheLastHasGone() {
        confirm(delivery, "a");
        confirm(other, "a");
        remove(delivery, A);
        assertThat(asked()).isEmpty();
        assertThat(topics.deliveries(A)).isEqualTo(List.of(other));
        remove(other, A);
        assertThat(asked()).containsExactly("UNSUBSCRIBE a");
        assertThat(topics.isEmpty()).isTrue();
        topics.ended(A);
        assertThat(asked()).isEmpty();
    }

    @Test
    void whatIsRemovedBeforeItIsAskedForIsNotAskedFor() {
        add(delivery, "a", "b");
        remove(delivery, A);
        assertThat(asked()).containsExactly("SUBSCRIBE b");
    }

    @Test
    void whatIsRemovedWhileItBeginsIsEndedOnceItHasBegun() {
        add(delivery, "a");
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        remove(delivery, A);
        assertThat(asked()).as("an answer must come first").isEmpty();
        topics.begun(A);
        assertThat(asked()).containsExactly("UNSUBSCRIBE a");
        topics.ended(A);
        assertThat(asked()).isEmpty();
    }

    @Test
    void whatIsAddedAgainWhileItBeginsIsConfirmedWithIt() {
        add(delivery, "a");
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        remove(delivery, A);
        Confirmation again = add(other, "a");
        topics.begun(A);
        Hearer.require(again);
        assertThat(asked()).isEmpty();
    }

    @Test
    void whatIsAddedWhileItEndsIsAskedForOnceItHasEnded() {
        confirm(delivery, "a");
        remove(delivery, A);
        assertThat(asked()).containsExactly("UNSUBSCRIBE a");
        Confirmation again = add(delivery, "a");
        assertThat(asked()).isEmpty();
        assertThat(again.isOver()).isFalse();
        topics.ended(A);
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        topics.begun(A);
        Hearer.require(again);
    }

    @Test
    void whatIsRemovedAndAddedBeforeItIsEndedGoesOn() {
        confirm(delivery, "a");
        remove(delivery, A);
        Hearer.require(add(other, "a"));
        assertThat(asked()).isEmpty();
    }

    @Test
    void aTopicThatWillNotEndGoesOn() {
        confirm(delivery, "a");
        remove(delivery, A);
        assertThat(asked()).containsExactly("UNSUBSCRIBE a");
        Confirmation again = add(other, "a");
        topics.notEnded(A, false, NOW);
        Hearer.require(again);
        assertThat(asked()).isEmpty();
    }

    @Test
    void aTopicThatCannotEndNowIsEndedLater() {
        confirm(delivery, "a");
        remove(delivery, A);
        assertThat(asked()).containsExactly("UNSUBSCRIBE a");
        topics.notEnded(A, true, NOW);
        assertThat(asked()).isEmpty();
        assertThat(asked(LATER)).containsExactly("UNSUBSCRIBE a");
    }

    @Test
    void aRefusalIsToldToAllAndEndsIt() {
        Confirmation first = add(delivery, "a", "b");
        Confirmation second = add(other, "a");
        assertThat(asked()).containsExactlyInAnyOrder("SUBSCRIBE a", "SUBSCRIBE b");
        assertThat(topics.refused(A, noperm)).containsExactlyInAnyOrder(delivery, other);
        assertThatThrownBy(() -> Hearer.require(first)).isSameAs(noperm);
        assertThatThrownBy(() -> Hearer.require(second)).isSameAs(noperm);
        assertThat(topics.deliveries(A)).isEmpty();
        assertThat(topics.isEmpty()).as("b is left").isFalse();
        add(delivery, "a");
        assertThat(asked()).as("it may be allowed now").containsExactly("SUBSCRIBE a");
    }

    @Test
    void aRefusalOfWhatNobodyWantsAnyMoreConcernsNobody() {
        add(delivery, "a");
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        remove(delivery, A);
        assertThat(topics.refused(A, noperm)).isEmpty();
        assertThat(topics.isEmpty()).isTrue();
        assertThat(asked()).isEmpty();
    }

    @Test
    void aServerThatIsBusyIsAskedAgainLater() {
        Confirmation confirmation = add(delivery, "a");
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        topics.notYet(A, NOW);
        assertThat(asked(LATER - 1)).isEmpty();
        assertThat(topics.untilNext(NOW)).isEqualTo(LATER - NOW);
        assertThat(topics.untilNext(LATER + 1)).isZero();
        assertThat(asked(LATER)).containsExactly("SUBSCRIBE a");
        assertThat(topics.untilNext(LATER)).isEqualTo(Long.MAX_VALUE);
        assertThat(confirmation.isOver()).isFalse();
    }

    @Test
    void whatIsRemovedMeanwhileIsNotAskedAgain() {
        add(delivery, "a");
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        topics.notYet(A, NOW);
        remove(delivery, A);
        assertThat(asked(LATER)).isEmpty();
    }

    @Test
    void whatIsTakenAwayIsAskedForAgainAndTold() {
        confirm(delivery, "a");
        assertThat(topics.takenAway(A, new IOException("moved"))).isEqualTo(List.of(delivery));
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        assertThat(heard()).as("it is not back yet").isEmpty();
        topics.begun(A);
        assertThat(heard()).containsExactly("disconnected: moved");
    }

    @Test
    void aTopicThatNobodyKnowsChangesNothing() {
        assertThat(topics.begun(A)).isEmpty();
        assertThat(topics.ended(A)).isEmpty();
        assertThat(topics.takenAway(A, new IOException("moved"))).isEmpty();
        assertThat(topics.refused(A, noperm)).isEmpty();
        topics.notEnded(A, true, NOW);
        topics.notYet(A, NOW);
        assertThat(asked(LATER)).isEmpty();
        assertThat(topics.deliveries(A)).isEmpty();
    }

    @Test
    void allThatIsWantedIsAskedForOnANewConnection() {
        confirm(delivery, "a", "b", "gone");
        add(delivery, "new");
        assertThat(asked()).containsExactly("SUBSCRIBE new");
        remove(delivery, channel("gone"));
        topics.lost(new IOException("reset"));
        topics.connected();
        assertThat(asked()).containsExactlyInAnyOrder("SUBSCRIBE a", "SUBSCRIBE b", "SUBSCRIBE new");
        channels("new", "b").forEach(topics::begun);
        assertThat(heard()).isEmpty();
        topics.begun(A);
        assertThat(heard()).containsExactly("disconnected: reset");
    }

    @Test
    void whatHadNotBegunIsNotInterrupted() {
        add(delivery, "a");
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        topics.lost(new IOException("reset"));
        topics.connected();
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        topics.begun(A);
        assertThat(heard()).isEmpty();
    }

    @Test
    void aNewConnectionKnowsNothingOfTheOldOnesPauses() {
        add(delivery, "a");
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        topics.notYet(A, NOW);
        topics.lost(new IOException("reset"));
        topics.connected();
        assertThat(topics.untilNext(NOW)).isEqualTo(Long.MAX_VALUE);
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        assertThat(asked(LATER)).isEmpty();
    }

    @Test
    void thoseWhoWaitMayAllBeRefusedWhileTheTopicsStay() {
        Confirmation first = add(delivery, "a");
        Confirmation second = add(other, "b");
        topics.refuseAll(new CarmineConnectionException("no", Fate.NOT_SENT, null));
        for (Confirmation refused : List.of(first, second)) {
            assertThatExceptionOfType(CarmineConnectionException.class).isThrownBy(() -> Hearer.require(refused));
        }
        assertThat(asked()).containsExactlyInAnyOrder("SUBSCRIBE a", "SUBSCRIBE b");
    }

    @Test
    void whatIsClearedIsForgotten() {
        confirm(delivery, "a");
        add(other, "a", "b", "c");
        assertThat(topics.next(NOW)).isNotNull();
        assertThat(topics.clear()).isEqualTo(Set.of(delivery, other));
        assertThat(topics.isEmpty()).isTrue();
        assertThat(topics.deliveries(A)).isEmpty();
        assertThat(asked()).isEmpty();
        topics.connected();
        assertThat(asked()).isEmpty();
    }

    private Confirmation add(Delivery<?> wanting, String... names) {
        Confirmation confirmation = wanting.want(channels(names));
        topics.add(confirmation.added(), wanting);
        return confirmation;
    }

    private void remove(Delivery<?> wanting, Topic topic) {
        topics.remove(List.of(topic), wanting);
        wanting.forget(List.of(topic));
    }

    private void confirm(Delivery<?> wanting, String... names) {
        Confirmation confirmation = add(wanting, names);
        Collection<String> unused = asked();
        channels(names).forEach(topics::begun);
        Hearer.require(confirmation);
    }

    private List<String> asked() {
        return asked(NOW);
    }

    /** All that is to be asked at that time. */
    private List<String> asked(long now) {
        List<String> asked = new ArrayList<>();
        for (Topics.Request request = topics.next(now); request != null; request = topics.next(now)) {
            asked.add(request.command() + " " + request.topic().name());
        }
        return asked;
    }

    private List<String> heard() {
        delivery.flush();
        return hearer.heard;
    }
}
