package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Gap;
import dev.carmine.client.Subscription;
import dev.carmine.client.SubscriptionOptions;
import dev.carmine.client.TypeRef;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** {@link Subscription}: messages, in order, from channels and patterns that come and go. */
@SuppressWarnings("try") // a subscription is made to listen, not to be called
@RedisTest(users = "deaf on >pass ~* +@all resetchannels &allowed &more")
class SubscriptionIT {
    private static final TypeRef<String> TEXT = TypeRef.of(String.class);

    record User(String name) {}

    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
    }

    /** A client that may hear of two channels only. */
    private static Carmine connectDeaf(RedisServer server, Resp resp) {
        return Carmine.connect(Clients.options(server, resp)
                .uri("redis://deaf:pass@" + server.host() + ":" + server.port())
                .build());
    }

    private static String subscribersOf(String channel, RedisServer server) {
        return String.valueOf(server.call("PUBSUB", "NUMSUB", channel));
    }

    @EachProtocol
    void messagesComeOnceItHasReturned(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription subscription = redis.subscribe("news", inbox)) {
            assertThat(redis.publish("news", "hello")).isEqualTo(1);
            assertThat(inbox.next()).isEqualTo("news=hello");
            assertThat(subscription.channels()).containsExactly("news");
            assertThat(redis.publish("other", "hello")).isZero();
        }
    }

    @EachProtocol
    void patternsTellTheChannel(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.psubscribe("news.*", inbox)) {
            redis.publish("news.sport", "goal");
            assertThat(inbox.next()).isEqualTo("news.sport=goal");
        }
    }

    @EachProtocol
    void aMessageComesOnceForEachPatternThatItsChannelMatches(Resp resp, RedisServer server) throws Exception {
        Inbox<String> byPattern = new Inbox<>() {
            @Override
            public void onMessage(String pattern, String channel, String message) {
                messages.add(pattern + ":" + channel + "=" + message);
            }
        };
        Inbox<String> byName = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription patterns = redis.psubscribe("news.*", byPattern);
                Subscription channel = redis.subscribe("news.sport", byName)) {
            patterns.add("*.sport");
            assertThat(redis.publish("news.sport", "goal"))
                    .as("ways to the client")
                    .isEqualTo(3);
            assertThat(List.of(String.valueOf(byPattern.next()), String.valueOf(byPattern.next())))
                    .containsExactlyInAnyOrder("news.*:news.sport=goal", "*.sport:news.sport=goal");
            assertThat(byName.next()).isEqualTo("news.sport=goal");
            redis.publish("news.sport", "end");
            assertThat(byName.next()).isEqualTo("news.sport=end");
        }
    }

    @EachProtocol
    @SinceRedis("7.0")
    void channelsOfShards(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.ssubscribe("orders", inbox)) {
            assertThat(redis.spublish("orders", "one")).isEqualTo(1);
            assertThat(inbox.next()).isEqualTo("orders=one");
        }
    }

    @EachProtocol
    void everyHandlerOfAChannelHearsEachMessageOverOneConnection(Resp resp, RedisServer server) throws Exception {
        Inbox<String> first = new Inbox<>();
        Inbox<String> second = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription staying = redis.subscribe("news", first)) {
            try (Subscription closedSoon = redis.subscribe("news", second)) {
                assertThat(redis.publish("news", "both")).isEqualTo(1);
                assertThat(first.next()).isEqualTo("news=both");
                assertThat(second.next()).isEqualTo("news=both");
            }
            redis.publish("news", "first");
            assertThat(first.next()).as("though the other is closed").isEqualTo("news=first");
        }
    }

    @EachProtocol
    void whatNobodyHearsAnyMoreIsUnsubscribed(Resp resp, RedisServer server) {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription other = redis.subscribe("other", inbox);
                Subscription first = redis.subscribe("news", inbox);
                Subscription second = redis.subscribe("news", inbox)) {
            first.close();
            other.add("behind");
            assertThat(subscribersOf("news", server)).isEqualTo("[news, 1]");
            second.close();
            await().atMost(Clients.PATIENCE).until(() -> subscribersOf("news", server), "[news, 0]"::equals);
            assertThat(subscribersOf("other", server)).isEqualTo("[other, 1]");
        }
    }

    @EachProtocol
    void channelsComeAndGoWhileItRuns(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription subscription = redis.subscribe(List.of(), TEXT, SubscriptionOptions.defaults(), inbox)) {
            subscription.add("a", "b");
            subscription.add("b");
            redis.publish("a", "1");
            redis.publish("b", "2");
            assertThat(inbox.next()).isEqualTo("a=1");
            assertThat(inbox.next()).isEqualTo("b=2");
            subscription.remove("a", "never");
            assertThat(subscription.channels()).containsExactly("b");
            await().atMost(Clients.PATIENCE).until(() -> redis.publish("a", "3") == 0);
            subscription.add("a");
            redis.publish("a", "4");
            assertThat(inbox.next()).isEqualTo("a=4");
        }
    }

    @EachProtocol
    void namesThatAreNoneHarmNothing(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription subscription = redis.subscribe("good", inbox)) {
            String[] halfNull = new String[2];
            halfNull[0] = "z";
            assertThatNullPointerException().isThrownBy(() -> subscription.add(halfNull));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> subscription.add("z", "bad\uD800"))
                    .withMessageContaining("surrogate");
            assertThatIllegalArgumentException().isThrownBy(() -> redis.subscribe("bad\uD800", inbox));
            assertThat(subscription.channels()).containsExactly("good");
            assertThat(subscribersOf("z", server)).isEqualTo("[z, 0]");
            subscription.add("z", "grüße 🎉");
            for (String channel : List.of("good", "z", "grüße 🎉")) {
                assertThat(redis.publish(channel, "hello")).isEqualTo(1);
                assertThat(inbox.next()).isEqualTo(channel + "=hello");
            }
            assertThat(inbox.gaps).isEmpty();
        }
    }

    @EachProtocol
    void messagesKeepTheirOrder(Resp resp, RedisServer server) throws Exception {
        int count = 5_000;
        Inbox<String> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.subscribe("numbers", inbox)) {
            IntStream.range(0, count)
                    .mapToObj(i -> redis.async().publish("numbers", i))
                    .toList()
                    .forEach(published -> assertThat(published.join()).isEqualTo(1));
            for (int i = 0; i < count; i++) {
                assertThat(inbox.next()).isEqualTo("numbers=" + i);
            }
        }
    }

    @EachProtocol
    void objectsAreReadAndWhatIsNoneIsAGap(Resp resp, RedisServer server) throws Exception {
        Inbox<User> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.subscribe(
                        List.of("users"), TypeRef.of(User.class), SubscriptionOptions.defaults(), inbox)) {
            redis.publish("users", "nobody");
            redis.publish("users", new User("Ann"));
            assertThat(inbox.next()).isEqualTo("users=User[name=Ann]");
            assertThat(inbox.nextGap())
                    .isInstanceOfSatisfying(
                            Gap.Unreadable.class,
                            gap -> assertThat(gap.channel()).isEqualTo("users"));
        }
    }

    @EachProtocol
    void whatTheServerRefusesFailsAndLeavesTheOthersAlone(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine owner = Clients.connect(server, resp);
                Carmine deaf = connectDeaf(server, resp);
                Subscription subscription = deaf.subscribe("allowed", inbox)) {
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> subscription.add("more", "secret"))
                    .withMessageStartingWith("SUBSCRIBE: NOPERM")
                    .satisfies(e -> assertThat(e.code()).isEqualTo("NOPERM"));
            assertThat(subscription.channels()).containsExactly("allowed");
            owner.publish("allowed", "still");
            assertThat(inbox.next()).isEqualTo("allowed=still");
            assertThat(inbox.gaps).isEmpty();
        }
    }

    @EachProtocol
    void aRefusalIsForTheOneWhoHasAskedForIt(Resp resp, RedisServer server) throws Exception {
        int rounds = 100;
        CyclicBarrier together = new CyclicBarrier(2);
        try (Carmine deaf = connectDeaf(server, resp);
                Subscription subscription = deaf.subscribe("allowed", new Inbox<>())) {
            Callers callers = Callers.start(ThreadKind.PLATFORM, 2, number -> {
                for (int i = 0; i < rounds; i++) {
                    together.await();
                    if (number == 0) {
                        assertThatExceptionOfType(CarmineServerException.class)
                                .isThrownBy(() -> subscription.add("secret"));
                    } else {
                        subscription.add("more");
                        subscription.remove("more");
                    }
                }
            });
            callers.awaitEnd();
            assertThat(subscription.channels()).containsExactly("allowed");
        }
    }

    /** The channel that is allowed has been confirmed, and has messages, when the other one is refused. */
    @EachProtocol
    void whoseBeginningFailsHearsNothing(Resp resp, RedisServer server) {
        BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        SubscriptionOptions options = SubscriptionOptions.defaults().withExecutor(tasks::add);
        AtomicBoolean over = new AtomicBoolean();
        try (Carmine owner = Clients.connect(server, resp);
                Carmine deaf = connectDeaf(server, resp);
                Subscription keepsItFlowing = deaf.subscribe("allowed", (channel, message) -> {})) {
            Callers publisher = Callers.start(number -> {
                while (!over.get()) {
                    owner.publish("allowed", "message");
                }
            });
            for (int i = 0; i < 50; i++) {
                assertThatExceptionOfType(CarmineServerException.class)
                        .isThrownBy(() -> deaf.subscribe(List.of("allowed", "secret"), TEXT, options, new Inbox<>()));
            }
            over.set(true);
            publisher.awaitEnd();
        }
        assertThat(tasks).isEmpty();
    }

    @EachProtocol
    void aClosedClientTakesNoSubscriptions(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        Subscription subscription = redis.subscribe("news", (channel, text) -> {});
        redis.close();
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> redis.subscribe("news", (channel, text) -> {}));
        assertThatExceptionOfType(CarmineConnectionException.class).isThrownBy(() -> subscription.add("more"));
        subscription.close();
    }
}
