package dev.carmine.it.chaos;

import static dev.carmine.client.command.Commands.incr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.process.Polling;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.RawErrorException;
import dev.carmine.it.wire.RespBytes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A script runs for so long that the server refuses everybody else. */
@RedisTest(config = "lua-time-limit 10")
class BusyServerIT {
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final int ATTEMPTS = 20;

    private final CompletableFuture<RawConnection> author = new CompletableFuture<>();

    @BeforeEach
    void beginEndlessScript(RedisServer server) {
        server.flushAll();
        RawConnection connection = server.connect();
        connection.send(RespBytes.command("EVAL", "while true do end", "0"));
        author.complete(connection);
        Polling.require(Clients.PATIENCE, () -> isBusy(server), () -> "the script does not run");
    }

    @AfterEach
    void endScript(RedisServer server) {
        if (isBusy(server)) {
            server.call("SCRIPT", "KILL");
        }
        author.join().close();
    }

    private static boolean isBusy(RedisServer server) {
        try {
            server.call("PING");
            return false;
        } catch (RawErrorException e) {
            return String.valueOf(e.getMessage()).startsWith("BUSY");
        }
    }

    private static Carmine connect(RedisServer server, Resp resp) {
        return Carmine.connect(Clients.options(server, resp).connectLazily().build());
    }

    /**
     * Makes a call that is refused until its time is over; what was called before on the same connection has then been
     * refused as well. On a busy machine the server may not have answered the last try in time, so several are made.
     *
     * @return the key of that call
     */
    private static String incrementRefused(Carmine redis) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String key = "impatient:" + attempt;
            CarmineException e = catchThrowableOfType(
                    CarmineException.class, () -> redis.withTimeout(MOMENT).incr(key));
            if (e instanceof CarmineServerException refused) {
                assertThat(refused.code()).isEqualTo("BUSY");
                return key;
            }
            assertThat(e).isInstanceOf(CarmineTimeoutException.class);
        }
        return fail("none of " + ATTEMPTS + " calls was refused");
    }

    @EachProtocol
    void callsOfEveryKindAreTriedAgainUntilTheScriptHasEnded(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp)) {
            CompletableFuture<Long> future = redis.async().incr("count");
            CompletableFuture<?> pipeline = redis.async().pipeline(incr("pipeline"), incr("pipeline"));
            CompletableFuture<?> script = redis.async().eval("return redis.call('INCR', KEYS[1])", List.of("script"));
            Callers caller =
                    Callers.start(number -> assertThat(redis.get("none")).isNull());
            Callers session = Callers.start(number ->
                    assertThat(redis.<Long>session(s -> s.incr("session"))).isOne());
            Callers blocked = Callers.start(number ->
                    assertThat(redis.blpop(Duration.ofMillis(1), "queue")).isNull());
            String refused = incrementRefused(redis);
            assertThat(redis.scriptKill()).isEqualTo("OK");
            assertThatThrownBy(() -> author.join().read()).isInstanceOf(RawErrorException.class);
            assertThat(future.join()).isOne();
            assertThat(pipeline.join()).isEqualTo(List.of(1L, 2L));
            assertThat(script.join()).isEqualTo(1L);
            caller.awaitEnd();
            session.awaitEnd();
            blocked.awaitEnd();
            assertThat(redis.get(refused)).as("refused, not executed").isNull();
        }
    }

    @EachProtocol
    void aClientOfAnotherDatabaseConnectsWhenTheScriptHasEnded(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                .uri(server.address().uri("", 1))
                .connectLazily()
                .build())) {
            CompletableFuture<Long> future = redis.async().incr("count");
            assertThatThrownBy(() -> redis.withTimeout(MOMENT).incr("impatient"))
                    .hasMessageContaining("BUSY");
            server.call("SCRIPT", "KILL");
            assertThat(future.join()).isOne();
        }
    }
}
