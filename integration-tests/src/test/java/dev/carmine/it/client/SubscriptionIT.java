package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Gap;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.OverflowPolicy;
import dev.carmine.client.Subscription;
import dev.carmine.client.SubscriptionOptions;
import dev.carmine.client.TypeRef;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** {@link Subscription}: messages, in order, to handlers that come and go, over connections that do too. */
@SuppressWarnings("try") // a subscription is made to listen, not to be called
@RedisTest(users = "deaf on >pass ~* +@all resetchannels &allowed")
class SubscriptionIT {
    private static final TypeRef<String> TEXT = TypeRef.of(String.class);

    record User(String name) {}

    /** Keeps what comes. */
    private static final class Inbox<T> implements MessageHandler<T> {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final BlockingQueue<Gap> gaps = new LinkedBlockingQueue<>();

        @Override
        public void onMessage(String channel, T message) {
            messages.add(channel + "=" + message);
        }

        @Override
        public void onGap(Gap gap) {
            gaps.add(gap);
        }

        @Nullable String next() throws InterruptedException {
            return messages.poll(Clients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Nullable Gap nextGap() throws InterruptedException {
            return gaps.poll(Clients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
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
    void everyHandlerOfAChannelHearsEachMessageOnce(Resp resp, RedisServer server) throws Exception {
        Inbox<String> first = new Inbox<>();
        Inbox<String> second = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.subscribe("news", first)) {
            try (Subscription closedSoon = redis.subscribe("news", second)) {
                assertThat(closedSoon.channels()).hasSize(1);
                assertThat(redis.publish("news", "both"))
                        .as("over one connection")
                        .isEqualTo(1);
                assertThat(first.next()).isEqualTo("news=both");
                assertThat(second.next()).isEqualTo("news=both");
            }
            redis.publish("news", "first");
            assertThat(first.next()).isEqualTo("news=first");
            assertThat(second.messages).isEmpty();
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
            Awaitility.await().atMost(Clients.PATIENCE).until(() -> redis.publish("a", "3") == 0);
            subscription.add("a");
            redis.publish("a", "4");
            assertThat(inbox.messages.poll(Clients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .isIn("a=3", "a=4");
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
    void objectsAreReadAndWhatIsNoneKeepsNothingUp(Resp resp, RedisServer server) throws Exception {
        Inbox<User> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.subscribe(
                        List.of("users"), TypeRef.of(User.class), SubscriptionOptions.defaults(), inbox)) {
            redis.publish("users", "nobody");
            redis.publish("users", new User("Ann"));
            assertThat(inbox.next()).isEqualTo("users=User[name=Ann]");
        }
    }

    @EachProtocol
    void aHandlerThatThrowsHearsTheNext(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.subscribe("news", (channel, message) -> {
                    if (message.equals("bad")) {
                        throw new IllegalStateException(message);
                    }
                    inbox.onMessage(channel, message);
                })) {
            redis.publish("news", "bad");
            redis.publish("news", "good");
            assertThat(inbox.next()).isEqualTo("news=good");
        }
    }

    @EachProtocol
    void aLostConnectionIsMadeAgainAndTold(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused =
                        redis.subscribe(List.of("a", "b", "c"), TEXT, SubscriptionOptions.defaults(), inbox)) {
            server.call("CLIENT", "KILL", "TYPE", "pubsub");
            assertThat(inbox.nextGap()).isInstanceOf(Gap.Disconnected.class);
            for (String channel : List.of("a", "b", "c")) {
                assertThat(redis.publish(channel, "again")).isEqualTo(1);
                assertThat(inbox.next()).isEqualTo(channel + "=again");
            }
            assertThat(inbox.gaps).isEmpty();
        }
    }

    @EachProtocol
    void aServerThatComesBackIsListenedToAgain(Resp resp, RedisServer shared) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (RedisServer server = RedisServers.start();
                Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.psubscribe("*", inbox)) {
            server.kill();
            server.start();
            assertThat(inbox.nextGap()).isInstanceOf(Gap.Disconnected.class);
            redis.publish("news", "back");
            assertThat(inbox.next()).isEqualTo("news=back");
        }
    }

    @EachProtocol
    void aSlowHandlerLosesTheOldestAndIsTold(Resp resp, RedisServer server) throws Exception {
        List<String> seen = overflowing(server, resp, OverflowPolicy.DROP_OLDEST);
        assertThat(seen).containsExactly("0", "Dropped[messages=4]", "5", "6");
    }

    @EachProtocol
    void aSlowHandlerLosesTheNewestAndIsTold(Resp resp, RedisServer server) throws Exception {
        List<String> seen = overflowing(server, resp, OverflowPolicy.DROP_NEWEST);
        assertThat(seen).containsExactly("0", "1", "2", "Dropped[messages=4]");
    }

    /** What a handler sees that is held up with the first of seven messages, and for which two may wait. */
    private static List<String> overflowing(RedisServer server, Resp resp, OverflowPolicy policy) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        MessageHandler<String> handler = new MessageHandler<>() {
            @Override
            public void onMessage(String channel, String message) {
                started.countDown();
                Clients.await(released);
                seen.add(message);
            }

            @Override
            public void onGap(Gap gap) {
                seen.add(gap.toString());
            }
        };
        SubscriptionOptions options =
                SubscriptionOptions.defaults().withQueueLimit(2).withOverflow(policy);
        try (Carmine redis = Clients.connect(server, resp);
                Subscription subscription = redis.subscribe(List.of("numbers"), TEXT, options, handler)) {
            redis.publish("numbers", 0);
            Clients.await(started);
            for (int i = 1; i < 7; i++) {
                redis.publish("numbers", i);
            }
            Awaitility.await().atMost(Clients.PATIENCE).until(() -> subscription.dropped() == 4);
            released.countDown();
            Awaitility.await().atMost(Clients.PATIENCE).until(() -> seen.size() == 4);
            return List.copyOf(seen);
        }
    }

    @EachProtocol
    void whatTheServerRefusesFailsAndLeavesTheOthersAlone(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        try (Carmine owner = Clients.connect(server, resp);
                Carmine deaf = Carmine.connect(Clients.options(server, resp)
                        .uri("redis://deaf:pass@" + server.host() + ":" + server.port())
                        .build());
                Subscription subscription = deaf.subscribe("allowed", inbox)) {
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> subscription.add("secret"))
                    .withMessageStartingWith("SUBSCRIBE: NOPERM")
                    .satisfies(e -> assertThat(e.code()).isEqualTo("NOPERM"));
            assertThat(subscription.channels()).containsExactly("allowed");
            owner.publish("allowed", "still");
            assertThat(inbox.next()).isEqualTo("allowed=still");
        }
    }

    @EachProtocol
    void whatCannotBeConfirmedInTimeIsNotSubscribedTo(Resp resp, RedisServer shared) {
        try (RedisServer server = RedisServers.start();
                Carmine redis = Clients.connect(server, resp)) {
            server.kill();
            assertThatExceptionOfType(CarmineTimeoutException.class)
                    .isThrownBy(
                            () -> redis.withTimeout(Duration.ofMillis(300)).subscribe("news", (channel, text) -> {}))
                    .withMessageContaining("SUBSCRIBE was not confirmed within 300 ms");
            server.start();
            assertThat(redis.publish("news", "nobody")).isZero();
        }
    }

    @EachProtocol
    void handlersMaySubscribeAndClose(Resp resp, RedisServer server) throws Exception {
        Inbox<String> inbox = new Inbox<>();
        BlockingQueue<Subscription> made = new LinkedBlockingQueue<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription outer =
                        redis.subscribe("open", (channel, name) -> made.add(redis.subscribe(name, inbox)))) {
            redis.publish("open", "inner");
            Subscription inner = made.poll(Clients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(inner).isNotNull();
            redis.publish("inner", "hello");
            assertThat(inbox.next()).isEqualTo("inner=hello");
            outer.close();
            assertThatIllegalStateException().isThrownBy(() -> outer.add("more"));
        }
    }

    @EachProtocol
    void theConnectionEndsWithTheLastSubscription(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Subscription subscription = redis.subscribe("news", (channel, text) -> {});
            subscription.close();
            Awaitility.await()
                    .atMost(Clients.PATIENCE)
                    .until(() -> String.valueOf(server.call("CLIENT", "LIST", "TYPE", "pubsub"))
                            .isBlank());
            try (Subscription again = redis.subscribe("news", (channel, text) -> {})) {
                assertThat(redis.publish("news", "x")).isEqualTo(1);
                assertThat(again.channels()).hasSize(1);
            }
        }
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
