package dev.carmine.it.client;

import static dev.carmine.client.command.Commands.blpop;
import static dev.carmine.client.command.Commands.get;
import static dev.carmine.client.command.Commands.incr;
import static dev.carmine.client.command.Commands.lpush;
import static dev.carmine.client.command.Commands.set;
import static dev.carmine.client.command.Commands.strlen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Command;
import dev.carmine.client.Outcome;
import dev.carmine.client.Pipeline;
import dev.carmine.client.Reply;
import dev.carmine.client.command.KeyedElement;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@RedisTest
class PipelineIT {

    @EachProtocol
    void repliesComeInTheOrderOfTheCommands(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.del("count");
            assertThat(redis.pipeline(set("k", "v"), get("k"), get("none"), incr("count")))
                    .containsExactly(true, "v", null, 1L);
            List<Long> counts = redis.pipeline(Collections.nCopies(3, incr("count")));
            assertThat(counts).containsExactly(2L, 3L, 4L);
        }
    }

    @EachProtocol
    void aPipelineTellsHowManyCommandsWait(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Pipeline pipeline = redis.pipeline();
            Reply<Boolean> done = pipeline.set("k", "secret");
            assertThat(pipeline).hasToString("Pipeline[size=1]");
            pipeline.flush();
            assertThat(pipeline).hasToString("Pipeline[size=0]");
            assertThat(done.get()).isTrue();
        }
    }

    @EachProtocol
    void thereIsNoLimitOnHowManyCommandsThereAre(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.del("many");
            List<Long> counts = redis.pipeline(Collections.nCopies(100_000, incr("many")));
            assertThat(counts)
                    .isEqualTo(LongStream.rangeClosed(1, 100_000).boxed().toList());
        }
    }

    @Test
    void aPipelineWithoutCommandsHasNoReplies(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            assertThat(redis.pipeline(new Command<?>[0])).isEmpty();
            assertThat(redis.<Long>pipeline(List.of())).isEmpty();
            assertThat(redis.async().pipeline().join()).isEmpty();
            redis.pipeline().flush();
        }
    }

    @EachProtocol
    void theErrorOfOneCommandLeavesTheOthersAlone(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> redis.pipeline(set("text", "a"), lpush("text", "b"), set("text", "c"), get("x")))
                    .withMessageStartingWith("1 of 4 commands of a pipeline failed, the first with: LPUSH: WRONGTYPE")
                    .withCauseInstanceOf(CarmineServerException.class)
                    .satisfies(e -> {
                        assertThat(e.replies()).hasSize(4);
                        assertThat(e.replies().get(0)).isEqualTo(true);
                        assertThat(e.replies().get(1)).isSameAs(e.getCause());
                        assertThat(e.replies().get(2)).isEqualTo(true);
                        assertThat(e.replies().get(3)).isNull();
                    });
            assertThat(redis.get("text")).isEqualTo("c");
        }
    }

    @EachProtocol
    void eachCommandCanHaveItsOwnOutcome(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("text", "v");
            List<Outcome<Long>> outcomes = redis.tryPipeline(List.of(incr("text"), strlen("text")));
            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> outcomes.get(0).get());
            assertThat(outcomes.get(1)).isEqualTo(new Outcome.Value<>(1L));
            assertThat(redis.tryPipeline(get("none"), get("text")))
                    .map(Outcome::get)
                    .containsExactly(null, "v");
        }
    }

    @Test
    void outcomesAlsoTellThatThereIsNoAnswer() {
        try (RedisServer server = RedisServers.start();
                Carmine redis = Clients.connect(server)) {
            server.kill();
            assertThat(redis.withTimeout(Duration.ofMillis(200)).tryPipeline(incr("count"), get("count")))
                    .hasSize(2)
                    .allSatisfy(outcome -> assertThatExceptionOfType(CarmineUnansweredException.class)
                            .isThrownBy(outcome::get));
        }
    }

    @EachProtocol
    void repliesAreReadOneByOneAfterTheFlush(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.del("count");
            Pipeline pipeline = redis.pipeline();
            Reply<Long> count = pipeline.incr("count");
            assertThatIllegalStateException()
                    .isThrownBy(count::get)
                    .withMessage("the reply to INCR is not there yet: call flush() on its pipeline first");
            assertThat(pipeline.size()).isOne();
            pipeline.flush();
            assertThat(count.get()).isEqualTo(1);

            assertThat(pipeline.size()).isZero();
            Reply<Boolean> set = pipeline.set("text", "a");
            Reply<Long> failed = pipeline.lpush("text", "b");
            Reply<Object> any = pipeline.add(Command.of("GET").key("text").map(text -> text + "!"));
            pipeline.flush();
            assertThat(set.get()).isTrue();
            assertThatExceptionOfType(CarmineServerException.class).isThrownBy(failed::get);
            assertThat(any.get()).isEqualTo("a!");
            assertThat(count.get()).isEqualTo(1);
        }
    }

    @Test
    void aFunctionThatThrowsFailsItsCommandAlone(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            Pipeline pipeline = redis.pipeline();
            Reply<Integer> wrong = pipeline.add(get("none").map(text -> Integer.parseInt("not a number")));
            Reply<String> right = pipeline.ping();
            pipeline.flush();
            assertThatExceptionOfType(NumberFormatException.class).isThrownBy(wrong::get);
            assertThat(right.get()).isEqualTo("PONG");
        }
    }

    @Test
    void aCommandThatMustNotShareAConnectionIsRefusedBeforeAnythingIsSent(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            redis.del("untouched");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> redis.pipeline(
                            incr("untouched"), Command.of("SELECT").arg(1)))
                    .withMessageContaining("name the database in the URI");
            assertThat(redis.get("untouched")).isNull();
        }
    }

    @EachProtocol
    void aPipelineMayBlock(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.pipeline(lpush("queue", "a"), blpop(Duration.ofSeconds(1), "queue"), get("none")))
                    .containsExactly(1L, new KeyedElement<>("queue", "a"), null);
            assertThat(redis.stats().pool().idle()).isOne();
        }
    }

    @EachProtocol
    void theAsynchronousPipelineBehavesTheSame(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.async().pipeline(set("k", "v"), get("k")).join()).containsExactly(true, "v");
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> redis.async()
                            .pipeline(List.of(lpush("k", "x"), lpush("k", "y")))
                            .join())
                    .havingCause()
                    .isInstanceOfSatisfying(
                            CarminePipelineException.class,
                            e -> assertThat(e.replies()).hasOnlyElementsOfType(CarmineServerException.class));
        }
    }

    /** Each writes the same key and reads it back at once: it sees its own value unless another came in between. */
    @ParameterizedTest
    @MethodSource("dev.carmine.it.junit.ThreadKind#available")
    void nobodyElseOnTheConnectionComesInBetween(ThreadKind kind, RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            Callers.start(kind, 16, caller -> {
                        for (int i = 0; i < 100; i++) {
                            String mine = caller + ":" + i;
                            assertThat(redis.pipeline(set("shared", mine), get("none"), get("shared")))
                                    .containsExactly(true, null, mine);
                        }
                    })
                    .awaitEnd();
        }
    }
}
