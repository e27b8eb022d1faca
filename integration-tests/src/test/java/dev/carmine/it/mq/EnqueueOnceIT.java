package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.Reply;
import dev.carmine.client.command.Strings;
import dev.carmine.it.client.Clients;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueResult;
import dev.carmine.mq.EnqueueStatus;
import dev.carmine.mq.MessageQueue;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** An enqueue happens once, whatever happens to its call, and in pipelines and transactions with what stands beside it. */
@RedisTest
class EnqueueOnceIT {
    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    private static MessageQueue<String> queue(Carmine redis) {
        return MessageQueue.of(redis, "q", String.class);
    }

    private static void assertAccepted(MessageQueue<String> queue, long count) {
        assertThat(queue.stats().totals().accepted()).isEqualTo(count);
        assertThat(queue.stats().ready()).isEqualTo(count);
        assertThat(queue.check(1000)).isEmpty();
    }

    @EachProtocol
    void aCommandIsOneMessageHoweverOftenItIsRun(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            Command<EnqueueResult> command = queue.enqueueCommand("body");

            EnqueueResult first = redis.call(command);

            assertThat(first.status()).isEqualTo(EnqueueStatus.ADDED);
            assertThat(redis.call(command)).isEqualTo(first);
            assertThat(redis.async().callAsync(command).join()).isEqualTo(first);
            assertThat(redis.pipeline(List.of(command, command))).containsExactly(first, first);
            assertAccepted(queue, 1);
            new HandWorker(redis, "q").lease();
            assertThat(redis.call(command)).as("also when a worker has it").isEqualTo(first);
        }
    }

    @EachProtocol
    void eachCallIsAMessageOfItsOwn(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);

            String first = queue.enqueue("body").id();
            String second = queue.enqueueAsync("body").join().id();

            assertThat(first).isNotEqualTo(second);
            assertAccepted(queue, 2);
        }
    }

    @EachProtocol
    void aLostReplyIsAskedForAgain(Resp resp, RedisServer server) {
        try (FaultProxy proxy = FaultProxy.to(server.address());
                Carmine redis = Carmine.connect(
                        Clients.options(server, resp).uri(proxy.address().uri()).build())) {
            MessageQueue<String> queue = queue(redis);
            proxy.connection(1).dropReply(Cut.RST);

            EnqueueResult result = queue.enqueue("body", EnqueueOptions.withId("id"));

            assertThat(result).isEqualTo(new EnqueueResult(EnqueueStatus.ADDED, "id"));
            proxy.connection(2).dropReply(Cut.RST);
            assertThat(queue.enqueueAsync("body").join().status()).isEqualTo(EnqueueStatus.ADDED);
            assertThat(proxy.connections()).isEqualTo(3);
            assertAccepted(queue, 2);
        }
    }

    @EachProtocol
    void ofManyTheLostRepliesAreAskedForAgain(Resp resp, RedisServer server) {
        try (FaultProxy proxy = FaultProxy.to(server.address());
                Carmine redis = Carmine.connect(
                        Clients.options(server, resp).uri(proxy.address().uri()).build())) {
            MessageQueue<String> queue = queue(redis);
            proxy.connection(1).cutAfter(Direction.TO_CLIENT, 300, Cut.RST); // within the reply to the second slice

            List<EnqueueResult> results = queue.enqueueAll(Collections.nCopies(800, "body"));

            assertThat(results).hasSize(800).allMatch(result -> result.status() == EnqueueStatus.ADDED);
            assertThat(proxy.connections()).isEqualTo(2);
            assertAccepted(queue, 800);
        }
    }

    @EachProtocol
    void messagesOfOneGoThatTheServerRefusesAreTold(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            redis.del("cmq:{q}:k0", "cmq:{q}:k1");
            redis.set("cmq:{q}:k0", "in the way");
            redis.set("cmq:{q}:k1", "in the way");

            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> queue.enqueueAll(Collections.nCopies(300, "body")))
                    .withMessageStartingWith("300 of 300 messages failed, the first with: ")
                    .withCauseInstanceOf(CarmineServerException.class)
                    .satisfies(e -> assertThat(e.replies()).hasSize(300));
        }
    }

    @EachProtocol
    void enqueuesStandInPipelines(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            redis.scriptFlush();

            List<@Nullable Object> replies = redis.pipeline(
                    queue.enqueueCommand("a", EnqueueOptions.withId("a")),
                    Strings.incr("n"),
                    queue.enqueueCommand("b", EnqueueOptions.withId("a")));

            assertThat(replies)
                    .containsExactly(
                            new EnqueueResult(EnqueueStatus.ADDED, "a"),
                            1L,
                            new EnqueueResult(EnqueueStatus.ALREADY_QUEUED, "a"));
            assertAccepted(queue, 1);
        }
    }

    @EachProtocol
    void enqueuesStandInTransactionsAlsoWhenScriptsAreForgotten(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            queue.enqueue("known");
            redis.scriptFlush();

            List<@Nullable Object> replies = redis.multi(
                    Strings.incr("n"),
                    queue.enqueueCommand("a", EnqueueOptions.withId("a")),
                    queue.enqueueCommand("b"));

            assertThat(replies.subList(0, 2)).containsExactly(1L, new EnqueueResult(EnqueueStatus.ADDED, "a"));
            assertAccepted(queue, 3);
            redis.scriptFlush();
            EnqueueResult inTransaction = redis.transaction(1, tx -> {
                tx.watch("n");
                Reply<Long> unused = tx.incr("n");
                return tx.add(queue.enqueueCommand("c", EnqueueOptions.withId("c")));
            });
            assertThat(inTransaction.id()).isEqualTo("c");
            assertAccepted(queue, 4);
        }
    }

    @EachProtocol
    void aLostReplyToATransactionOfEnqueuesIsAskedForAgain(Resp resp, RedisServer server) {
        try (FaultProxy proxy = FaultProxy.to(server.address());
                Carmine redis = Carmine.connect(
                        Clients.options(server, resp).uri(proxy.address().uri()).build())) {
            MessageQueue<String> queue = queue(redis);
            List<Command<EnqueueResult>> commands =
                    Stream.of("a", "b").map(queue::enqueueCommand).toList();
            proxy.connection(1).dropReply(Cut.RST);

            assertThat(redis.multi(commands)).allMatch(EnqueueResult::accepted);

            assertAccepted(queue, 2);
        }
    }
}
