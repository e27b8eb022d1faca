package dev.carmine.it.client;

import static dev.carmine.client.command.Commands.get;
import static dev.carmine.client.command.Commands.incr;
import static dev.carmine.client.command.Commands.scriptFlush;
import static dev.carmine.client.command.Commands.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.Reply;
import dev.carmine.client.Script;
import dev.carmine.client.TypeRef;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** {@link Script}: by its digest where the server has it, by its text where it has not. */
@RedisTest
class ScriptIT {
    private static final TypeRef<List<Integer>> NUMBERS = new TypeRef<>() {};
    private static final Script ADD = Script.of("return redis.call('INCRBY', _:counter, _:by)");

    @BeforeEach
    void forgetScripts(RedisServer server) {
        server.flushAll();
        server.call("SCRIPT", "FLUSH");
    }

    private static Command<Long> add(long by) {
        return ADD.with(Map.of("counter", "count"), Map.of("by", by)).asLong();
    }

    /** How often the server was asked for each of the two commands. */
    private static String calls(Carmine redis) {
        String stats =
                String.valueOf(redis.call(Command.of("INFO").arg("commandstats").asText()));
        return callsOf("eval", stats) + " by text, " + callsOf("evalsha", stats) + " by digest";
    }

    private static String callsOf(String command, String stats) {
        return stats.lines()
                .filter(line -> line.startsWith("cmdstat_" + command + ":"))
                .map(line -> line.replaceAll(".*:calls=(\\d+),.*", "$1"))
                .findFirst()
                .orElse("0");
    }

    @EachProtocol
    void theTextIsSaidOnlyToAServerThatDoesNotKnowIt(Resp resp, RedisServer server) {
        server.call("CONFIG", "RESETSTAT");
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.call(add(1))).isEqualTo(1);
            assertThat(redis.call(add(2))).isEqualTo(3);
            assertThat(redis.async().callAsync(add(3)).join()).isEqualTo(6);
            assertThat(calls(redis))
                    .isIn("1 by text, 3 by digest", "1 by text, 2 by digest"); // 7.0 counts failed ones apart
            redis.scriptFlush();
            assertThat(redis.async().callAsync(add(1)).join()).isEqualTo(7);
            redis.scriptFlush();
            assertThat(redis.<Long>session(session -> session.call(add(1)))).isEqualTo(8);
            assertThat(redis.scriptExists(ADD.sha1()))
                    .as("names have become numbers")
                    .containsExactly(false);
        }
    }

    @EachProtocol
    void theEffectsOfAPipelineKeepTheirOrder(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            List<@Nullable Object> replies =
                    redis.pipeline(set("count", 10), add(1), incr("count"), add(1), get("count"));
            assertThat(replies).containsExactly(true, 11L, 12L, 13L, "13");
            assertThat(redis.async().pipeline(scriptFlush(), add(1), add(1)).join())
                    .containsExactly("OK", 14L, 15L);
            List<?> inSession = redis.session(session -> session.pipeline(add(1), add(1)));
            assertThat(inSession).isEqualTo(List.of(16L, 17L));
        }
    }

    @EachProtocol
    void whatTheServerForgetsWithinAPipelineIsThatCommandsError(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> redis.pipeline(add(1), scriptFlush(), add(1), incr("count")))
                    .satisfies(e -> assertThat(e.replies().get(2))
                            .isInstanceOfSatisfying(
                                    CarmineServerException.class,
                                    error -> assertThat(error.code()).isEqualTo("NOSCRIPT")))
                    .satisfies(e -> assertThat(e.replies().get(3)).isEqualTo(2L));
        }
    }

    @EachProtocol
    void transactionsAreWhole(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.multi(incr("count"), add(1), add(1))).containsExactly(1L, 2L, 3L);
            redis.scriptFlush();
            long count = redis.transaction(1, tx -> {
                Reply<Long> unused = tx.add(add(1));
                return tx.add(add(1));
            });
            assertThat(count).isEqualTo(5);
        }
    }

    @EachProtocol
    void aServerThatWasRestartedLearnsItAgain(Resp resp, RedisServer shared) {
        try (RedisServer server = RedisServers.start();
                Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.call(add(1))).isEqualTo(1);
            server.kill();
            server.start();
            assertThat(redis.call(add(1))).isEqualTo(1);
        }
    }

    @EachProtocol
    void itsOwnErrorsAreNotTakenForTheServers(Resp resp, RedisServer server) {
        Script lying = Script.of("redis.call('INCR', KEYS[1]) return redis.error_reply('NOSCRIPT I said so')");
        try (Carmine redis = Clients.connect(server, resp)) {
            Command<?> command = lying.on(List.of("count"));
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.call(command))
                    .withMessageContaining("NOSCRIPT I said so");
            assertThatExceptionOfType(CarmineServerException.class).isThrownBy(() -> redis.call(command));
            assertThat(redis.get("count")).as("once for each call").isEqualTo("2");
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> redis.async().callAsync(command).join())
                    .withCauseInstanceOf(CarmineServerException.class);
            assertThat(redis.get("count")).isEqualTo("3");
        }
    }

    @EachProtocol
    void futuresFailAndAreCancelledAsThoseOfOtherCommands(Resp resp, RedisServer server) {
        Script failing = Script.of("return redis.call('LPUSH', KEYS[1], 1)");
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("text", "v");
            AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
            CompletableFuture<?> failed =
                    redis.async().callAsync(failing.on(List.of("text"))).whenComplete((value, e) -> failure.set(e));
            assertThat(failed).failsWithin(Clients.PATIENCE);
            assertThat(failure.get()).isInstanceOf(CarmineServerException.class);
            server.call("CLIENT", "PAUSE", "100000", "WRITE");
            CompletableFuture<Long> cancelled = redis.async().callAsync(add(1));
            assertThat(cancelled.cancel(false)).isTrue();
            assertThat(cancelled).isCancelled();
            server.call("CLIENT", "UNPAUSE");
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @EachProtocol
    void objectsAreArgumentsAndReplies(Resp resp, RedisServer server) {
        Script echo = Script.of("return ARGV[1]");
        try (Carmine redis = Clients.connect(server, resp)) {
            List<Integer> numbers = List.of(1, 2, 3);
            assertThat(redis.call(echo.on(List.of(), numbers).as(NUMBERS))).isEqualTo(numbers);
            assertThat(redis.call(echo.on(List.of(), numbers).as(NUMBERS))).isEqualTo(numbers);
        }
    }

    @EachProtocol
    @SinceRedis("7.0")
    void oneThatOnlyReadsMustNotWrite(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Script read = Script.of("return redis.call('GET', KEYS[1])").readOnly();
            redis.set("k", "v");
            assertThat(redis.call(read.on(List.of("k")))).isEqualTo("v");
            assertThat(redis.call(read.on(List.of("k")).asText())).isEqualTo("v");
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.call(ADD.readOnly().with(Map.of("counter", "count"), Map.of("by", 1))))
                    .withMessageContaining("Write commands are not allowed");
        }
    }
}
