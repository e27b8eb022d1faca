package dev.carmine.it.chaos;

import static dev.carmine.client.command.Commands.incr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.ReconnectOptions;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;

/**
 * The server has been started and is still reading its data. It takes 25 ms a key, and looks at its connections every
 * two megabytes: the least that all versions can be told.
 */
@RedisTest(config = {"key-load-delay 25000", "rdbcompression no"})
class LoadingServerIT {
    private static final int KEYS = 60;
    private static final int VALUE_BYTES = 1 << 18;

    @BeforeEach
    void saveData(RedisServer server) {
        server.flushAll();
        server.call("DEBUG", "POPULATE", String.valueOf(KEYS), "key", String.valueOf(VALUE_BYTES));
        server.call("SAVE");
    }

    private static ClientOptions.Builder options(RedisServer server, Resp resp) {
        return Clients.options(server, resp)
                .reconnect(new ReconnectOptions(Duration.ofMillis(1), Duration.ofMillis(20)));
    }

    /** Kills the server and starts it without waiting until it serves. */
    private static Callers restart(RedisServer server) {
        server.kill();
        return Callers.start(number -> server.start());
    }

    private static void assertWasRefused(String command, RedisServer server) {
        assertThat(server.info("commandstats").get("cmdstat_" + command)).doesNotContain("rejected_calls=0,");
    }

    @EachProtocol
    void callsOfEveryKindAreTriedAgainUntilItHasLoaded(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, resp).build())) {
            Callers restart = restart(server);
            CompletableFuture<Long> future = redis.async().incr("count");
            CompletableFuture<?> pipeline = redis.async().pipeline(incr("pipeline"), incr("pipeline"));
            CompletableFuture<?> script = redis.async().eval("return redis.call('INCR', KEYS[1])", List.of("script"));
            Callers session = Callers.start(number ->
                    assertThat(redis.<Long>session(s -> s.incr("session"))).isOne());
            Callers blocked = Callers.start(number ->
                    assertThat(redis.blpop(Duration.ofMillis(1), "queue")).isNull());
            assertThat(redis.get("key:1")).hasSize(VALUE_BYTES);
            assertThat(future.join()).isOne();
            assertThat(pipeline.join()).isEqualTo(List.of(1L, 2L));
            assertThat(script.join()).isEqualTo(1L);
            session.awaitEnd();
            blocked.awaitEnd();
            restart.awaitEnd();
            assertWasRefused("get", server);
            assertWasRefused("incr", server);
        }
    }

    @EachProtocol
    void aClientConnectsMeanwhile(Resp resp, RedisServer server) {
        Callers restart = restart(server);
        try (Carmine redis =
                Carmine.connect(options(server, resp).connectLazily().build())) {
            assertThat(redis.incr("count")).isOne();
            restart.awaitEnd();
            assertWasRefused("incr", server);
        }
    }

    /** While it loads the server answers so seldom that the time may also be over before it has said so. */
    @EachProtocol
    void aCallWithLittleTimeEndsWithWhatIsKnown(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, resp).build())) {
            Callers restart = restart(server);
            CarmineException e = catchThrowableOfType(
                    CarmineException.class,
                    () -> redis.withTimeout(Duration.ofMillis(400)).incr("impatient"));
            if (e instanceof CarmineServerException refused) {
                assertThat(refused.code()).isEqualTo("LOADING");
            } else {
                assertThat(e).isInstanceOf(CarmineTimeoutException.class);
            }
            assertThat(redis.incr("patient")).isOne();
            restart.awaitEnd();
            assertThat(redis.get("impatient")).as("refused, not executed").isNull();
        }
    }
}
