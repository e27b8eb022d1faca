package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.carmine.client.TypeRef;
import dev.carmine.it.client.Clients;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueStatus;
import dev.carmine.mq.MessageStatus;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.TestQueue;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerActivity;
import dev.carmine.mq.WorkerOptions;
import dev.carmine.mq.WorkerState;
import dev.carmine.mq.internal.QueueScripts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was measured to be wrong with the message queue of the Clojure library, and must not be so here. */
class DefectsOfTheOriginalIT extends QueueFixture {
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** A queue whose clock the tests move, beside the one whose workers wait in real time. */
    private TestQueue<String> timed;

    @BeforeEach
    void open() {
        timed = TestQueue.of(
                redis,
                "timed",
                TypeRef.of(String.class),
                QueueOptions.defaults(),
                Instant.parse("2026-09-21T00:00:00Z"));
    }

    @AfterEach
    void timedIsSound() {
        assertThat(timed.queue().check(10_000)).isEmpty();
    }

    private HandWorker worker() {
        return new HandWorker(redis, "timed", QueueScripts.Clock.FIELD);
    }

    private static EnqueueOptions delayed(Duration delay) {
        return EnqueueOptions.builder().delay(delay).build();
    }

    /** There it blocked on a list that held the element already, and so never did. */
    @Test
    void anIdleWorkerBlocksAndDoesNotPoll(RedisServer server) {
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> Outcome.success())) {
            worker.start();
            awaitWaitingAfter(worker, 1);
            long before = ServerCalls.of(server, "eval", "evalsha", "bzpopmin");
            awaitWaitingAfter(worker, 2);
            assertThat(ServerCalls.of(server, "eval", "evalsha", "bzpopmin") - before)
                    .as("a wait, an exchange, and the next wait")
                    .isLessThanOrEqualTo(3);
        }
    }

    private static void awaitWaitingAfter(Worker worker, int exchanges) {
        Queues.await(
                () -> worker.stats().exchanges() == exchanges && worker.stats().activity() == WorkerActivity.WAITING);
    }

    /** There it freed the lock of whoever had the message by then, and a third delivery followed. */
    @Test
    void aLateSettleChangesNothingForThePresentHolder() {
        HandWorker late = worker();
        HandWorker present = worker();
        timed.queue().enqueue("a", EnqueueOptions.withId("a"));
        HandWorker.Held lost = late.lease();
        timed.advance(LEASE);
        HandWorker.Held held = present.lease();
        MessageStatus status = timed.queue().status("a");
        for (String kind : List.of("s", "r", "x", "b")) {
            assertThat(late.answerTo(kind, lost, 0, "late")).isEqualTo("l");
        }
        assertThat(timed.queue().status("a")).isEqualTo(status);
        timed.advance(LEASE.minusMillis(1));
        assertThat(worker().leaseUpTo(1)).as("a third delivery").isEmpty();
        present.succeed(held, Duration.ZERO);
        assertThat(timed.queue().stats().totals().delivered()).isEqualTo(2);
    }

    /** There whatever was not new was not looked at as long as there was something new. */
    @Test
    void whatFallsDueIsHandedOutThoughNewMessagesKeepComing() {
        HandWorker crashing = worker();
        HandWorker worker = worker();
        timed.queue().enqueueAll(List.of("expired", "retried"));
        List<HandWorker.Held> held = crashing.leaseUpTo(2);
        crashing.retryAfter(held.get(1), LEASE);
        timed.queue().enqueue("delayed", delayed(LEASE));
        timed.queue().enqueue("done", EnqueueOptions.withId("done"));
        worker.succeed(worker.lease(), LEASE);

        List<String> handled = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            timed.queue().enqueueAll(List.of("new", "new", "new"));
            if (round == 10) {
                assertThat(handled).containsOnly("new");
                timed.advance(LEASE);
                assertThat(timed.queue()
                                .enqueue("done", EnqueueOptions.withId("done"))
                                .status())
                        .as("its window is over")
                        .isEqualTo(EnqueueStatus.ADDED);
            }
            HandWorker.Held message = worker.lease();
            handled.add(message.body());
            worker.succeed(message, Duration.ZERO);
        }
        assertThat(handled.subList(10, 20)).contains("expired", "retried", "delayed");
    }

    /** There each poll looked at one message, and it took 5,002 of them. */
    @Test
    void theOneThatIsDueAmongManyDelayedOnesIsFoundAtOnce() {
        timed.queue().enqueueAll(Collections.nCopies(2_500, "later"), delayed(Duration.ofHours(1)));
        timed.queue().enqueue("due", delayed(LEASE));
        timed.queue().enqueueAll(Collections.nCopies(2_500, "later"), delayed(Duration.ofHours(1)));
        timed.advance(LEASE);
        assertThat(worker().leaseUpTo(10)).extracting(HandWorker.Held::body).containsExactly("due");
    }

    /** There it took two polls a message. */
    @Test
    void manyMessagesShareACallOfTheServer(RedisServer server) {
        int count = 1_000;
        queue.enqueueAll(Collections.nCopies(count, "x"));
        long before = ServerCalls.ofScripts(server);
        try (Worker worker =
                queue.worker(WorkerOptions.builder().concurrency(16).build(), message -> Outcome.success())) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == count);
            assertThat(ServerCalls.ofScripts(server) - before).isLessThan(count / 4);
        }
    }

    /** There it threw in the worker's thread, which ended. */
    @Test
    @SuppressWarnings("NullAway") // null is what must be refused
    void aThrottleThatIsNullIsRefusedAndOneThatSaysNullDoesNoHarm() {
        assertThatNullPointerException()
                .isThrownBy(() -> WorkerOptions.builder().throttle(null))
                .withMessageContaining("throttle");
        queue.enqueueAll(List.of("a", "b", "c"));
        WorkerOptions options =
                WorkerOptions.builder().concurrency(1).throttle(size -> null).build();
        try (Worker worker = queue.worker(options, message -> Outcome.success())) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 3);
        }
    }

    /** There it waited for the threads that poll, and not for handlers. */
    @Test
    void drainingWaitsForHandlers() throws Exception {
        assertWaitsForHandler(
                worker -> assertThat(worker.drain(Clients.PATIENCE)).isTrue());
    }

    @Test
    void closingWaitsForHandlers() throws Exception {
        assertWaitsForHandler(worker -> worker.close(Clients.PATIENCE));
    }

    private void assertWaitsForHandler(Consumer<Worker> end) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        queue.enqueue("x");
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
            events.add("begun");
            gate.await();
            events.add("handled");
            return Outcome.success();
        })) {
            worker.start();
            assertThat(Queues.poll(events)).isEqualTo("begun");
            CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> {
                end.accept(worker);
                events.add("ended");
            });
            Queues.await(() -> worker.state() == WorkerState.STOPPING);
            assertThat(events.poll(50, TimeUnit.MILLISECONDS)).isNull();
            gate.countDown();
            assertThat(Queues.poll(events)).isEqualTo("handled");
            assertThat(Queues.poll(events)).isEqualTo("ended");
            ended.join();
            assertThat(worker.stats().succeeded()).isOne();
        } finally {
            gate.countDown();
        }
    }
}
