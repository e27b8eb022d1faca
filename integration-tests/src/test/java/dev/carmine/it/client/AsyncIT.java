package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.AsyncCarmine;
import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.command.Commands;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@RedisTest
class AsyncIT {

    @EachProtocol
    void futuresCompose(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            AsyncCarmine async = redis.async();
            CompletableFuture<Long> length = async.del("composed")
                    .thenCompose(deleted -> async.append("composed", "one"))
                    .thenCombine(async.echo(" two"), (appended, text) -> text)
                    .thenCompose(text -> async.append("composed", text));
            assertThat(length.join()).isEqualTo(7);
            assertThat(redis.get("composed")).isEqualTo("one two");
        }
    }

    @EachProtocol
    void eachOfManyFuturesGetsItsOwnReply(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            List<CompletableFuture<String>> echoes = IntStream.range(0, 20_000)
                    .mapToObj(i -> redis.async().echo("message " + i))
                    .toList();
            for (int i = 0; i < echoes.size(); i++) {
                assertThat(echoes.get(i).join()).isEqualTo("message " + i);
            }
        }
    }

    @EachProtocol
    void theErrorOfTheServerFailsTheFutureAndItsDependants(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("text", "v");
            CompletableFuture<Long> failed = redis.async().lpush("text", "x");
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> failed.thenApply(length -> length + 1).join())
                    .havingCause()
                    .isInstanceOfSatisfying(
                            CarmineServerException.class,
                            e -> assertThat(e.code()).isEqualTo("WRONGTYPE"));
        }
    }

    @Test
    void aFunctionThatThrowsFailsItsFutureAlone(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            CompletableFuture<Integer> wrong =
                    redis.async().callAsync(Commands.ping().map(Integer::parseInt));
            CompletableFuture<String> right = redis.async().ping();
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(wrong::join)
                    .withCauseInstanceOf(NumberFormatException.class);
            assertThat(right.join()).isEqualTo("PONG");
        }
    }

    @Test
    void aCommandThatMustNotShareAConnectionIsRefusedAtOnce(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> redis.async().callAsync(Command.of("MULTI")))
                    .withMessageContaining("redis.multi(...)");
        }
    }

    /** Elements that come later make sure that dependants are there before the reply. */
    @Test
    void dependantsRunOnTheClientsOwnThreadsUnlessThereIsAnExecutor(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            CompletableFuture<String> thread = threadOfDependant(redis);
            redis.rpush("awaited", "element");
            assertThat(thread.join()).startsWith("carmine-callbacks-");
            assertThat(redis.async()
                            .ping()
                            .thenApplyAsync(pong -> Thread.currentThread().getName())
                            .join())
                    .startsWith("carmine-callbacks-");
        }
        ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "my-callbacks"));
        try (Carmine redis =
                Carmine.connect(Clients.options(server).callbackExecutor(own).build())) {
            CompletableFuture<String> thread = threadOfDependant(redis);
            redis.rpush("awaited", "element");
            assertThat(thread.join()).isEqualTo("my-callbacks");
        }
        assertThat(own.isShutdown())
                .as("the client leaves a given executor alone")
                .isFalse();
        own.shutdown();
    }

    private static CompletableFuture<String> threadOfDependant(Carmine redis) {
        return redis.async()
                .blpop(Duration.ofSeconds(20), "awaited")
                .thenApply(element -> Thread.currentThread().getName());
    }
}
