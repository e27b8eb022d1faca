package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** {@link Gap}: whoever misses messages is told so, once, and hears all that follows. */
@SuppressWarnings("try") // a subscription is made to listen, not to be called
@RedisTest(users = "deaf on >pass ~* +@all")
class SubscriptionGapsIT {
    private static final TypeRef<String> TEXT = TypeRef.of(String.class);
    private static final SubscriptionOptions DEFAULTS = SubscriptionOptions.defaults();

    private final Inbox<String> inbox = new Inbox<>();

    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
    }

    @EachProtocol
    void aLostConnectionIsMadeAgainAndTold(Resp resp, RedisServer server) throws Exception {
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.subscribe(List.of("a", "b", "c"), TEXT, DEFAULTS, inbox)) {
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
    void whoWantsNothingMeanwhileMissesNothing(Resp resp, RedisServer shared) throws Exception {
        Inbox<String> witness = new Inbox<>();
        try (RedisServer server = RedisServers.start();
                Carmine redis = Clients.connect(server, resp);
                Subscription other = redis.subscribe("other", witness);
                Subscription subscription = redis.subscribe(List.of("a", "b"), TEXT, DEFAULTS, inbox)) {
            server.kill();
            subscription.remove("a", "b");
            server.start();
            assertThat(witness.nextGap()).isInstanceOf(Gap.Disconnected.class);
            subscription.add("a");
            redis.publish("a", "new");
            assertThat(inbox.next()).isEqualTo("a=new");
            assertThat(inbox.gaps).isEmpty();
        }
    }

    @EachProtocol
    void whatIsAllowedNoMoreIsToldAndTheRestGoesOn(Resp resp, RedisServer server) throws Exception {
        for (String revoked : List.of("a", "b", "c")) {
            List<String> kept = Stream.of("a", "b", "c")
                    .filter(channel -> !channel.equals(revoked))
                    .toList();
            allow(server, List.of("a", "b", "c"));
            try (Carmine deaf = Carmine.connect(Clients.options(server, resp)
                            .uri("redis://deaf:pass@" + server.host() + ":" + server.port())
                            .build());
                    Subscription subscription = deaf.subscribe(List.of("a", "b", "c"), TEXT, DEFAULTS, inbox)) {
                allow(server, kept);
                assertThat(inbox.nextGap()).isInstanceOfSatisfying(Gap.Refused.class, gap -> {
                    assertThat(gap.channel()).isEqualTo(revoked);
                    assertThat(gap.error().code()).isEqualTo("NOPERM");
                });
                assertThat(inbox.nextGap()).isInstanceOf(Gap.Disconnected.class);
                assertThat(subscription.channels()).containsExactlyInAnyOrderElementsOf(kept);
                for (String channel : kept) {
                    server.call("PUBLISH", channel, "still");
                    assertThat(inbox.next()).isEqualTo(channel + "=still");
                }
                allow(server, List.of("a", "b", "c"));
                subscription.add(revoked);
                server.call("PUBLISH", revoked, "again");
                assertThat(inbox.next()).isEqualTo(revoked + "=again");
                assertThat(inbox.gaps).isEmpty();
            }
        }
    }

    private static void allow(RedisServer server, List<String> channels) {
        Stream<String> rules = channels.stream().map(channel -> "&" + channel);
        server.call(Stream.concat(Stream.of("ACL", "SETUSER", "deaf", "resetchannels"), rules)
                .toArray(String[]::new));
    }

    @EachProtocol
    @SinceRedis("7.0")
    @RedisTest(config = {"cluster-enabled yes", "cluster-require-full-coverage no"})
    void aShardsChannelThatIsTakenAwayIsSubscribedToAgain(Resp resp, RedisServer server) throws Exception {
        Inbox<String> plain = new Inbox<>();
        String slot = String.valueOf(server.call("CLUSTER", "KEYSLOT", "orders"));
        server.call("CLUSTER", "RESET", "HARD");
        server.call("CLUSTER", "ADDSLOTS", slot);
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.subscribe("news", plain);
                Subscription orders = redis.ssubscribe("orders", inbox)) {
            server.call("CLUSTER", "DELSLOTS", slot);
            await().atMost(Clients.PATIENCE)
                    .until(() -> String.valueOf(server.call("PUBSUB", "SHARDNUMSUB", "orders")), "[orders, 0]"::equals);
            server.call("CLUSTER", "ADDSLOTS", slot);
            assertThat(inbox.nextGap()).isInstanceOf(Gap.Disconnected.class);
            server.call("SPUBLISH", "orders", "again");
            assertThat(inbox.next()).isEqualTo("orders=again");
            assertThat(orders.channels()).containsExactly("orders");
            server.call("PUBLISH", "news", "all along");
            assertThat(plain.next()).isEqualTo("news=all along");
            assertThat(plain.gaps).isEmpty();
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
    private static List<String> overflowing(RedisServer server, Resp resp, OverflowPolicy policy) {
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
        SubscriptionOptions options = DEFAULTS.withQueueLimit(2).withOverflow(policy);
        try (Carmine redis = Clients.connect(server, resp);
                Subscription subscription = redis.subscribe(List.of("numbers"), TEXT, options, handler)) {
            redis.publish("numbers", 0);
            Clients.await(started);
            for (int i = 1; i < 7; i++) {
                redis.publish("numbers", i);
            }
            await().atMost(Clients.PATIENCE).until(() -> subscription.dropped() == 4);
            released.countDown();
            await().atMost(Clients.PATIENCE).until(() -> seen.size() == 4);
            return List.copyOf(seen);
        }
    }
}
