package dev.carmine.it.mq;

import static dev.carmine.mq.OnDuplicate.REQUEUE;
import static dev.carmine.mq.OnDuplicate.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
import dev.carmine.client.TypeRef;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.mq.HandWorker.Held;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.BodyTooLargeException;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueResult;
import dev.carmine.mq.EnqueueStatus;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MessageStatus;
import dev.carmine.mq.NewMessage;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;

/** What becomes of enqueues, by the state of the id and by the options. */
@RedisTest
class EnqueueIT {
    private static final TypeRef<String> TEXT = TypeRef.of(String.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<EnqueueOptions> COLUMNS = List.of(
            EnqueueOptions.withId("id"),
            EnqueueOptions.builder().id("id").onDuplicate(UPDATE).build(),
            EnqueueOptions.builder().id("id").onDuplicate(REQUEUE).build(),
            EnqueueOptions.builder().id("id").onDuplicate(UPDATE, REQUEUE).build(),
            EnqueueOptions.builder().id("id").resetDelay().build());

    /** For each state the results of: no option, UPDATE, REQUEUE, both, and a new delay. */
    private static final String TABLE = """
            ABSENT                     | ADDED          | ADDED        | ADDED          | ADDED    | ADDED
            READY                      | ALREADY_QUEUED | UPDATED      | ALREADY_QUEUED | UPDATED  | UPDATED
            DELAYED                    | ALREADY_QUEUED | UPDATED      | ALREADY_QUEUED | UPDATED  | UPDATED
            LEASED                     | LOCKED         | LOCKED       | REQUEUED       | REQUEUED | LOCKED
            LEASED_WITH_REQUEUE        | LOCKED         | LOCKED       | ALREADY_QUEUED | UPDATED  | LOCKED
            DEDUPLICATING              | DEDUPLICATED   | DEDUPLICATED | REQUEUED       | REQUEUED | DEDUPLICATED
            DEDUPLICATING_WITH_REQUEUE | DEDUPLICATED   | DEDUPLICATED | ALREADY_QUEUED | UPDATED  | DEDUPLICATED
            DEAD                       | ADDED          | ADDED        | ADDED          | ADDED    | ADDED
            """;

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    private static MessageQueue<String> queue(Carmine redis) {
        return MessageQueue.of(redis, "q", String.class);
    }

    private static EnqueueOptions requeue() {
        return EnqueueOptions.builder().id("id").onDuplicate(REQUEUE).build();
    }

    /** Brings the id into a state. */
    private static void bring(Carmine redis, MessageQueue<String> queue, QueueState state) {
        HandWorker worker = new HandWorker(redis, "q");
        switch (state) {
            case ABSENT -> {}
            case READY -> queue.enqueue("first", EnqueueOptions.withId("id"));
            case DELAYED ->
                queue.enqueue(
                        "first", EnqueueOptions.builder().id("id").delay(HOUR).build());
            case LEASED -> leased(queue, worker);
            case LEASED_WITH_REQUEUE -> {
                leased(queue, worker);
                queue.enqueue("waits", requeue());
            }
            case DEDUPLICATING -> worker.succeed(leased(queue, worker), HOUR);
            case DEDUPLICATING_WITH_REQUEUE -> {
                worker.succeed(leased(queue, worker), HOUR);
                queue.enqueue("waits", requeue());
            }
            case DEAD -> worker.kill(leased(queue, worker), "given up");
            case READY_WITH_REQUEUE, DELAYED_WITH_REQUEUE -> throw new IllegalArgumentException(state.toString());
        }
        assertThat(queue.status("id").state()).isEqualTo(state);
    }

    private static Held leased(MessageQueue<String> queue, HandWorker worker) {
        queue.enqueue("first", EnqueueOptions.withId("id"));
        return worker.lease();
    }

    @EachProtocol
    void theStateOfTheIdAndTheOptionsDecide(Resp resp, RedisServer server) {
        SoftAssertions all = new SoftAssertions();
        try (Carmine redis = Clients.connect(server, resp)) {
            TABLE.lines().forEach(line -> {
                String[] row = line.split("\\s*\\|\\s*");
                for (int i = 0; i < COLUMNS.size(); i++) {
                    server.flushAll();
                    MessageQueue<String> queue = queue(redis);
                    bring(redis, queue, QueueState.valueOf(row[0]));
                    EnqueueResult result = queue.enqueue("second", COLUMNS.get(i));
                    all.assertThat(result)
                            .as(row[0] + ", column " + i)
                            .isEqualTo(new EnqueueResult(EnqueueStatus.valueOf(row[i + 1].strip()), "id"));
                    all.assertThat(queue.check(1000))
                            .as(row[0] + ", column " + i)
                            .isEmpty();
                }
            });
        }
        all.assertAll();
    }

    @EachProtocol
    void anUpdateKeepsThePlaceAndBringsNewContent(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            queue.enqueue("old", EnqueueOptions.withId("id"));
            queue.enqueue("behind", EnqueueOptions.withId("other"));
            queue.enqueue(
                    "new",
                    EnqueueOptions.builder()
                            .id("id")
                            .onDuplicate(UPDATE)
                            .lease(HOUR)
                            .build());

            Held first = new HandWorker(redis, "q").lease();

            assertThat(first.id()).isEqualTo("id");
            assertThat(first.body()).isEqualTo("new");
            assertThat(first.record().lease()).isEqualTo(HOUR.toMillis());
        }
    }

    @EachProtocol
    void onlyANewDelayChangesWhenAMessageIsDue(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            bring(redis, queue, QueueState.DELAYED);
            Instant due = queue.status("id").until();
            queue.enqueue(
                    "b", EnqueueOptions.builder().id("id").onDuplicate(UPDATE).build());
            assertThat(queue.status("id").until()).isEqualTo(due);
            queue.enqueue(
                    "c",
                    EnqueueOptions.builder()
                            .id("id")
                            .delay(HOUR.multipliedBy(2))
                            .resetDelay()
                            .build());
            assertThat(queue.status("id").until()).isAfter(due);
            assertThat(queue.find("id").orElseThrow().body())
                    .as("it is no update")
                    .contains("b");
            queue.enqueue("d", EnqueueOptions.builder().id("id").resetDelay().build());
            assertThat(queue.status("id").state()).isEqualTo(QueueState.READY);
        }
    }

    @EachProtocol
    void contentThatHasWaitedIsANewMessageWhenTheRunEnds(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            worker.retryAfter(leased(queue, worker), Duration.ZERO);
            Held secondAttempt = worker.lease();
            queue.enqueue(
                    "waits",
                    EnqueueOptions.builder()
                            .id("id")
                            .onDuplicate(REQUEUE)
                            .lease(HOUR)
                            .build());
            worker.succeed(secondAttempt, Duration.ZERO);

            Held next = worker.lease();

            assertThat(secondAttempt.record().attempt()).isEqualTo(2);
            assertThat(next.id()).isEqualTo("id");
            assertThat(next.body()).isEqualTo("waits");
            assertThat(next.record().attempt()).isOne();
            assertThat(next.record().lease()).isEqualTo(HOUR.toMillis());
            assertThat(queue.status("id").state()).isEqualTo(QueueState.LEASED);
        }
    }

    @EachProtocol
    void contentThatHasWaitedBehindAWindowIsDueAtItsEnd(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            bring(redis, queue, QueueState.DEDUPLICATING);
            Instant end = queue.status("id").until();
            queue.enqueue("waits", requeue());

            assertThat(queue.status("id"))
                    .extracting(MessageStatus::state, MessageStatus::until)
                    .containsExactly(QueueState.DEDUPLICATING_WITH_REQUEUE, end);
            assertThat(new HandWorker(redis, "q").leaseUpTo(1)).isEmpty();
        }
    }

    @EachProtocol
    void afterItsDedupeWindowAnIdIsFree(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            worker.succeed(leased(queue, worker), Duration.ofMillis(1));
            await().until(() -> queue.status("id").state() == QueueState.ABSENT);
            assertThat(queue.enqueue("again", EnqueueOptions.withId("id")).status())
                    .isEqualTo(EnqueueStatus.ADDED);
        }
    }

    @EachProtocol
    void messagesAreHandedOutByPriorityAndThenInOrder(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            queue.enqueueAll(List.of("a", "b"));
            queue.enqueue("urgent", EnqueueOptions.builder().priority(15).build());
            queue.enqueue("idle", EnqueueOptions.builder().priority(-15).build());
            queue.enqueue("c");

            assertThat(new HandWorker(redis, "q").leaseUpTo(10))
                    .extracting(Held::body)
                    .containsExactly("urgent", "a", "b", "c", "idle");
        }
    }

    @EachProtocol
    void oneIsHandledAtATimeOfEachGroup(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            Stream.of("x1", "y1", "x2", "y2")
                    .forEach(body -> queue.enqueue(
                            body,
                            EnqueueOptions.builder().group(body.substring(0, 1)).build()));
            List<Held> first = worker.leaseUpTo(10);
            assertThat(first).extracting(Held::body).containsExactlyInAnyOrder("x1", "y1");
            first.forEach(held -> worker.succeed(held, Duration.ZERO));
            assertThat(worker.leaseUpTo(10)).extracting(Held::body).containsExactlyInAnyOrder("x2", "y2");
        }
    }

    @EachProtocol
    void manyGoInSlicesAndEachHasItsResult(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            queue.enqueue("taken", EnqueueOptions.withId("300"));
            List<NewMessage<String>> messages = IntStream.range(0, 700)
                    .mapToObj(i -> queue.newMessage("body " + i, EnqueueOptions.withId(String.valueOf(i))))
                    .toList();

            List<EnqueueResult> results = queue.enqueueMessages(messages);

            assertThat(results).extracting(EnqueueResult::id).isEqualTo(ids(messages));
            assertThat(results)
                    .filteredOn(result -> !result.accepted())
                    .containsExactly(new EnqueueResult(EnqueueStatus.ALREADY_QUEUED, "300"));
            assertThat(queue.stats().ready()).isEqualTo(700);
            assertThat(queue.enqueueMessages(List.of())).isEmpty();
            assertThat(queue.enqueueMessages(messages))
                    .as("the same messages again")
                    .allMatch(result -> result.status() == EnqueueStatus.ALREADY_QUEUED);
        }
    }

    private static List<String> ids(List<NewMessage<String>> messages) {
        return messages.stream().map(NewMessage::id).toList();
    }

    @EachProtocol
    void largeBodiesMakeSmallSlices(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            String large = "x".repeat(700_000);

            assertThat(queue.enqueueAll(List.of(large, "small", large, large)))
                    .hasSize(4)
                    .allMatch(EnqueueResult::accepted);
            assertThat(redis.hlen("cmq:{q}:k0") + redis.hlen("cmq:{q}:k1"))
                    .as("tokens of three slices, and for each minute its number")
                    .isBetween(4L, 5L);
            assertThat(queue.stats().ready()).isEqualTo(4);
        }
    }

    @EachProtocol
    void anIdTwiceInOneGoIsJudgedInOrder(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            EnqueueOptions update = COLUMNS.get(1);

            List<EnqueueResult> results =
                    queue.enqueueMessages(List.of(queue.newMessage("a", update), queue.newMessage("b", update)));

            assertThat(results)
                    .extracting(EnqueueResult::status)
                    .containsExactly(EnqueueStatus.ADDED, EnqueueStatus.UPDATED);
            assertThat(queue.find("id").orElseThrow().body()).contains("b");
        }
    }

    @EachProtocol
    void whatCannotBeRightIsRefusedBeforeAnythingIsSent(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            NewMessage<String> other =
                    MessageQueue.of(redis, "other", String.class).newMessage("b");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> queue.enqueueAll(List.of("a", "b"), EnqueueOptions.withId("one")))
                    .withMessageContaining("one");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> queue.enqueueMessages(List.of(queue.newMessage("a"), other)))
                    .withMessageContaining("for the queue other, not for q");
            assertThat(queue.stats().totals().accepted()).isZero();
        }
    }

    @EachProtocol
    void largerBodiesThanTheOptionsAllowAreRefused(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = MessageQueue.of(
                    redis, "q", TEXT, QueueOptions.builder().maxBodySize(100).build());

            assertThat(queue.enqueue("x".repeat(97)).accepted()).isTrue();
            assertThatExceptionOfType(BodyTooLargeException.class)
                    .isThrownBy(() -> queue.enqueue("x".repeat(98)))
                    .withMessageContaining("101 bytes")
                    .satisfies(e -> assertThat(e.limit()).isEqualTo(100))
                    .satisfies(e -> assertThat(e.size()).isEqualTo(101));
            assertThatExceptionOfType(BodyTooLargeException.class)
                    .as("headers count")
                    .isThrownBy(() -> queue.enqueueCommand(
                            "x",
                            EnqueueOptions.builder()
                                    .header("h", "x".repeat(100))
                                    .build()));
            assertThat(queue.stats().totals().accepted()).isOne();
        }
    }
}
