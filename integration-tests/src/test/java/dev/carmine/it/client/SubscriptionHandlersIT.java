package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.Carmine;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.Subscription;
import dev.carmine.client.SubscriptionOptions;
import dev.carmine.client.TypeRef;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** {@link MessageHandler}s that throw, block, close and subscribe, on executors of all sorts: others do not suffer. */
@SuppressWarnings("try") // a subscription is made to listen, not to be called
@RedisTest
class SubscriptionHandlersIT {
    private static final TypeRef<String> TEXT = TypeRef.of(String.class);

    private final Inbox<String> inbox = new Inbox<>();

    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
    }

    @EachProtocol
    void whateverAHandlerThrowsItHearsTheNext(Resp resp, RedisServer server) throws Exception {
        List<Throwable> failures =
                List.of(new IllegalStateException("by a test"), new IOException("by a test"), new Error("by a test"));
        try (Carmine redis = Clients.connect(server, resp);
                Subscription unused = redis.subscribe("news", (channel, message) -> {
                    inbox.onMessage(channel, message);
                    sneak(failures.get(Integer.parseInt(message)));
                })) {
            for (int i = 0; i < failures.size(); i++) {
                redis.publish("news", i);
                assertThat(inbox.next()).isEqualTo("news=" + i);
            }
        }
    }

    /** Throws what the compiler would not allow. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // inferred as RuntimeException
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** Each waits for all of them, for a future, and for somebody else to be heard meanwhile. */
    @EachProtocol
    void handlersThatBlockKeepNobodyWaiting(Resp resp, RedisServer server) throws Exception {
        int count = Math.max(2, Runtime.getRuntime().availableProcessors());
        CountDownLatch entered = new CountDownLatch(count);
        CountDownLatch otherHeard = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(count);
        List<Subscription> blocked = new ArrayList<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription other = redis.subscribe("other", inbox)) {
            for (int i = 0; i < count; i++) {
                blocked.add(redis.subscribe("news", (channel, message) -> {
                    entered.countDown();
                    Clients.await(entered);
                    assertThat(redis.async().get("none").join()).isNull();
                    Clients.await(otherHeard);
                    left.countDown();
                }));
            }
            redis.publish("news", "wait");
            Clients.await(entered);
            redis.publish("other", "meanwhile");
            assertThat(inbox.next()).isEqualTo("other=meanwhile");
            otherHeard.countDown();
            Clients.await(left);
            assertThat(blocked)
                    .hasSize(count)
                    .allSatisfy(one -> assertThat(one.channels()).containsExactly("news"));
        }
    }

    @EachProtocol
    void handlersMaySubscribe(Resp resp, RedisServer server) throws Exception {
        CompletableFuture<Subscription> made = new CompletableFuture<>();
        try (Carmine redis = Clients.connect(server, resp);
                Subscription outer =
                        redis.subscribe("open", (channel, name) -> made.complete(redis.subscribe(name, inbox)))) {
            redis.publish("open", "inner");
            assertThat(made.get(Clients.PATIENCE.toSeconds(), TimeUnit.SECONDS).channels())
                    .containsExactly("inner");
            redis.publish("inner", "hello");
            assertThat(inbox.next()).isEqualTo("inner=hello");
        }
    }

    /** The second message waits already when the handler of the first one closes. */
    @EachProtocol
    void aHandlerThatClosesItsSubscriptionHearsNothingMore(Resp resp, RedisServer server) throws Exception {
        CompletableFuture<Subscription> own = new CompletableFuture<>();
        CountDownLatch released = new CountDownLatch(1);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Inbox<String> closing = new Inbox<>() {
            @Override
            public void onMessage(String channel, String message) {
                Clients.await(released);
                own.join().close();
                super.onMessage(channel, message);
            }
        };
        try (Carmine redis = Clients.connect(server, resp)) {
            Subscription subscription = redis.subscribe(
                    List.of("news"), TEXT, SubscriptionOptions.defaults().withExecutor(executor), closing);
            own.complete(subscription);
            try (Subscription witness = redis.subscribe("news", inbox)) {
                redis.publish("news", "1");
                redis.publish("news", "2");
                assertThat(inbox.next()).isEqualTo("news=1");
                assertThat(inbox.next()).isEqualTo("news=2");
                released.countDown();
                assertThat(closing.next()).isEqualTo("news=1");
                assertThatIllegalStateException().isThrownBy(() -> subscription.add("more"));
                assertThat(subscription.channels()).isEmpty();
            }
        }
        end(executor);
        assertThat(closing.messages).isEmpty();
    }

    /** All that was published waits already when the client is closed, but for the one that the handler has. */
    @EachProtocol
    void aClosedClientHandlesNothingMore(Resp resp, RedisServer server) throws Exception {
        int count = 500;
        CountDownLatch released = new CountDownLatch(1);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Inbox<String> slow = new Inbox<>() {
            @Override
            public void onMessage(String channel, String message) {
                Clients.await(released);
                super.onMessage(channel, message);
            }
        };
        Carmine redis = Clients.connect(server, resp);
        Subscription subscription = redis.subscribe(
                List.of("numbers"), TEXT, SubscriptionOptions.defaults().withExecutor(executor), slow);
        Subscription witness = redis.subscribe("numbers", inbox);
        for (int i = 0; i < count; i++) {
            redis.publish("numbers", i);
        }
        for (int i = 0; i < count; i++) {
            assertThat(inbox.next()).isEqualTo("numbers=" + i);
        }
        redis.close();
        released.countDown();
        end(executor);
        assertThat(slow.messages).containsExactly("numbers=0");
        assertThat(slow.gaps).isEmpty();
        assertThat(subscription.channels()).isEmpty();
        assertThat(witness.channels()).isEmpty();
    }

    /** Lets it do all that it was given. */
    private static void end(ExecutorService executor) throws InterruptedException {
        executor.shutdown();
        assertThat(executor.awaitTermination(Clients.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    /** The first handler overwrites what it has got before the others look at theirs. */
    @EachProtocol
    void everyHandlerHasBytesOfItsOwn(Resp resp, RedisServer server) {
        int count = 3;
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        CountDownLatch overwritten = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(count);
        try (Carmine redis = Clients.connect(server, resp)) {
            for (int i = 0; i < count; i++) {
                boolean overwrites = i == 0;
                MessageHandler<byte[]> handler = (channel, bytes) -> {
                    if (!overwrites) {
                        Clients.await(overwritten);
                    }
                    seen.add(new String(bytes, StandardCharsets.UTF_8));
                    Arrays.fill(bytes, (byte) '!');
                    overwritten.countDown();
                    read.countDown();
                };
                Subscription unused = redis.subscribe(
                        List.of("news"), TypeRef.of(byte[].class), SubscriptionOptions.defaults(), handler);
            }
            redis.publish("news", "abc");
            Clients.await(read);
        }
        assertThat(seen).containsExactly("abc", "abc", "abc");
    }

    /** The handler waits for something that only the connection's thread can bring. */
    @EachProtocol
    void anExecutorThatRunsInTheCallerDoesNotHoldUpTheConnection(Resp resp, RedisServer server) throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch added = new CountDownLatch(1);
        SubscriptionOptions options = SubscriptionOptions.defaults().withExecutor(Runnable::run);
        try (Carmine redis = Clients.connect(server, resp);
                Subscription subscription = redis.subscribe(List.of("news"), TEXT, options, (channel, message) -> {
                    entered.countDown();
                    Clients.await(added);
                    inbox.onMessage(channel, message);
                })) {
            redis.publish("news", "first");
            Clients.await(entered);
            subscription.add("more");
            added.countDown();
            assertThat(inbox.next()).isEqualTo("news=first");
            redis.publish("more", "second");
            assertThat(inbox.next()).isEqualTo("more=second");
        }
    }

    @EachProtocol
    void anExecutorThatRefusesLosesNothing(Resp resp, RedisServer server) throws Exception {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        SubscriptionOptions options =
                SubscriptionOptions.defaults().withQueueLimit(2).withExecutor(full);
        try (Carmine redis = Clients.connect(server, resp);
                Subscription subscription = redis.subscribe(List.of("news"), TEXT, options, inbox)) {
            for (int i = 0; i < 10; i++) {
                redis.publish("news", i);
                assertThat(inbox.next()).isEqualTo("news=" + i);
            }
            assertThat(subscription.dropped()).isZero();
        }
    }
}
