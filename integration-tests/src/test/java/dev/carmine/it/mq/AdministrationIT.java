package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.mq.HandWorker.Held;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.CancelResult;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageInfo;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MessageStatus;
import dev.carmine.mq.OnDuplicate;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.QueueStats;
import dev.carmine.mq.QueueTotals;
import dev.carmine.mq.RedriveResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking at a queue and changing it, apart from enqueueing and handling. */
@RedisTest
class AdministrationIT {
    private static final Duration HOUR = Duration.ofHours(1);

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    private static MessageQueue<String> queue(Carmine redis) {
        return MessageQueue.of(redis, "q", String.class);
    }

    private static EnqueueOptions.Builder id(String id) {
        return EnqueueOptions.builder().id(id);
    }

    private static List<String> ids(List<MessageInfo<String>> messages) {
        return messages.stream().map(MessageInfo::id).toList();
    }

    private static void assertSound(MessageQueue<String> queue) {
        assertThat(queue.check(10_000)).isEmpty();
    }

    /** By the server's clock, in whole milliseconds as it stores them. */
    private static Instant now(Carmine redis) {
        return Instant.ofEpochMilli(redis.time().toEpochMilli());
    }

    @EachProtocol
    void aStatusTellsWhatTheServerKnows(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            Instant before = now(redis);
            queue.enqueue("body", id("id").priority(3).lease(HOUR).build());
            Instant after = now(redis);
            MessageStatus ready = queue.status("id");
            assertThat(ready.enqueuedAt()).isBetween(before, after);
            assertThat(ready)
                    .isEqualTo(new MessageStatus(
                            "id",
                            QueueState.READY,
                            ready.enqueuedAt(),
                            null,
                            null,
                            1,
                            0,
                            3,
                            null,
                            null,
                            false,
                            null,
                            null));

            Held held = worker.lease();
            MessageStatus leased = queue.status("id");
            assertThat(leased.state()).isEqualTo(QueueState.LEASED);
            assertThat(leased.until()).isBetween(after.plus(HOUR), now(redis).plus(HOUR));
            assertThat(leased.deliveries()).isOne();
            assertThat(leased.worker()).startsWith("hand");

            worker.retryAfter(held, HOUR);
            MessageStatus delayed = queue.status("id");
            assertThat(delayed.state()).isEqualTo(QueueState.DELAYED);
            assertThat(delayed.attempt()).isEqualTo(2);
            assertThat(delayed.lastError()).isEqualTo("it did not work");
            assertThat(delayed.until()).isBetween(after.plus(HOUR), now(redis).plus(HOUR));
        }
    }

    @EachProtocol
    void whatIsNotThereIsAbsent(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);

            assertThat(queue.status("id"))
                    .isEqualTo(new MessageStatus(
                            "id", QueueState.ABSENT, null, null, null, 0, 0, 0, null, null, false, null, null));
            assertThat(queue.find("id")).isEmpty();
            assertThat(queue.cancel("id")).isEqualTo(CancelResult.NOT_FOUND);
            assertThat(queue.redrive("id")).isEqualTo(RedriveResult.NOT_FOUND);
            assertThat(queue.purge(List.of("id"))).isZero();
            assertThat(queue.cancelAll(List.of())).isEmpty();
            assertThat(queue.redriveAll(10)).isZero();
            assertThat(queue.purgeAll(10)).isZero();
            assertThat(queue.clear()).isZero();
            for (QueueState state : List.of(QueueState.READY, QueueState.DELAYED, QueueState.LEASED, QueueState.DEAD)) {
                assertThat(queue.messages(state, 0, 10)).isEmpty();
            }
        }
    }

    @EachProtocol
    void aDedupeWindowHasAnEndAndNothingElse(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            queue.enqueue("body", id("id").build());
            Instant before = now(redis);
            worker.succeed(worker.lease(), HOUR);

            MessageStatus status = queue.status("id");

            assertThat(status.state()).isEqualTo(QueueState.DEDUPLICATING);
            assertThat(status.until()).isBetween(before.plus(HOUR), now(redis).plus(HOUR));
            assertThat(status.enqueuedAt()).isNull();
            assertThat(queue.find("id")).isEmpty();
            assertThat(queue.stats().deduplicating()).isOne();
        }
    }

    @EachProtocol
    void messagesAreListedInPages(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            Stream.of("a", "b", "c").forEach(id -> queue.enqueue("of " + id, id(id).build()));
            Stream.of("g1", "g2")
                    .forEach(id -> queue.enqueue("of " + id, id(id).group("g").build()));
            queue.enqueue("of d2", id("d2").delay(HOUR.plusMinutes(1)).build());
            queue.enqueue("of d1", id("d1").delay(HOUR).build());

            assertThat(ids(queue.messages(QueueState.READY, 0, 256))).containsExactly("a", "b", "c", "g1", "g2");
            assertThat(ids(queue.messages(QueueState.READY, 1, 1))).containsExactly("b");
            assertThat(ids(queue.messages(QueueState.READY, 2, 2))).containsExactly("c", "g1");
            assertThat(ids(queue.messages(QueueState.READY, 3, 2))).containsExactly("g1", "g2");
            assertThat(ids(queue.messages(QueueState.READY, 4, 2))).containsExactly("g2");
            assertThat(queue.messages(QueueState.READY, 5, 2)).isEmpty();
            assertThat(ids(queue.messages(QueueState.DELAYED, 0, 10))).containsExactly("d1", "d2");
            assertThat(queue.messages(QueueState.READY, 0, 10))
                    .allSatisfy(message -> assertThat(message.body()).contains("of " + message.id()))
                    .allSatisfy(message -> assertThat(message.status().state()).isEqualTo(QueueState.READY));
            HandWorker worker = new HandWorker(redis, "q");
            worker.leaseUpTo(2);
            assertThat(queue.messages(QueueState.LEASED, 0, 10)).hasSize(2);
        }
    }

    @EachProtocol
    void aListThatIsTooLargeHasNoBodiesAtItsEnd(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            String large = "x".repeat(1_000_000);
            IntStream.range(0, 9)
                    .forEach(i -> queue.enqueue(large, id(String.valueOf(i)).build()));

            List<MessageInfo<String>> found = queue.messages(QueueState.READY, 0, 10);

            assertThat(found).hasSize(9);
            assertThat(found.subList(0, 8)).allMatch(message -> message.body().isPresent());
            assertThat(found.get(8).body()).isEmpty();
            assertThat(found.get(8).headers()).isEmpty();
            assertThat(queue.find("8").orElseThrow().body()).contains(large);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"READY", "DELAYED", "LEASED", "DEAD"})
    void otherStatesHaveNoList(QueueState state, RedisServer server) {
        try (Carmine redis = Clients.connect(server, Resp.RESP3)) {
            MessageQueue<String> queue = queue(redis);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> queue.messages(state, 0, 10))
                    .withMessageContaining(state.name());
        }
    }

    @EachProtocol
    void cancellingTellsWhetherAWorkerHasTheMessage(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            queue.enqueue("body", id("leased").build());
            Held held = worker.lease();
            queue.enqueue("body", id("leased").onDuplicate(OnDuplicate.REQUEUE).build());
            queue.enqueue("body", id("ready").build());
            queue.enqueue("body", id("delayed").delay(HOUR).build());

            assertThat(queue.cancelAll(List.of("ready", "none", "leased", "delayed")))
                    .containsExactly(
                            CancelResult.CANCELLED,
                            CancelResult.NOT_FOUND,
                            CancelResult.CANCELLING,
                            CancelResult.CANCELLED);
            assertThat(queue.status("leased").state()).isEqualTo(QueueState.LEASED);
            assertThat(queue.status("leased").cancelling()).isTrue();
            worker.retryAfter(held, Duration.ZERO);
            assertThat(queue.status("leased").state()).isEqualTo(QueueState.ABSENT);
            assertThat(queue.stats().totals().cancelled()).isEqualTo(4);
            assertSound(queue);
        }
    }

    private static void bury(MessageQueue<String> queue, HandWorker worker, String id) {
        queue.enqueue("of " + id, id(id).build());
        worker.kill(worker.lease(), "given up: " + id);
    }

    @EachProtocol
    void deadMessagesAreListedRedrivenAndPurged(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            Stream.of("a", "b", "c", "d").forEach(id -> bury(queue, worker, id));

            List<MessageInfo<String>> dead = queue.messages(QueueState.DEAD, 0, 10);
            assertThat(ids(dead)).containsExactlyInAnyOrder("a", "b", "c", "d");
            assertThat(dead).allSatisfy(message -> {
                assertThat(message.body()).contains("of " + message.id());
                assertThat(message.status().lastError()).isEqualTo("given up: " + message.id());
                assertThat(message.status().diedAt()).isNotNull();
                assertThat(message.status().until()).isNull();
            });

            assertThat(queue.redrive("b")).isEqualTo(RedriveResult.REDRIVEN);
            assertThat(queue.status("b").state()).isEqualTo(QueueState.READY);
            assertThat(queue.redrive(List.of("b", "none", "c")))
                    .containsExactly(RedriveResult.NOT_FOUND, RedriveResult.NOT_FOUND, RedriveResult.REDRIVEN);
            assertThat(queue.purge(List.of("a", "b"))).isOne();
            assertThat(queue.purgeAll(10)).isOne();
            assertThat(ids(queue.messages(QueueState.READY, 0, 10))).containsExactly("b", "c");
            assertThat(queue.stats().dead()).isZero();
            assertSound(queue);
        }
    }

    @EachProtocol
    void aDeadMessageWhoseIdIsInUseIsNotRedriven(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            String id = "i".repeat(512);
            bury(queue, new HandWorker(redis, "q"), id);
            queue.enqueue("later", id(id).build());
            String dead = queue.messages(QueueState.DEAD, 0, 10).get(0).id();

            assertThat(dead).startsWith(id + "~");
            assertThat(queue.find(dead).orElseThrow().body()).contains("of " + id);
            assertThat(queue.redrive(dead)).isEqualTo(RedriveResult.REFUSED);
            assertThat(queue.redriveAll(10)).isZero();
            queue.cancel(id);
            assertThat(queue.redriveAll(10)).isOne();
            assertThat(queue.find(id).orElseThrow().body()).contains("of " + id);
            assertSound(queue);
        }
    }

    @EachProtocol
    void manyAreRedrivenCancelledAndPurgedInSlices(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            queue.enqueueAll(IntStream.range(0, 600).mapToObj(String::valueOf).toList());
            while (queue.stats().dead() < 600) {
                worker.leaseUpTo(256).forEach(held -> worker.kill(held, "given up"));
            }

            assertThat(queue.redriveAll(300)).isEqualTo(300);
            List<String> ready = ids(queue.messages(QueueState.READY, 0, 256));
            assertThat(queue.redriveAll(1000)).isEqualTo(300);
            assertThat(queue.cancelAll(
                            Stream.concat(ready.stream(), ready.stream()).toList()))
                    .hasSize(512)
                    .startsWith(CancelResult.CANCELLED)
                    .endsWith(CancelResult.NOT_FOUND);
            while (queue.stats().dead() < 344) {
                worker.leaseUpTo(256).forEach(held -> worker.kill(held, "given up"));
            }
            assertThat(queue.purgeAll(300)).isEqualTo(300);
            assertThat(queue.purgeAll(300)).isEqualTo(44);
            assertSound(queue);
        }
    }

    @EachProtocol
    void statsCountWhatIsThereAndWhatHasBeen(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            assertThat(queue.stats())
                    .isEqualTo(new QueueStats(
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            null,
                            false,
                            new QueueTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
            bury(queue, worker, "dead");
            queue.enqueue("body", id("leased").build());
            worker.lease();
            queue.enqueue("body", id("leased").onDuplicate(OnDuplicate.REQUEUE).build());
            queue.enqueue("body", id("delayed").delay(HOUR).build());
            queue.enqueue("body", id("ready").build());
            queue.enqueue("body", id("grouped").group("g").build());
            queue.pause();

            QueueStats stats = queue.stats();

            Instant enqueued = Objects.requireNonNull(queue.status("ready").enqueuedAt());
            assertThat(stats)
                    .isEqualTo(new QueueStats(
                            1,
                            1,
                            1,
                            1,
                            1,
                            1,
                            0,
                            0,
                            enqueued,
                            true,
                            new QueueTotals(6, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)));
            assertThat(queue.clear()).isEqualTo(6);
            assertThat(queue.stats().totals().cleared()).isEqualTo(5);
            assertThat(queue.stats().paused()).as("limits stay").isTrue();
            assertSound(queue);
        }
    }

    @EachProtocol
    void aPausedQueueHandsNothingOut(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            queue.pause();
            queue.enqueue("body");

            assertThat(queue.isPaused()).isTrue();
            assertThat(worker.leaseUpTo(1)).isEmpty();
            queue.resume();
            assertThat(queue.isPaused()).isFalse();
            worker.lease();
        }
    }

    @EachProtocol
    void limitsOfTheQueueAndOfOneGroupHoldAtOnce(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            HandWorker worker = new HandWorker(redis, "q");
            queue.enqueueAll(
                    List.of("1", "2", "3", "4", "5"),
                    EnqueueOptions.builder().group("g").build());
            assertThat(worker.leaseUpTo(10)).hasSize(1);
            queue.limitGroup("g", 3);
            assertThat(worker.leaseUpTo(10)).hasSize(2);
            queue.limitGroup("g", 5);
            queue.configure(QueueOptions.builder().concurrency(4).build());
            assertThat(worker.leaseUpTo(10)).hasSize(1);
            queue.configure(QueueOptions.builder().concurrency(0).build());
            queue.unlimitGroup("g");
            assertThat(worker.leaseUpTo(10)).as("one at a time again").isEmpty();
            queue.configure(QueueOptions.builder().groupConcurrency(5).build());
            assertThat(worker.leaseUpTo(10)).as("the queue's limit for groups").hasSize(1);
            assertSound(queue);
        }
    }

    @EachProtocol
    void aCheckFindsWhatDoesNotFitTogetherUnlessThereIsTooMuch(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = queue(redis);
            queue.enqueue("body", id("one").build());
            queue.enqueue("body", id("two").build());
            redis.hdel("cmq:{q}:b", "two");

            assertThat(queue.check(2)).anySatisfy(finding -> assertThat(finding).contains("id two has no body"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> queue.check(1))
                    .withMessageContaining("has 2 messages, and mostMessages is 1");
        }
    }
}
