package dev.carmine.it.client;

import static dev.carmine.client.command.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Transactions that watch nothing. */
@RedisTest
class MultiIT {

    @EachProtocol
    void valuesAreThoseOfTheCommands(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.multi(set("a", 1), incr("a"), hset("h", "f", "v"), hgetall("h"), get("none")))
                    .containsExactly(true, 2L, 1L, Map.of("f", "v"), null);
            assertThat(redis.multi(List.of(incr("a"), incr("a")))).containsExactly(3L, 4L);
            assertThat(redis.async().multi(incr("a"), get("a")).join()).containsExactly(5L, "5");
            assertThat(redis.multi()).isEmpty();
        }
    }

    @EachProtocol
    void aCommandThatFailsFailsAlone(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> redis.multi(set("text", "v"), lpush("text", "v"), incr("count")))
                    .withMessageStartingWith(
                            "1 of 3 commands of a transaction failed, the first with: LPUSH: WRONGTYPE")
                    .satisfies(e -> assertThat(e.replies()).element(2).isEqualTo(1L));
        }
    }

    @EachProtocol
    void nothingIsExecutedIfOneCommandIsNotTaken(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            Command<?> unknown = Command.of("NO.SUCH.COMMAND");
            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> redis.multi(unknown, incr("count")))
                    .withMessageContaining("NO.SUCH.COMMAND: ERR unknown command")
                    .satisfies(e -> assertThat(e.replies())
                            .element(1)
                            .asInstanceOf(InstanceOfAssertFactories.type(CarmineServerException.class))
                            .extracting(CarmineServerException::code)
                            .isEqualTo("EXECABORT"));
            assertThat(redis.get("count")).isNull();
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(
                            () -> redis.async().multi(incr("count"), unknown).join())
                    .withCauseInstanceOf(CarminePipelineException.class);
            assertThat(redis.get("count")).isNull();
        }
    }

    @EachProtocol
    void objectsAreReadAndWritten(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            List<Integer> numbers = List.of(1, 2, 3);
            assertThat(redis.multi(set("numbers", numbers), get("numbers").as(List.class)))
                    .containsExactly(true, numbers);
        }
    }

    @EachProtocol
    void manyCommandsAreOneTransaction(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            List<Command<Long>> many =
                    IntStream.range(0, 20_000).mapToObj(i -> incr("count")).toList();
            assertThat(redis.multi(many)).hasSize(20_000).endsWith(20_000L);
        }
    }

    @EachProtocol
    void whatChangesTheConnectionIsRefused(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> redis.multi(incr("count"), Command.of("EXEC")))
                    .withMessageContaining("redis.multi(...)");
        }
    }
}
