package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.ConnectionEvent;
import dev.carmine.client.Credentials;
import dev.carmine.client.CredentialsProvider;
import dev.carmine.client.Fate;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that is asked as whom to connect: what it gives, throws, or does not give in time. */
@RedisTest(password = "sesame", users = "ann on >first ~* &* +@all")
class CredentialsIT {
    private static final Credentials ANN = new Credentials("ann", "first");

    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
    }

    private static ClientOptions.Builder options(RedisServer server, CredentialsProvider provider) {
        return Clients.options(server)
                .uri("redis://" + server.host() + ":" + server.port())
                .credentials(provider);
    }

    private static String whoami(Carmine redis) {
        return String.valueOf(redis.call(Command.of("ACL WHOAMI").retryable()));
    }

    @EachProtocol
    void everyConnectionIsThatOfTheUserWhomTheProviderNames(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(
                options(server, () -> ANN).protocol(Clients.protocol(resp)).build())) {
            assertThat(whoami(redis)).isEqualTo("ann");
            assertThat(redis.<Object>session(session -> session.call(Command.of("ACL WHOAMI"))))
                    .isEqualTo("ann");
        }
    }

    @EachProtocol
    void aPasswordWithoutAUserIsThatOfTheDefaultOne(Resp resp, RedisServer server) {
        CredentialsProvider fixed = CredentialsProvider.fixed(new Credentials(null, "sesame"));
        try (Carmine redis = Carmine.connect(
                options(server, fixed).protocol(Clients.protocol(resp)).build())) {
            assertThat(whoami(redis)).isEqualTo("default");
        }
    }

    /** What changed without a push is found out at the next connection. */
    @EachProtocol
    void theProviderIsAskedForEachConnection(Resp resp, RedisServer server) {
        server.call("ACL", "SETUSER", "carl", "reset", "on", ">one", "~*", "&*", "+@all");
        AtomicReference<String> password = new AtomicReference<>("one");
        AtomicInteger asked = new AtomicInteger();
        CredentialsProvider provider = () -> {
            asked.incrementAndGet();
            assertThat(Thread.currentThread().getName()).matches("carmine-\\d+-(wire|dedicated-\\d+)-credentials");
            return new Credentials("carl", String.valueOf(password.get()));
        };
        try (Carmine redis = Carmine.connect(
                options(server, provider).protocol(Clients.protocol(resp)).build())) {
            assertThat(redis.ping()).isEqualTo("PONG");
            assertThat(asked).hasValue(1);
            server.call("ACL", "SETUSER", "carl", "<one", ">two");
            password.set("two");
            server.call("CLIENT", "KILL", "USER", "carl");
            assertThat(whoami(redis)).isEqualTo("carl");
            assertThat(asked).hasValue(2);
            redis.session(session -> session.ping());
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void whatTheProviderThrowsIsNamedWithoutItsMessage(RedisServer server) {
        CredentialsProvider provider = () -> {
            throw new TimeoutException("GET https://vault/?token=hush-hush");
        };
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect(options(server, provider).build()))
                .withMessage("connecting to 127.0.0.1:" + server.port() + " failed: the credentials provider threw"
                        + " java.util.concurrent.TimeoutException"
                        + " (its message is withheld, since it might hold a secret)")
                .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT))
                .satisfies(e -> assertThat(SecretsIT.everythingOf(e))
                        .contains("whatTheProviderThrows")
                        .doesNotContain("hush"));
    }

    @Test
    @SuppressWarnings("NullAway") // what providers without a checker of nullness can do
    void aProviderThatGivesNothingIsNamed(RedisServer server) {
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect(options(server, () -> null).build()))
                .withMessageEndingWith("the credentials provider gave null");
    }

    @Test
    void aProviderThatHangsIsWaitedForUntilTheConnectTimeoutAndInterruptedAtTheEnd(RedisServer server)
            throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CredentialsProvider provider = () -> {
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts down");
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        };
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect(options(server, provider)
                        .connectTimeout(Duration.ofMillis(200))
                        .build()))
                .withMessageEndingWith("asking the credentials provider took too long");
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @EachProtocol
    void callsWaitUntilAProviderThatHasFailedGivesSomethingAgain(Resp resp, RedisServer server) {
        AtomicReference<CredentialsProvider> behaviour = new AtomicReference<>(() -> ANN);
        Queue<ConnectionEvent> events = new ConcurrentLinkedQueue<>();
        try (Carmine redis = Carmine.connect(
                options(server, () -> Objects.requireNonNull(behaviour.get()).credentials())
                        .protocol(Clients.protocol(resp))
                        .listener(events::add)
                        .build())) {
            behaviour.set(() -> {
                throw new IllegalStateException("hush-hush");
            });
            server.call("CLIENT", "KILL", "USER", "ann");
            assertThatExceptionOfType(CarmineTimeoutException.class)
                    .isThrownBy(() -> redis.withTimeout(Duration.ofMillis(300)).get("none"))
                    .withMessageContaining("the credentials provider threw java.lang.IllegalStateException");
            behaviour.set(() -> ANN);
            assertThat(redis.ping()).isEqualTo("PONG");
        }
        assertThat(events)
                .anySatisfy(event -> assertThat(event.toString()).contains("the credentials provider threw"))
                .noneSatisfy(event -> assertThat(event.toString()).contains("hush"));
    }

    /** The server may have forgotten what the provider gave before the push, so the attempt is not to end with that. */
    @EachProtocol
    void whatIsPushedWhileTheProviderIsAskedWins(Resp resp, RedisServer server) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch pushed = new CountDownLatch(1);
        AtomicReference<Consumer<? super Credentials>> client = new AtomicReference<>();
        CredentialsProvider provider = new CredentialsProvider() {
            @Override
            public Credentials credentials() throws InterruptedException {
                asked.countDown();
                pushed.await();
                return new Credentials("ann", "long forgotten");
            }

            @Override
            public AutoCloseable subscribe(Consumer<? super Credentials> subscriber) {
                client.set(subscriber);
                return () -> client.set(null);
            }
        };
        try (Carmine redis = Carmine.connect(options(server, provider)
                .protocol(Clients.protocol(resp))
                .connectLazily()
                .build())) {
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            Objects.requireNonNull(client.get()).accept(ANN);
            pushed.countDown();
            assertThat(whoami(redis)).isEqualTo("ann");
        }
        assertThat(client).as("the subscription has ended").hasNullValue();
    }

    @Test
    void aProviderThatCannotBeSubscribedToMakesNoClient(RedisServer server) {
        CredentialsProvider provider = new CredentialsProvider() {
            @Override
            public Credentials credentials() {
                return ANN;
            }

            @Override
            public AutoCloseable subscribe(Consumer<? super Credentials> client) {
                throw new IllegalStateException("no subscriptions today");
            }
        };
        assertThatThrownBy(() -> Carmine.connect(options(server, provider).build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no subscriptions today");
    }
}
