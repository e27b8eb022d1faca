package dev.carmine.client.internal.pubsub;

import static dev.carmine.client.internal.pubsub.Hearer.channel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Frames;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.SubscriptionOptions;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.pubsub.Topic.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link SubscriberEar}: what it makes of each thing that a server may say. */
class SubscriberEarTest {
    private final Topics topics = new Topics();
    private final Ear ear = new Ear(topics);
    private final Hearer hearer = new Hearer();
    private final Delivery<?> delivery = hearer.delivery();

    /** An ear without a link. */
    private static final class Ear extends SubscriberEar {
        Ear(Topics topics) {
            super(topics);
        }

        @Override
        public void credentialsRefused(Throwable cause) {
            throw new AssertionError(cause);
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public void closed() {}
    }

    @Test
    void eachTopicIsAskedForByACommandOfItsOwnAndConfirmedByItsAnswer() {
        Confirmation a = add(channel("a"));
        Confirmation b = add(channel("b"));
        assertThat(asked()).containsExactly("SUBSCRIBE a", "SUBSCRIBE b");
        assertThat(ear.isAwaiting()).isTrue();
        receive(confirmation("subscribe", "a"));
        Hearer.require(a);
        assertThat(b.isOver()).isFalse();
        receive(confirmation("subscribe", "b"));
        Hearer.require(b);
        assertThat(ear.isAwaiting()).isFalse();
    }

    @Test
    void allKindsBeginAndEnd() {
        for (Kind kind : List.of(Kind.CHANNEL, Kind.PATTERN, Kind.SHARD)) {
            Topic topic = new Topic(kind, "x");
            confirm(topic);
            remove(topic);
            assertThat(asked()).containsExactly(kind.ending() + " x");
            receive(confirmation(kind.ending().toLowerCase(Locale.ROOT), "x"));
            assertThat(ear.isAwaiting()).isFalse();
            assertThat(asked()).isEmpty();
        }
    }

    @Test
    void anAnswerOutOfItsTurnIsDoubtful() {
        add(channel("a"));
        add(channel("b"));
        assertThat(asked()).hasSize(2);
        assertDoubtful(confirmation("subscribe", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribe", "psubscribe", "ssubscribe", "unsubscribe", "punsubscribe"})
    void whatWasNotAskedForIsDoubtful(String kind) {
        confirm(channel("a"));
        assertDoubtful(confirmation(kind, "a"));
    }

    @Test
    void anAnswerOfAnotherKindIsDoubtful() {
        add(channel("a"));
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        assertDoubtful(confirmation("psubscribe", "a"));
    }

    @Test
    void anEndIsNoAnswerToABeginning() {
        add(channel("a"));
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        assertDoubtful(confirmation("unsubscribe", "a"));
    }

    @Test
    void aShardsChannelMayEndUnaskedAndIsAskedForAgain() {
        Topic shard = new Topic(Kind.SHARD, "orders");
        confirm(shard);
        add(channel("a"));
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        receive(confirmation("sunsubscribe", "orders"));
        assertThat(asked()).containsExactly("SSUBSCRIBE orders");
        receive(confirmation("subscribe", "a"), confirmation("ssubscribe", "orders"));
        assertThat(heard()).containsExactly("disconnected: the channel has moved to another node");
    }

    @Test
    void anEndOfAShardsChannelIsDoubtfulWhileAnotherMayBeItsCause() {
        confirm(new Topic(Kind.SHARD, "orders"));
        add(new Topic(Kind.SHARD, "prices"));
        assertThat(asked()).containsExactly("SSUBSCRIBE prices");
        assertDoubtful(confirmation("sunsubscribe", "orders"));
    }

    @Test
    void anErrorIsAboutTheOldestThatHasNoAnswer() {
        Confirmation secret = add(channel("secret"));
        Confirmation allowed = add(channel("allowed"));
        assertThat(asked()).hasSize(2);
        receive("-NOPERM no|");
        assertThatThrownBy(() -> Hearer.require(secret)).isInstanceOfSatisfying(CarmineServerException.class, e -> {
            assertThat(e.code()).isEqualTo("NOPERM");
            assertThat(e).hasMessage("SUBSCRIBE: NOPERM no");
        });
        assertThat(allowed.isOver()).isFalse();
        receive(confirmation("subscribe", "allowed"));
        Hearer.require(allowed);
    }

    @Test
    void aRefusalOfWhatHadBeenHeardIsTold() {
        confirm(channel("a"));
        ear.lost(new IOException("reset"));
        ear.connected();
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        receive("-NOPERM no|");
        assertThat(heard()).containsExactly("refused a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-BUSY a script runs|", "-LOADING the dataset|"})
    void aBusyServerIsAskedAgain(String error) {
        Confirmation confirmation = add(channel("a"));
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        assertThat(ear.untilNext()).isEqualTo(Long.MAX_VALUE);
        receive(error);
        assertThat(ear.isAwaiting()).isFalse();
        assertThat(ear.untilNext()).isLessThan(Long.MAX_VALUE);
        assertThat(confirmation.isOver()).isFalse();
    }

    @Test
    void whatWillNotEndGoesOn() {
        confirm(channel("a"));
        remove(channel("a"));
        assertThat(asked()).containsExactly("UNSUBSCRIBE a");
        receive("-ERR no|");
        assertThat(ear.isAwaiting()).isFalse();
        assertThat(asked()).isEmpty();
        Hearer.require(add(channel("a")));
        receive(push("message", "a", "still"));
        assertThat(heard()).containsExactly("a=still");
    }

    @Test
    void anErrorThatAnswersNothingIsDoubtful() {
        assertDoubtful("-ERR max number of clients reached|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+PONG|", "*2|$4|pong|$0||", "-ERR not now|"})
    void thereAreSeveralAnswersToPing(String answer) {
        ear.ask();
        assertThat(asked()).containsExactly("PING");
        assertThat(ear.isAwaiting()).isTrue();
        receive(answer);
        assertThat(ear.isAwaiting()).isFalse();
        assertThat(asked()).as("asked once").isEmpty();
        assertDoubtful(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+OK|", "-WRONGPASS no|"})
    void anAnswerToAuthComesInItsTurn(String answer) {
        add(channel("a"));
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        ear.authenticating();
        add(channel("b"));
        assertThat(asked()).containsExactly("SUBSCRIBE b");
        receive(confirmation("subscribe", "a"), answer, confirmation("subscribe", "b"));
        assertThat(ear.isAwaiting()).isFalse();
    }

    @Test
    void aSimpleAnswerToASubscriptionIsDoubtful() {
        add(channel("a"));
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        assertDoubtful("+OK|");
    }

    @Test
    void aPushOfAnotherKindIsPassedOver() {
        add(channel("a"));
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        receive(">2|$10|invalidate|*1|$1|a|", confirmation("subscribe", "a"), push("message", "a", "hello"));
        assertThat(heard()).containsExactly("a=hello");
    }

    @Test
    void messagesOfBothProtocolsAreTheSame() {
        confirm(channel("a"));
        receive(push("message", "a", "three"), push("message", "a", "two").replace('>', '*'));
        assertThat(heard()).containsExactly("a=three", "a=two");
    }

    @Test
    void messagesOfEachKindGoToItsTopic() {
        confirm(channel("x"));
        confirm(new Topic(Kind.PATTERN, "x"));
        confirm(new Topic(Kind.SHARD, "x"));
        receive(push("pmessage", "x", "where", "p"), push("smessage", "x", "s"), push("message", "x", "c"));
        assertThat(heard()).containsExactly("x:where=p", "x=s", "x=c");
    }

    @Test
    void aMessageThatNobodyWantsAnyMoreIsDropped() {
        confirm(channel("a"));
        remove(channel("a"));
        receive(push("message", "a", "late"), push("message", "never", "strange"));
        assertThat(heard()).isEmpty();
    }

    @Test
    void handlersAreWokenWhenAllHasArrivedOrMuchHas() {
        confirm(channel("a"));
        receive(push("message", "a", "first"));
        assertThat(hearer.heard).as("more may have arrived").isEmpty();
        ear.endOfBatch();
        assertThat(hearer.heard).hasSize(1);
        for (int i = 0; i < 64; i++) {
            receive(push("message", "a", "one of many"));
        }
        assertThat(hearer.heard).hasSize(65);
    }

    @Test
    void everyHandlerHasBytesOfItsOwn() {
        List<byte[]> heard = new ArrayList<>();
        MessageHandler<byte[]> keeping = (channel, bytes) -> heard.add(bytes);
        for (int i = 0; i < 3; i++) {
            Delivery<byte[]> one =
                    new Delivery<>(SubscriptionOptions.defaults(), Runnable::run, bytes -> bytes, keeping);
            one.open();
            topics.add(one.want(Hearer.channels("a")).added(), one);
        }
        assertThat(asked()).containsExactly("SUBSCRIBE a");
        receive(confirmation("subscribe", "a"), push("message", "a", "abc"));
        ear.endOfBatch();
        assertThat(heard)
                .hasSize(3)
                .allSatisfy(bytes -> assertThat(bytes).asString().isEqualTo("abc"));
        assertThat(heard.get(0)).isNotSameAs(heard.get(1)).isNotSameAs(heard.get(2));
        assertThat(heard.get(1)).isNotSameAs(heard.get(2));
    }

    @Test
    void nothingIsDueOnANewConnection() {
        add(channel("a"));
        ear.ask();
        assertThat(asked()).containsExactly("SUBSCRIBE a", "PING");
        ear.ask();
        ear.lost(new IOException("reset"));
        ear.connected();
        assertThat(ear.isAwaiting()).isFalse();
        assertThat(asked()).containsExactly("SUBSCRIBE a");
    }

    private Confirmation add(Topic topic) {
        Confirmation confirmation = delivery.want(List.of(topic));
        topics.add(confirmation.added(), delivery);
        return confirmation;
    }

    private void remove(Topic topic) {
        topics.remove(List.of(topic), delivery);
        delivery.forget(List.of(topic));
    }

    private void confirm(Topic topic) {
        Confirmation confirmation = add(topic);
        String command = topic.kind().beginning();
        assertThat(asked()).containsExactly(command + " " + topic.name());
        receive(confirmation(command.toLowerCase(Locale.ROOT), topic.name()));
        Hearer.require(confirmation);
    }

    /** All that it sends now. */
    private List<String> asked() {
        List<String> asked = new ArrayList<>();
        for (EncodedCommand<?> next = ear.next(); next != null; next = ear.next()) {
            asked.add(String.join(" ", Frames.words(next)));
        }
        return asked;
    }

    private void receive(String... frames) {
        for (String frame : frames) {
            ear.received(Frames.frame(frame));
        }
    }

    private void assertDoubtful(String frame) {
        assertThatExceptionOfType(CarmineProtocolException.class).isThrownBy(() -> receive(frame));
    }

    private List<String> heard() {
        ear.endOfBatch();
        return hearer.heard;
    }

    private static String confirmation(String kind, String name) {
        return ">3" + strings(kind, name) + ":1|";
    }

    private static String push(String... words) {
        return ">" + words.length + strings(words);
    }

    /** The end of a line, and bulk strings. */
    private static String strings(String... words) {
        StringBuilder frame = new StringBuilder("|");
        Stream.of(words)
                .forEach(word -> frame.append('$')
                        .append(word.length())
                        .append('|')
                        .append(word)
                        .append('|'));
        return frame.toString();
    }
}
