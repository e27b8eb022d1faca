package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.append;
import static dev.carmine.client.command.Strings.get;
import static dev.carmine.client.command.Strings.incr;
import static dev.carmine.client.command.Strings.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import dev.carmine.client.Pipeline;
import dev.carmine.client.Protocol;
import dev.carmine.client.Reply;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.fake.ReceivedCommand;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.wire.RespBytes;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent again after a connection was lost, and in which order. */
@BothProtocols
class RepeatIT {
    /** More than all buffers between client and server hold together. */
    private static final String LARGE = "x".repeat(32 << 20);

    private final Gate gate = new Gate();
    private final FakeServer server = FakeServer.start()
            .on("GET", Keyed.get())
            .on("SET", Answer.reply(RespBytes.simple("OK")))
            .on(
                    "APPEND",
                    Answer.computed(words -> RespBytes.integer(words.get(2).length())))
            .on("INCR", Answer.reply(RespBytes.integer(1)));
    private final Carmine redis;

    RepeatIT(Protocol protocol) {
        redis = Carmine.connect(TestOptions.to(server, protocol).build());
    }

    @AfterEach
    void close() {
        redis.close();
        server.close();
        server.verify();
    }

    @ParameterizedTest
    @EnumSource
    void aReadIsRepeated(CallStyle style) {
        server.next("GET", 1, Answer.close());
        assertThat(style.start(redis, get("k")).value()).isEqualTo(Keyed.valueOf("k"));
        assertThat(received("GET", 1)).hasSize(1);
        assertThat(received("GET", 2)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aReadIsRepeatedAsOftenAsNeedBe(CallStyle style) {
        server.next("GET", 5, Answer.reset());
        assertThat(style.start(redis, get("k")).value()).isEqualTo(Keyed.valueOf("k"));
        assertThat(server.connections()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void aWriteIsNotRepeated(CallStyle style) {
        server.next("INCR", 1, Answer.close());
        CarmineConnectionException e = style.start(redis, incr("c")).failure(CarmineConnectionException.class);
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(e).hasMessageContaining("retryable()");
        Keyed.assertGets(redis, "k");
        assertThat(server.awaitCommands("INCR", 1)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aWriteMarkedRetryableIsRepeated(CallStyle style) {
        server.next("INCR", 1, Answer.close());
        assertThat(style.start(redis, incr("c").retryable()).value()).isEqualTo(1);
        assertThat(server.awaitCommands("INCR", 2)).hasSize(2);
    }

    @Test
    void whatWasNotSentIsSentOnTheNextConnectionInItsOrderAndOnce() throws IOException {
        server.next("GET", 1, gate.before(Keyed.get()));
        Pending<?> held = CallStyle.FUTURE.start(redis, get("held"));
        server.awaitCommands("GET", 1);
        Pending<?> large = CallStyle.FUTURE.start(redis, set("large", LARGE));
        List<String> pieces =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        List<Pending<Long>> unsent = pieces.stream()
                .map(piece -> CallStyle.FUTURE.start(redis, append("log", piece)))
                .toList();
        server.connection(1).reset();
        assertThat(held.value()).isEqualTo(Keyed.valueOf("held"));
        assertThat(large.value()).isEqualTo(true);
        assertThat(unsent)
                .zipSatisfy(pieces, (call, piece) -> assertThat(call.value()).isEqualTo(piece.length()));
        assertThat(received("APPEND", 1)).isEmpty();
        assertThat(received("APPEND", 2).stream().map(command -> command.words().get(2)))
                .isEqualTo(pieces);
    }

    @Test
    void callsThatAreRepeatedKeepTheirOrder() {
        server.next("APPEND", 5, Answer.reply(RespBytes.integer(1))).next("APPEND", 1, Answer.close());
        List<String> pieces =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        List<Pending<Long>> calls = pieces.stream()
                .map(piece -> CallStyle.FUTURE.start(redis, append("log", piece).retryable()))
                .toList();
        calls.forEach(Pending::value);
        List<String> repeated = received("APPEND", 2).stream()
                .map(command -> command.words().get(2))
                .toList();
        assertThat(repeated).hasSizeGreaterThanOrEqualTo(95);
        assertThat(repeated).isEqualTo(pieces.subList(pieces.size() - repeated.size(), pieces.size()));
    }

    @Test
    void aPipelineOfReadsIsRepeatedFromTheFirstThatHasNoReplyOn() {
        server.next("GET", 1, Keyed.get()).next("GET", 1, Answer.close());
        assertThat(redis.pipeline(get("a"), get("b"), get("c")))
                .containsExactly(Keyed.valueOf("a"), Keyed.valueOf("b"), Keyed.valueOf("c"));
        assertThat(received("GET", 2).stream().map(command -> command.words().get(1)))
                .containsExactly("b", "c");
    }

    @Test
    void aPipelineIsRepeatedWhereOnlyItsReadsHaveNoReply() {
        server.next("GET", 1, Answer.close());
        assertThat(redis.pipeline(incr("c"), get("a"), get("b")))
                .containsExactly(1L, Keyed.valueOf("a"), Keyed.valueOf("b"));
        assertThat(server.awaitCommands("INCR", 1)).hasSize(1);
    }

    @Test
    void aPipelineIsNotRepeatedWhereAWriteHasNoReply() {
        server.next("GET", 1, Keyed.get()).next("GET", 1, Answer.close());
        Pipeline pipeline = redis.pipeline();
        Reply<?> before = pipeline.add(get("before"));
        Reply<?> lost = pipeline.add(get("lost"));
        Reply<?> written = pipeline.add(incr("c"));
        Reply<?> after = pipeline.add(get("after"));
        pipeline.flush();
        assertThat(before.get()).isEqualTo(Keyed.valueOf("before"));
        for (Reply<?> reply : List.of(lost, written, after)) {
            assertThat(Pending.on(ThreadKind.PLATFORM, reply::get)
                            .failure(CarmineConnectionException.class)
                            .fate())
                    .isEqualTo(Fate.UNKNOWN);
        }
        Keyed.assertGets(redis, "k");
        assertThat(received("INCR", 2)).isEmpty();
        assertThat(received("GET", 2)).hasSize(1);
    }

    @Test
    void aReadBehindALostWriteIsRepeated() {
        server.next("INCR", 1, Answer.close());
        Pending<Long> write = CallStyle.FUTURE.start(redis, incr("c"));
        Pending<String> read = CallStyle.FUTURE.start(redis, get("k"));
        write.failure(CarmineConnectionException.class);
        assertThat(read.value()).isEqualTo(Keyed.valueOf("k"));
    }

    @Test
    void whenItsTimeIsOverARepeatedReadFailsToo() {
        server.on("GET", Answer.close());
        Carmine hasty = redis.withTimeout(Limit.SHORT);
        Unanswered.onceSent(CarmineUnansweredException.class, () -> CallStyle.PLATFORM_THREAD.start(hasty, get("k")));
        server.on("GET", Keyed.get());
        Keyed.assertGets(redis, "k");
    }

    private List<ReceivedCommand> received(String name, int connection) {
        return server.commands().stream()
                .filter(command -> command.name().equals(name) && command.connection() == connection)
                .toList();
    }
}
