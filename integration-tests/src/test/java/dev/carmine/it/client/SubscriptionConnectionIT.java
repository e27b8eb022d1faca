package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Credentials;
import dev.carmine.client.Fate;
import dev.carmine.client.Gap;
import dev.carmine.client.Monitor;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.Subscription;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.RawErrorException;
import dev.carmine.it.wire.RespBytes;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;

/** The connection that all {@link Subscription}s of a client share: when there is one, as whom, and what it survives. */
@SuppressWarnings("try") // a subscription is made to listen, not to be called
@RedisTest(
        config = "lua-time-limit 10",
        users = {"ann on >one ~* &* +@all", "bob on >builder ~* &* +@all"})
class SubscriptionConnectionIT {
    /** In bytes: more than a connection says to introduce itself. */
    private static final int HANDSHAKE_AND_REPEATS = 500;

    private final Inbox<String> inbox = new Inbox<>();

    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
    }

    /** Every connection that is subscribed to something, as CLIENT LIST shows it. */
    private static String connections(RedisServer server) {
        return String.valueOf(server.call("CLIENT", "LIST", "TYPE", "pubsub"));
    }

    private static String field(String name, String connection) {
        return connection.replaceFirst("(?s)(?:.* )?" + name + "=(\\S*).*", "$1");
    }

    @EachProtocol
    void itEndsWithTheLastSubscription(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Subscription subscription = redis.subscribe("news", inbox);
            subscription.close();
            await().atMost(Clients.PATIENCE).until(() -> connections(server), String::isBlank);
            try (Subscription again = redis.subscribe("news", inbox)) {
                assertThat(redis.publish("news", "x")).isEqualTo(1);
            }
        }
    }

    @EachProtocol
    void whatCannotBeConfirmedInTimeIsNotSubscribedTo(Resp resp, RedisServer shared) {
        try (RedisServer server = RedisServers.start();
                Carmine redis = Clients.connect(server, resp)) {
            server.kill();
            assertThatExceptionOfType(CarmineTimeoutException.class)
                    .isThrownBy(() -> redis.withTimeout(Duration.ofMillis(300)).subscribe("news", inbox))
                    .withMessageContaining("was not confirmed within 300 ms (not sent; there is no connection: ")
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
            server.start();
            try (Subscription next = redis.subscribe("next", inbox)) {
                next.add("after all that was asked before");
                assertThat(redis.publish("news", "nobody")).isZero();
            }
        }
    }

    @EachProtocol
    void whoeverAddsTheSameWaitsForItsConfirmationToo(Resp resp, RedisServer shared) throws Exception {
        try (RedisServer server = RedisServers.start();
                Carmine redis = Clients.connect(server, resp);
                Subscription subscription = redis.subscribe("a", inbox)) {
            server.kill();
            Callers first = Callers.start(number -> subscription.add("b"));
            await().atMost(Clients.PATIENCE).until(() -> subscription.channels().contains("b"));
            Callers second = Callers.start(number -> {
                subscription.add("b");
                assertThat(server.call("PUBLISH", "b", "hello")).isEqualTo(1L);
            });
            await().atMost(Clients.PATIENCE).until(() -> !second.areRunning() || isWaiting(second));
            server.start();
            first.awaitEnd();
            second.awaitEnd();
            assertThat(inbox.next()).isEqualTo("b=hello");
        }
    }

    private static boolean isWaiting(Callers caller) {
        return caller.threads().get(0).getState() == Thread.State.TIMED_WAITING;
    }

    /** The proxy shows that the server has answered, which can only have been a refusal. */
    @EachProtocol
    void aBusyServerIsWaitedFor(Resp resp, RedisServer server) throws Exception {
        try (FaultProxy proxy = FaultProxy.to(server.address());
                Carmine redis = Carmine.connect(Clients.to(proxy.address())
                        .protocol(Clients.protocol(resp))
                        .connectTimeout(Clients.PATIENCE)
                        .commandTimeout(Clients.PATIENCE)
                        .build());
                Subscription subscription = redis.subscribe("news", inbox);
                RawConnection author = server.connect()) {
            author.send(RespBytes.command("EVAL", "while true do end", "0"));
            await().atMost(Clients.PATIENCE).until(() -> isBusy(server));
            long before = proxy.bytes(Direction.TO_CLIENT);
            Callers caller = Callers.start(number -> subscription.add("more"));
            proxy.awaitBytes(Direction.TO_CLIENT, before + 1);
            assertThat(server.call("SCRIPT", "KILL")).isEqualTo("OK");
            caller.awaitEnd();
            assertThat(redis.publish("more", "hello")).isEqualTo(1);
            assertThat(inbox.next()).isEqualTo("more=hello");
            assertThat(inbox.gaps).isEmpty();
        }
    }

    @EachProtocol
    void aMonitorWaitsForABusyServer(Resp resp, RedisServer server) throws Exception {
        try (FaultProxy proxy = FaultProxy.to(server.address());
                Carmine redis = Carmine.connect(Clients.to(proxy.address())
                        .protocol(Clients.protocol(resp))
                        .connectTimeout(Clients.PATIENCE)
                        .commandTimeout(Clients.PATIENCE)
                        .build());
                RawConnection author = server.connect()) {
            author.send(RespBytes.command("EVAL", "while true do end", "0"));
            await().atMost(Clients.PATIENCE).until(() -> isBusy(server));
            BlockingQueue<Monitor> monitors = new LinkedBlockingQueue<>();
            long before = proxy.bytes(Direction.TO_SERVER);
            Callers caller = Callers.start(number -> monitors.add(redis.monitor(command -> {})));
            proxy.awaitBytes(Direction.TO_SERVER, before + HANDSHAKE_AND_REPEATS);
            assertThat(server.call("SCRIPT", "KILL")).isEqualTo("OK");
            caller.awaitEnd();
            monitors.remove().close();
        }
    }

    private static boolean isBusy(RedisServer server) {
        try {
            server.call("PING");
            return false;
        } catch (RawErrorException e) {
            return String.valueOf(e.getMessage()).startsWith("BUSY");
        }
    }

    @EachProtocol
    void aServerThatSaysNothingIsAsked(Resp resp, RedisServer server) throws Exception {
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                        .idleCheck(Duration.ofMillis(50))
                        .build());
                Subscription unused = redis.subscribe("news", inbox)) {
            String connection = field("id", connections(server));
            await().atMost(Clients.PATIENCE).until(() -> field("cmd", connections(server)), "ping"::equals);
            redis.publish("news", "after its answer");
            assertThat(inbox.next()).isEqualTo("news=after its answer");
            assertThat(field("id", connections(server))).as("the connection").isEqualTo(connection);
            assertThat(inbox.gaps).isEmpty();
        }
    }

    @EachProtocol
    void wrongCredentialsAreToldAndNotWaitedFor(Resp resp, RedisServer server) {
        server.call("ACL", "SETUSER", "carol", "on", ">one", "~*", "&*", "+@all");
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                .uri("redis://carol:one@" + server.host() + ":" + server.port())
                .build())) {
            server.call("ACL", "SETUSER", "carol", "resetpass", ">two");
            assertThatExceptionOfType(CarmineConnectionException.class)
                    .isThrownBy(() -> redis.subscribe("news", inbox))
                    .withMessageContaining("the server refuses the credentials")
                    .withMessageContaining("WRONGPASS")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("one@"));
        }
    }

    /** RESP3 lets a connection authenticate while it listens; with RESP2 the next connection is another user's. */
    @EachProtocol
    void pushedCredentialsAreItsOwn(Resp resp, RedisServer server) throws Exception {
        RotatingCredentials rotating = new RotatingCredentials(new Credentials("ann", "one"));
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                        .uri("redis://" + server.host() + ":" + server.port())
                        .credentials(rotating)
                        .build());
                Subscription unused = redis.subscribe("news", inbox)) {
            String connection = field("id", connections(server));
            assertThat(field("user", connections(server))).isEqualTo("ann");
            rotating.update(new Credentials("bob", "builder"));
            if (resp == Resp.RESP2) {
                server.call("CLIENT", "KILL", "ID", connection);
                assertThat(inbox.nextGap()).isInstanceOf(Gap.Disconnected.class);
            }
            await().atMost(Clients.PATIENCE).until(() -> field("user", connections(server)), "bob"::equals);
            redis.publish("news", "hello");
            assertThat(inbox.next()).isEqualTo("news=hello");
            assertThat(inbox.gaps).isEmpty();
            if (resp == Resp.RESP3) {
                assertThat(field("id", connections(server))).isEqualTo(connection);
            }
        }
    }
}
