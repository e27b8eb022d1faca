package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.Credentials;
import dev.carmine.client.Fate;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.ReconnectOptions;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.Session;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The server refuses dedicated connections: borrowers hear why within their time, and no place of the pool is lost. */
@RedisTest(
        isolated = true,
        users = {"ann on >first ~* &* +@all"})
class PoolRefusalIT {
    private static final int SIZE = 3;
    private static final int ATTEMPTS = 100;
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration LONGER = Duration.ofMillis(300);

    private final RotatingCredentials rotating = new RotatingCredentials(new Credentials("ann", "first"));

    private Carmine connect(RedisServer server, Resp resp) {
        ClientOptions options = Clients.options(server, resp)
                .pool(PoolOptions.defaults().withMaxSize(SIZE))
                .reconnect(new ReconnectOptions(Duration.ofMillis(1), Duration.ofMillis(10)))
                .credentials(rotating)
                .build();
        return Carmine.connect(options);
    }

    /** Borrows a hundred times in vain, and hears why. */
    private static void assertRefused(Carmine redis, String reason) {
        Carmine hasty = redis.withTimeout(MOMENT);
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThatExceptionOfType(CarmineUnansweredException.class)
                    .isThrownBy(() -> hasty.session(Session::ping))
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
        }
        assertSaysWhy(() -> redis.withTimeout(LONGER).session(Session::ping), reason);
        assertSaysWhy(() -> redis.withTimeout(LONGER).blpop(MOMENT, "queue"), reason);
        assertThat(redis.stats().pool().lent()).isZero();
    }

    /** An attempt to connect takes its time, on a busy machine more than the call has. */
    private static void assertSaysWhy(ThrowingCallable call, String reason) {
        await().atMost(Clients.PATIENCE)
                .untilAsserted(() -> assertThatExceptionOfType(CarmineUnansweredException.class)
                        .isThrownBy(call)
                        .withMessageContaining(reason));
    }

    private static void assertAllPlacesAreThere(Carmine redis) {
        CountDownLatch together = new CountDownLatch(SIZE);
        Callers.start(
                        ThreadKind.PLATFORM,
                        SIZE,
                        number -> redis.session(session -> {
                            assertThat(session.ping()).isEqualTo("PONG");
                            together.countDown();
                            return Clients.await(together);
                        }))
                .awaitEnd();
        assertThat(redis.stats().pool().lent()).isZero();
        assertThat(redis.stats().pool().idle()).isEqualTo(SIZE);
    }

    @EachProtocol
    void becauseItIsFull(Resp resp, RedisServer server) {
        try (RawConnection operator = server.connect();
                Carmine redis = connect(server, resp)) {
            operator.call("CONFIG", "SET", "maxclients", "1");
            assertRefused(redis, "ERR max number of clients reached");
            operator.call("CONFIG", "SET", "maxclients", "1000");
            assertAllPlacesAreThere(redis);
        }
    }

    @EachProtocol
    void becauseItKnowsAnotherPassword(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            server.call("ACL", "SETUSER", "ann", "resetpass", ">second");
            assertRefused(redis, "WRONGPASS");
            server.call("ACL", "SETUSER", "ann", "resetpass", ">first");
            assertAllPlacesAreThere(redis);
        }
    }

    @EachProtocol
    void becauseItIsNotThere(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            server.shutdown();
            assertRefused(redis, "Connection refused");
            server.start();
            assertAllPlacesAreThere(redis);
        }
    }

    /** The credentials' refusal is known at once; nobody waits for his deadline to hear it. */
    @Test
    void aWrongPasswordFailsTheBorrowerAtOnce(RedisServer server) {
        try (Carmine redis = connect(server, Resp.RESP3)) {
            server.call("ACL", "SETUSER", "ann", "resetpass", ">second");
            long start = System.nanoTime();
            assertThatExceptionOfType(CarmineUnansweredException.class)
                    .isThrownBy(() -> redis.session(
                            session -> session.call(Command.of("ECHO").arg("x"))))
                    .withMessageContaining("the server refuses the credentials: WRONGPASS");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Clients.PATIENCE);
            server.call("ACL", "SETUSER", "ann", "resetpass", ">first");
        }
    }
}
