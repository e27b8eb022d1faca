package dev.carmine.it.client;

import static dev.carmine.it.client.BlockingCommandsIT.awaitBlocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.ConnectionEvent;
import dev.carmine.client.ConnectionEvent.AuthenticationFailed;
import dev.carmine.client.Credentials;
import dev.carmine.client.ReconnectOptions;
import dev.carmine.client.Reply;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.Session;
import dev.carmine.client.command.Commands;
import dev.carmine.client.command.KeyedElement;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials that change while connections live. */
@RedisTest(
        password = "sesame",
        users = {"ann on >one ~* &* +@all", "bob on >builder ~* &* +@all"})
class PushedCredentialsIT {
    private static final Credentials ANN = new Credentials("ann", "one");
    private static final Credentials BOB = new Credentials("bob", "builder");
    private static final Duration FOR_EVER = Duration.ZERO;

    private final RotatingCredentials rotating = new RotatingCredentials(ANN);
    private final Queue<ConnectionEvent> events = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
        server.call("ACL", "SETUSER", "ann", "resetpass", ">one");
    }

    private ClientOptions.Builder options(RedisServer server) {
        return Clients.options(server)
                .uri("redis://" + server.host() + ":" + server.port())
                .credentials(rotating)
                .reconnect(new ReconnectOptions(Duration.ofMillis(1), Duration.ofMillis(20)))
                .listener(events::add);
    }

    private Carmine connect(RedisServer server, Resp resp) {
        return Carmine.connect(options(server).protocol(Clients.protocol(resp)).build());
    }

    private static String whoami(Carmine redis) {
        return String.valueOf(redis.call(Command.of("ACL WHOAMI").retryable()));
    }

    private static String whoami(Session session) {
        return String.valueOf(session.call(Command.of("ACL WHOAMI")));
    }

    @EachProtocol
    void aPasswordIsRotatedWithoutAnybodyNoticing(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            redis.session(Session::ping);
            server.call("ACL", "SETUSER", "ann", ">two");
            rotating.update(new Credentials("ann", "two"));
            server.call("ACL", "SETUSER", "ann", "<one");
            assertThat(whoami(redis)).isEqualTo("ann");
            assertThat(redis.<String>session(PushedCredentialsIT::whoami)).isEqualTo("ann");
            server.call("CLIENT", "KILL", "USER", "ann");
            assertThat(whoami(redis)).as("a new connection").isEqualTo("ann");
            assertThat(redis.<String>session(PushedCredentialsIT::whoami)).isEqualTo("ann");
        }
        assertThat(events).noneMatch(AuthenticationFailed.class::isInstance);
    }

    @EachProtocol
    void theSharedConnectionIsAnotherUsersAtOnceAndADedicatedOneWhenItIsLentAgain(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            long shared = redis.clientId();
            long dedicated = redis.<Long>session(Session::clientId);
            rotating.update(BOB);
            await().atMost(Clients.PATIENCE).until(() -> userOf(server, shared), "bob"::equals);
            assertThat(userOf(server, dedicated)).as("nobody needs it").isEqualTo("ann");
            redis.session(session -> {
                assertThat(session.clientId()).isEqualTo(dedicated);
                return assertThat(whoami(session)).isEqualTo("bob");
            });
            assertThat(redis.clientId()).isEqualTo(shared);
        }
    }

    private static String userOf(RedisServer server, long connection) {
        String line = String.valueOf(server.call("CLIENT", "LIST", "ID", Long.toString(connection)));
        return line.replaceFirst("(?s).* user=(\\S*).*", "$1");
    }

    /** The caller that leads, the link's thread that serves others, and futures: whoever sends next is already him. */
    @EachProtocol
    void whatIsCalledAfterAPushRunsAsTheNewUser(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            for (int i = 0; i < 50; i++) {
                Credentials pushed = i % 2 == 0 ? BOB : ANN;
                for (int warm = 0; warm < 40; warm++) {
                    redis.ping();
                }
                rotating.update(pushed);
                assertThat(whoami(redis)).isEqualTo(pushed.user());
                assertThat(redis.async().callAsync(Command.of("ACL WHOAMI")).join())
                        .isEqualTo(pushed.user());
                assertThat(redis.<String>session(PushedCredentialsIT::whoami)).isEqualTo(pushed.user());
            }
        }
    }

    @EachProtocol
    void aPasswordWithoutAUserMakesItTheDefaultOnes(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            rotating.update(new Credentials(null, "sesame"));
            assertThat(whoami(redis)).isEqualTo("default");
        }
    }

    @Test
    @RedisTest(
            resp2Only = true,
            password = "sesame",
            users = {"ann on >one ~* &* +@all", "bob on >builder ~* &* +@all"})
    void aServerWithoutHelloIsToldAsWell(RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server).build())) {
            assertThat(whoami(redis)).isEqualTo("ann");
            rotating.update(BOB);
            assertThat(whoami(redis)).isEqualTo("bob");
            rotating.update(new Credentials(null, "sesame"));
            assertThat(whoami(redis)).isEqualTo("default");
        }
    }

    @EachProtocol
    void whatTheServerRefusesIsToldAndTheConnectionStaysWhatItWas(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            long connection = redis.clientId();
            rotating.update(new Credentials("ann", "not-hers"));
            assertThat(whoami(redis)).isEqualTo("ann");
            assertThat(redis.clientId()).isEqualTo(connection);
            await().atMost(Clients.PATIENCE)
                    .untilAsserted(() -> assertThat(events)
                            .anySatisfy(event -> assertThat(event)
                                    .isInstanceOfSatisfying(
                                            AuthenticationFailed.class,
                                            failed -> assertThat(failed.message())
                                                    .contains("WRONGPASS")
                                                    .doesNotContain("not-hers"))));
        }
    }

    @EachProtocol
    void aBlockedCallIsNotDisturbed(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            CompletableFuture<KeyedElement<String>> blocked = redis.async().blpop(FOR_EVER, "queue");
            awaitBlocked(server, 1);
            rotating.update(BOB);
            assertThat(whoami(redis)).isEqualTo("bob");
            awaitBlocked(server, 1);
            redis.rpush("queue", "element");
            assertThat(blocked.join()).isEqualTo(new KeyedElement<>("queue", "element"));
            assertThat(redis.<String>session(PushedCredentialsIT::whoami)).isEqualTo("bob");
        }
    }

    /** AUTH inside MULTI would be an error, and break the transaction; between a pipeline's commands it would be seen. */
    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void transactionsAndPipelinesAreNotDisturbedByPushes(ThreadKind kind, RedisServer server) {
        AtomicBoolean over = new AtomicBoolean();
        try (Carmine redis = Carmine.connect(options(server).build())) {
            Callers pusher = Callers.start(number -> {
                for (int i = 0; !over.get(); i++) {
                    rotating.update(i % 2 == 0 ? BOB : ANN);
                    Thread.onSpinWait();
                }
            });
            Callers callers = Callers.start(kind, 6, number -> {
                for (int i = 0; i < 200; i++) {
                    boolean undisturbed = redis.transaction(1, tx -> {
                        String user = whoami(tx.now());
                        Reply<Long> count = tx.incr("count");
                        Reply<?> sameUser = tx.add(Command.of("ACL WHOAMI"));
                        return () -> count.get() > 0 && user.equals(sameUser.get());
                    });
                    assertThat(undisturbed).isTrue();
                    List<?> users =
                            redis.pipeline(Commands.incr("count"), Command.of("ACL WHOAMI"), Command.of("ACL WHOAMI"));
                    assertThat(users.get(1)).isEqualTo(users.get(2));
                }
            });
            callers.awaitEnd();
            over.set(true);
            pusher.awaitEnd();
            assertThat(redis.get("count")).isEqualTo(String.valueOf(6 * 200 * 2));
        }
        assertThat(events).noneMatch(AuthenticationFailed.class::isInstance);
    }

    /** Whatever happens at the same time, the connection ends up as the user who was pushed last. */
    @EachProtocol
    void theLastPushWinsWhileConnectionsComeAndGo(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            for (int i = 0; i < 60; i++) {
                server.call("CLIENT", "KILL", "USER", i % 2 == 0 ? "ann" : "bob");
                Credentials last = i % 2 == 0 ? BOB : ANN;
                rotating.update(last);
                assertThat(whoami(redis)).isEqualTo(last.user());
            }
        }
    }

    @Test
    void manyClientsMayShareCredentialsAndLeaveThemAtTheirEnd(RedisServer server) {
        Carmine first = Carmine.connect(options(server).build());
        Carmine second = Carmine.connect(options(server).build());
        rotating.update(BOB);
        assertThat(List.of(whoami(first), whoami(second))).containsOnly("bob");
        first.close();
        rotating.update(ANN);
        assertThat(whoami(second)).isEqualTo("ann");
        second.close();
        rotating.update(BOB);
        assertThat(events).noneMatch(AuthenticationFailed.class::isInstance);
    }
}
