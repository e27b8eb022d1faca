package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineOverloadException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Fate;
import dev.carmine.client.Limits;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.Seed;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server is frozen: it accepts bytes and connections, and does not answer. */
@RedisTest(isolated = true)
class SuspendedServerIT {
    private static final Duration MOMENT = Duration.ofMillis(200);

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    @AfterEach
    void goOn(RedisServer server) {
        server.resume();
    }

    private static void assertTimesOut(Carmine redis, Fate fate) {
        assertThatExceptionOfType(CarmineTimeoutException.class)
                .isThrownBy(() -> redis.incr("impatient"))
                .satisfies(e -> assertThat(e.fate()).as(e.getMessage()).isEqualTo(fate));
    }

    @EachProtocol
    void aFreezeShorterThanTheDeadlinesFailsNothing(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp);
                Load load = new Load(redis, Clients.PATIENCE, Seed.random("a short freeze"))) {
            load.threads(ThreadKind.PLATFORM, 32).futures(64);
            for (int i = 0; i < 3; i++) {
                load.awaitSuccesses(500);
                server.suspend();
                assertTimesOut(redis.withTimeout(MOMENT), Fate.UNKNOWN);
                server.resume();
            }
            load.awaitSuccesses(500);
            load.stop();
            load.counters().assertTrue(server);
            assertThat(load.failures()).isZero();
        }
    }

    @EachProtocol
    void aFreezeLongerThanTheDeadlinesEndsCallsAtThem(Resp resp, RedisServer server) {
        ClientOptions options =
                Clients.options(server, resp).commandTimeout(MOMENT).build();
        try (Carmine redis = Carmine.connect(options);
                Load load = new Load(redis, MOMENT, Seed.random("a long freeze"))) {
            load.threads(ThreadKind.PLATFORM, 32).futures(64);
            if (ThreadKind.VIRTUAL.isAvailable()) {
                load.threads(ThreadKind.VIRTUAL, 100);
            }
            for (int i = 0; i < 3; i++) {
                load.awaitSuccesses(500);
                server.suspend();
                load.awaitFailures(300);
                server.resume();
            }
            load.awaitSuccesses(500);
            load.stop();
            // What the server has read while it was frozen it has executed by the time it answers a newcomer.
            load.counters().assertTrue(server);
        }
    }

    @EachProtocol
    void anImpatientCallerDoesNotDisturbThePatientOnes(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Carmine impatient = redis.withTimeout(MOMENT);
            server.suspend();
            CompletableFuture<Long> before = redis.async().incr("patient");
            assertTimesOut(impatient, Fate.UNKNOWN);
            CompletableFuture<Long> after = redis.async().incr("patient");
            assertTimesOut(impatient, Fate.UNKNOWN);
            server.resume();
            assertThat(before.join()).isEqualTo(1);
            assertThat(after.join()).isEqualTo(2);
            assertThat(redis.get("impatient"))
                    .as("of unknown fate, and executed")
                    .isEqualTo("2");
        }
    }

    @Test
    void futuresFailAtOnceWhenTooMuchIsUnderWayAndWaitersFailAtTheirDeadlines(RedisServer server) {
        ClientOptions options = Clients.options(server)
                .limits(Limits.defaults().withCommandsInFlight(100))
                .build();
        try (Carmine redis = Carmine.connect(options)) {
            server.suspend();
            List<CompletableFuture<Long>> sent = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                sent.add(redis.async().incr("count"));
            }
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> redis.async().incr("count").join())
                    .withCauseInstanceOf(CarmineOverloadException.class)
                    .withMessageContaining("100 of 100 commands");
            assertTimesOut(redis.withTimeout(MOMENT), Fate.NOT_SENT);
            server.resume();
            assertThat(sent).extracting(CompletableFuture::join).contains(100L);
            assertThat(redis.incr("count")).isEqualTo(101);
        }
    }

    /** Megabytes do not fit between client and server, so that the last bytes of some call never leave. */
    @EachProtocol
    void whatDoesNotLeaveTheMachineIsNotSent(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            server.suspend();
            byte[] large = new byte[32 << 20];
            CompletableFuture<Boolean> stuck = redis.async().set("large", large);
            CompletableFuture<Long> behind = redis.async().incr("behind");
            assertThatExceptionOfType(CarmineTimeoutException.class)
                    .isThrownBy(() -> redis.withTimeout(MOMENT).incr("never"))
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
            server.resume();
            assertThat(stuck.join()).isTrue();
            assertThat(behind.join()).isOne();
            assertThat(redis.get("never")).isNull();
        }
    }
}
