package dev.carmine.client.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Gap;
import dev.carmine.client.OverflowPolicy;
import dev.carmine.client.SubscriptionOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Backlog}: what goes when there is no room, and that it is told in its place. */
class BacklogTest {
    private static final Topic NEWS = new Topic(Topic.Kind.CHANNEL, "news");
    private static final SubscriptionOptions TWO =
            SubscriptionOptions.defaults().withQueueLimit(2);
    private static final SubscriptionOptions TEN_BYTES =
            SubscriptionOptions.defaults().withQueueBytes(10);

    @ParameterizedTest
    @EnumSource(OverflowPolicy.class)
    void messagesComeInTheirOrderWhileThereIsRoom(OverflowPolicy policy) {
        Backlog backlog = new Backlog(TWO.withOverflow(policy));
        add(backlog, "a", "b");
        assertThat(rest(backlog)).containsExactly("a", "b");
        add(backlog, "c", "d");
        assertThat(rest(backlog)).containsExactly("c", "d");
        assertThat(backlog.dropped()).isZero();
    }

    @Test
    void theOldestGo() {
        Backlog backlog = new Backlog(TWO.withOverflow(OverflowPolicy.DROP_OLDEST));
        add(backlog, "a", "b", "c", "d", "e");
        assertThat(backlog.dropped()).isEqualTo(3);
        assertThat(rest(backlog)).containsExactly("dropped 3", "d", "e");
        assertThat(backlog.dropped()).as("since the beginning").isEqualTo(3);
    }

    @Test
    void theNewestGo() {
        Backlog backlog = new Backlog(TWO.withOverflow(OverflowPolicy.DROP_NEWEST));
        add(backlog, "a", "b", "c", "d", "e");
        assertThat(backlog.dropped()).isEqualTo(3);
        assertThat(next(backlog)).isEqualTo("a");
        add(backlog, "f", "g");
        assertThat(rest(backlog)).containsExactly("b", "dropped 3", "f", "dropped 1");
        assertThat(backlog.dropped()).isEqualTo(4);
    }

    @Test
    void theOldestGoUntilTheBytesSuffice() {
        Backlog backlog = new Backlog(TEN_BYTES.withOverflow(OverflowPolicy.DROP_OLDEST));
        add(backlog, "1234", "567", "890");
        assertThat(backlog.dropped()).as("of ten bytes").isZero();
        add(backlog, "abcde");
        assertThat(rest(backlog)).containsExactly("dropped 2", "890", "abcde");
    }

    @Test
    void theNewestGoIfTheBytesDoNotSuffice() {
        Backlog backlog = new Backlog(TEN_BYTES.withOverflow(OverflowPolicy.DROP_NEWEST));
        add(backlog, "12345", "123456", "67890");
        assertThat(rest(backlog)).containsExactly("12345", "dropped 1", "67890");
    }

    @ParameterizedTest
    @EnumSource(OverflowPolicy.class)
    void bytesAreFreeAgainWhenTheirMessageIsTakenOrCleared(OverflowPolicy policy) {
        Backlog backlog = new Backlog(TEN_BYTES.withOverflow(policy));
        add(backlog, "1234567890");
        assertThat(next(backlog)).isEqualTo("1234567890");
        add(backlog, "0987654321");
        backlog.clear();
        assertThat(backlog.isEmpty()).isTrue();
        add(backlog, "12345", "67890");
        assertThat(rest(backlog)).containsExactly("12345", "67890");
    }

    @ParameterizedTest
    @EnumSource(OverflowPolicy.class)
    void aMessageThatIsLargerThanAllMayBeIsTakenIfItIsAlone(OverflowPolicy policy) {
        Backlog backlog = new Backlog(TEN_BYTES.withOverflow(policy));
        add(backlog, "larger than ten");
        assertThat(rest(backlog)).containsExactly("larger than ten");
        assertThat(backlog.dropped()).isZero();
    }

    @Test
    void aMessageThatIsLargerThanAllMayBeSupersedesTheOldest() {
        Backlog backlog = new Backlog(TEN_BYTES.withOverflow(OverflowPolicy.DROP_OLDEST));
        add(backlog, "a", "b", "larger than ten");
        assertThat(rest(backlog)).containsExactly("dropped 2", "larger than ten");
        add(backlog, "larger than ten", "c");
        assertThat(rest(backlog)).containsExactly("dropped 1", "c");
    }

    @Test
    void aMessageThatIsLargerThanAllMayBeGoesIfItIsTheNewest() {
        Backlog backlog = new Backlog(TEN_BYTES.withOverflow(OverflowPolicy.DROP_NEWEST));
        add(backlog, "a", "larger than ten", "b");
        assertThat(rest(backlog)).containsExactly("a", "dropped 1", "b");
    }

    @Test
    void gapsStandBetweenTheirMessages() {
        Backlog backlog = new Backlog(SubscriptionOptions.defaults());
        add(backlog, "a");
        backlog.addDisconnected(new IOException("reset"));
        add(backlog, "b");
        backlog.addRefused(refused("news"));
        assertThat(rest(backlog)).containsExactly("a", "disconnected: reset", "b", "refused news");
    }

    @Test
    void aGapAloneIsSomething() {
        Backlog backlog = new Backlog(SubscriptionOptions.defaults());
        assertThat(backlog.isEmpty()).isTrue();
        backlog.addDisconnected(new IOException("reset"));
        assertThat(backlog.isEmpty()).isFalse();
        assertThat(rest(backlog)).containsExactly("disconnected: reset");
        assertThat(backlog.isEmpty()).isTrue();
        backlog.addRefused(refused("news"));
        backlog.clear();
        assertThat(rest(backlog)).isEmpty();
    }

    @Test
    void gapsAtOnePlaceAreToldOncePerKindButEachRefusal() {
        Backlog backlog = new Backlog(SubscriptionOptions.defaults());
        backlog.addDisconnected(new IOException("first"));
        backlog.addRefused(refused("a"));
        backlog.addDisconnected(new IOException("second"));
        backlog.addRefused(refused("b"));
        assertThat(rest(backlog)).containsExactly("refused a", "refused b", "disconnected: second");
    }

    @Test
    void gapsAreMergedWhenWhatWasBetweenThemIsDropped() {
        Backlog backlog = new Backlog(TWO.withOverflow(OverflowPolicy.DROP_OLDEST));
        backlog.addRefused(refused("x"));
        add(backlog, "a");
        backlog.addDisconnected(new IOException("first"));
        add(backlog, "b");
        backlog.addDisconnected(new IOException("second"));
        add(backlog, "c", "d");
        assertThat(rest(backlog)).containsExactly("refused x", "disconnected: second", "dropped 2", "c", "d");
    }

    @Test
    void gapsAfterTheOnlyMessageAreKeptWhenItIsDropped() {
        Backlog backlog =
                new Backlog(SubscriptionOptions.defaults().withQueueLimit(1).withOverflow(OverflowPolicy.DROP_OLDEST));
        add(backlog, "a");
        backlog.addDisconnected(new IOException("reset"));
        add(backlog, "b");
        backlog.addRefused(refused("x"));
        assertThat(rest(backlog)).containsExactly("disconnected: reset", "dropped 1", "b", "refused x");
    }

    private static Gap.Refused refused(String channel) {
        return new Gap.Refused(channel, new CarmineServerException("NOPERM", "SUBSCRIBE: NOPERM"));
    }

    private static void add(Backlog backlog, String... messages) {
        for (String message : messages) {
            backlog.add(new Message(NEWS, NEWS.name(), message.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static List<String> rest(Backlog backlog) {
        List<String> rest = new ArrayList<>();
        for (String item = next(backlog); !item.equals("nothing"); item = next(backlog)) {
            rest.add(item);
        }
        return rest;
    }

    private static String next(Backlog backlog) {
        Object item = backlog.poll();
        if (item instanceof Message message) {
            return new String(message.bytes(), StandardCharsets.UTF_8);
        }
        return item == null ? "nothing" : Hearer.describe((Gap) item);
    }
}
