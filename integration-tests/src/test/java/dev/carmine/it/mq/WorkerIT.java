package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueStatus;
import dev.carmine.mq.Handlers;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageInfo;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.RetryPolicy;
import dev.carmine.mq.UndecodablePolicy;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import dev.carmine.mq.WorkerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker does with the messages of a queue. */
@RedisTest
class WorkerIT {
    private Carmine redis;
    private MessageQueue<String> queue;

    @BeforeEach
    void connect(RedisServer server) {
        server.flushAll();
        redis = Clients.connect(server);
        queue = Queues.open(redis);
    }

    @AfterEach
    void close() {
        assertThat(queue.check(10_000)).isEmpty();
        redis.close();
        ThreadLeaks.awaitNone();
    }

    @EachProtocol
    void handlesWhatWasEnqueuedBeforeAndAfterItsStart(Resp resp, RedisServer server) throws Exception {
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        try (Carmine client = Clients.connect(server, resp)) {
            MessageQueue<String> same = Queues.open(client);
            same.enqueue("before");
            try (Worker worker = same.worker(WorkerOptions.defaults(), message -> {
                handled.add(message.body());
                return Outcome.success();
            })) {
                worker.start();
                assertThat(Queues.poll(handled)).isEqualTo("before");
                same.enqueue("after");
                assertThat(Queues.poll(handled)).isEqualTo("after");
                assertThat(worker.drain(Clients.PATIENCE)).isTrue();
                assertThat(worker.stats().succeeded()).isEqualTo(2);
            }
            assertThat(same.stats().totals().acknowledged()).isEqualTo(2);
        }
    }

    @Test
    void messageTellsWhatIsKnownOfIt() throws Exception {
        AtomicReference<Message<String>> seen = new AtomicReference<>();
        queue.enqueue(
                "body",
                EnqueueOptions.builder()
                        .id("order:1")
                        .header("trace", "t1")
                        .group("customer:7")
                        .lease(Duration.ofSeconds(20))
                        .build());
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
            seen.set(message);
            assertThat(message.isLeaseLost()).isFalse();
            assertThat(message.leaseExpiresAt())
                    .isBetween(Instant.now(), Instant.now().plusSeconds(20));
            return Outcome.success();
        })) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 1);
        }
        Message<String> message = Objects.requireNonNull(seen.get());
        assertThat(message.id()).isEqualTo("order:1");
        assertThat(message.body()).isEqualTo("body");
        assertThat(message.headers()).containsEntry("trace", "t1");
        assertThat(message.group()).isEqualTo("customer:7");
        assertThat(message.queue()).isEqualTo("q");
        assertThat(message.attempt()).isOne();
        assertThat(message.deliveries()).isOne();
        assertThat(message.lease()).isEqualTo(Duration.ofSeconds(20));
        assertThat(message.age()).isLessThan(Clients.PATIENCE);
    }

    @Test
    void failuresOfAnyKindAreRetriedUntilTheMessageIsDead() {
        List<String> kinds = List.of("exception", "error", "overflow", "null", "interrupted");
        kinds.forEach(kind -> queue.enqueue(
                kind, EnqueueOptions.builder().id(kind).maxAttempts(3).build()));
        AtomicInteger runs = new AtomicInteger();
        WorkerOptions options = WorkerOptions.builder()
                .concurrency(2)
                .retryPolicy(RetryPolicy.fixed(Duration.ZERO))
                .build();
        try (Worker worker = queue.worker(options, message -> {
            runs.incrementAndGet();
            return failing(message.body());
        })) {
            worker.start();
            Queues.await(() -> worker.stats().deadLettered() == kinds.size());
            assertThat(runs).hasValue(3 * kinds.size());
            assertThat(worker.state()).isEqualTo(WorkerState.RUNNING);
            assertThat(worker.stats().retried()).isEqualTo(2L * kinds.size());
        }
        assertThat(queue.messages(QueueState.DEAD, 0, 10))
                .extracting(MessageInfo::id)
                .containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(queue.status("exception").lastError()).isEqualTo("java.lang.IllegalStateException: on purpose");
    }

    @SuppressWarnings("NullAway") // null is what a handler must not return
    private static Outcome failing(String kind) throws InterruptedException {
        switch (kind) {
            case "exception" -> throw new IllegalStateException("on purpose");
            case "error" -> throw new AssertionError("on purpose");
            case "overflow" -> throw new StackOverflowError();
            case "interrupted" -> {
                Thread.currentThread().interrupt();
                throw new InterruptedException();
            }
            default -> {
                return null;
            }
        }
    }

    @Test
    void whatThePolicyRefusesIsDeadAtOnce() {
        queue.enqueue("hopeless", EnqueueOptions.builder().id("a").build());
        WorkerOptions options =
                WorkerOptions.builder().retryPolicy(RetryPolicy.never()).build();
        try (Worker worker = queue.worker(options, message -> {
            throw new IllegalArgumentException();
        })) {
            worker.start();
            Queues.await(() -> worker.stats().deadLettered() == 1);
        }
        assertThat(queue.status("a").state()).isEqualTo(QueueState.DEAD);
    }

    @Test
    void everyOutcomeIsHeardByTheServer() {
        for (String id : List.of("dedupe", "chain", "retry", "dead", "release")) {
            queue.enqueue(id, EnqueueOptions.builder().id(id).build());
        }
        AtomicInteger released = new AtomicInteger();
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> switch (message.body()) {
            case "dedupe" -> Outcome.success().dedupeFor(Duration.ofMinutes(1));
            case "chain" ->
                Outcome.success()
                        .then(queue.newMessage(
                                "chained",
                                EnqueueOptions.builder().id("chained").build()));
            case "retry" -> message.attempt() == 1 ? Outcome.retry(Duration.ZERO) : Outcome.success();
            case "dead" -> Outcome.deadLetter("no such customer");
            case "release" -> released.incrementAndGet() == 1 ? Outcome.release() : Outcome.success();
            default -> Outcome.success();
        })) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 5);
            assertThat(worker.stats().released()).isOne();
            assertThat(worker.stats().retried()).isOne();
            assertThat(worker.stats().deadLettered()).isOne();
        }
        assertThat(queue.enqueue("again", EnqueueOptions.builder().id("dedupe").build())
                        .status())
                .isEqualTo(EnqueueStatus.DEDUPLICATED);
        assertThat(queue.status("dead").lastError()).isEqualTo("no such customer");
    }

    @Test
    void asyncHandlersOccupyTheirSlotUntilTheirStageCompletes() throws Exception {
        BlockingQueue<CompletableFuture<Outcome>> begun = new LinkedBlockingQueue<>();
        queue.enqueueAll(List.of("1", "2", "3"));
        try (Worker worker =
                queue.workerAsync(WorkerOptions.builder().concurrency(2).build(), message -> {
                    CompletableFuture<Outcome> stage = new CompletableFuture<>();
                    begun.add(stage);
                    return stage;
                })) {
            worker.start();
            CompletableFuture<Outcome> first = Queues.poll(begun);
            CompletableFuture<Outcome> second = Queues.poll(begun);
            assertThat(begun.poll(50, TimeUnit.MILLISECONDS)).isNull();
            assertThat(worker.stats().handling()).isEqualTo(2);
            first.complete(Outcome.success());
            CompletableFuture<Outcome> third = Queues.poll(begun);
            second.complete(Outcome.success());
            third.completeExceptionally(new IllegalStateException("on purpose"));
            Queues.await(() -> worker.stats().succeeded() == 2 && worker.stats().retried() == 1);
        }
    }

    @Test
    void handlersThatTakeTooLongAreInterrupted() {
        queue.enqueue("slow");
        BlockingQueue<Integer> attempts = new LinkedBlockingQueue<>();
        WorkerOptions options = WorkerOptions.builder()
                .handlerTimeout(Duration.ofMillis(50))
                .retryPolicy(RetryPolicy.fixed(Duration.ZERO))
                .build();
        try (Worker worker = queue.worker(options, message -> {
            attempts.add(message.attempt());
            if (message.attempt() == 1) {
                new CompletableFuture<Void>().get();
            }
            return Outcome.success();
        })) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 1);
            assertThat(attempts).containsExactly(1, 2);
            assertThat(worker.stats().timedOut()).isOne();
        }
    }

    @Test
    void extendsLeasesOfHandlersThatRun() {
        queue.enqueue(
                "long",
                EnqueueOptions.builder().id("long").lease(Duration.ofSeconds(3)).build());
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
            Instant first = message.leaseExpiresAt();
            message.progress(40);
            Queues.await(() -> message.leaseExpiresAt().isAfter(first));
            assertThat(message.isLeaseLost()).isFalse();
            assertThat(queue.status("long").progress()).isEqualTo("40");
            return Outcome.success();
        })) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 1);
            assertThat(worker.stats().leasesLost()).isZero();
        }
    }

    @Test
    void handlerHearsThatItsLeaseIsLostAndItsOutcomeCountsNoMore() {
        queue.enqueue(
                "lost", EnqueueOptions.builder().lease(Duration.ofMillis(300)).build());
        AtomicInteger runs = new AtomicInteger();
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
            runs.incrementAndGet();
            queue.clear();
            Queues.await(message::isLeaseLost);
            return Outcome.success();
        })) {
            worker.start();
            Queues.await(() -> worker.stats().leasesLost() == 1);
            assertThat(worker.stats().succeeded()).isZero();
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void handlerHearsThatItsMessageIsCancelled() {
        queue.enqueue(
                "x",
                EnqueueOptions.builder().id("x").lease(Duration.ofSeconds(3)).build());
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
            queue.cancel("x");
            Queues.await(message::isCancelled);
            throw new IllegalStateException("stopped as it was told");
        })) {
            worker.start();
            Queues.await(() -> worker.stats().cancelled() == 1);
        }
        assertThat(queue.status("x").state()).isEqualTo(QueueState.ABSENT);
    }

    @Test
    void handlerExtendsItsLease() {
        queue.enqueue("x", EnqueueOptions.builder().lease(Duration.ofSeconds(5)).build());
        AtomicReference<Instant> end = new AtomicReference<>();
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
            message.extendLease(Duration.ofMinutes(10));
            end.set(message.leaseExpiresAt());
            return Outcome.success();
        })) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 1);
        }
        assertThat(end.get()).isAfter(Instant.now().plusSeconds(500));
    }

    @Test
    void bodiesThatCannotBeReadAreSetAside() {
        queue.enqueue("no number", EnqueueOptions.builder().id("x").build());
        MessageQueue<Integer> numbers = MessageQueue.of(redis, "q", Integer.class);
        try (Worker worker = numbers.worker(WorkerOptions.defaults(), message -> Outcome.success())) {
            worker.start();
            Queues.await(() -> worker.stats().deadLettered() == 1);
        }
        assertThat(queue.find("x").orElseThrow().body()).contains("no number");
        assertThat(queue.status("x").lastError()).doesNotContain("no number");
    }

    @Test
    void handlersAreChosenByTheTypeOfAMessage() {
        queue.enqueue("7", EnqueueOptions.builder().type("number").build());
        queue.enqueue("seven", EnqueueOptions.builder().type("word").build());
        queue.enqueue("?", EnqueueOptions.builder().id("unknown").type("riddle").build());
        BlockingQueue<Object> handled = new LinkedBlockingQueue<>();
        Handlers handlers = Handlers.builder()
                .on("number", Integer.class, message -> {
                    handled.add(message.body());
                    return Outcome.success();
                })
                .on("word", String.class, message -> {
                    handled.add(message.body());
                    return Outcome.success();
                })
                .build();
        try (Worker worker = queue.worker(WorkerOptions.defaults(), handlers)) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 2 && worker.stats().deadLettered() == 1);
        }
        assertThat(handled).containsExactlyInAnyOrder(7, "seven");
        assertThat(queue.status("unknown").lastError()).contains("riddle");
    }

    @Test
    void whatCannotBeReadCanBeLeftToOtherWorkers() {
        queue.enqueue("no number", EnqueueOptions.builder().id("x").build());
        MessageQueue<Integer> numbers = MessageQueue.of(redis, "q", Integer.class);
        WorkerOptions releasing =
                WorkerOptions.builder().undecodable(UndecodablePolicy.RELEASE).build();
        try (Worker older = numbers.worker(releasing, message -> Outcome.success());
                Worker newer = queue.worker(WorkerOptions.defaults(), message -> Outcome.success())) {
            older.start();
            Queues.await(() -> older.stats().released() == 1);
            newer.start();
            Queues.await(() -> newer.stats().succeeded() == 1);
        }
    }

    @Test
    void messagesOfAGroupAreHandledInOrderOneAtATime() {
        int count = 50;
        for (int i = 0; i < count; i++) {
            queue.enqueue(
                    String.valueOf(i),
                    EnqueueOptions.builder().group("g" + i % 2).build());
        }
        List<List<Integer>> orders = List.of(new ArrayList<>(), new ArrayList<>());
        List<AtomicInteger> running = List.of(new AtomicInteger(), new AtomicInteger());
        AtomicInteger overlaps = new AtomicInteger();
        WorkerOptions options = WorkerOptions.builder()
                .retryPolicy(RetryPolicy.fixed(Duration.ZERO))
                .build();
        try (Worker worker = queue.worker(options, message -> {
            int number = Integer.parseInt(message.body());
            AtomicInteger inGroup = running.get(number % 2);
            if (inGroup.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            try {
                if (number % 7 == 0 && message.attempt() == 1) {
                    throw new IllegalStateException("on purpose");
                }
                orders.get(number % 2).add(number);
                return Outcome.success();
            } finally {
                inGroup.decrementAndGet();
            }
        })) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == count);
        }
        assertThat(overlaps).hasValue(0);
        assertThat(orders).allSatisfy(order -> assertThat(order).isSorted().hasSize(count / 2));
    }

    @Test
    void handlesNoMoreAtATimeThanItsConcurrency() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        queue.enqueueAll(Collections.nCopies(200, "x"));
        WorkerOptions options =
                WorkerOptions.builder().concurrency(4).prefetch(20).build();
        try (Worker worker = queue.worker(options, message -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            running.decrementAndGet();
            return Outcome.success();
        })) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 200);
        }
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void interceptorsSurroundTheHandler() {
        BlockingQueue<String> calls = new LinkedBlockingQueue<>();
        queue.enqueue("x");
        WorkerOptions options = WorkerOptions.builder()
                .intercept((message, handling) -> {
                    calls.add("outer " + message.body());
                    return handling.proceed();
                })
                .intercept((message, handling) -> {
                    calls.add("inner");
                    try {
                        return handling.proceed();
                    } finally {
                        calls.add("after");
                    }
                })
                .build();
        try (Worker worker = queue.worker(options, message -> {
            calls.add("handler");
            return Outcome.success();
        })) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 1);
        }
        assertThat(calls).containsExactly("outer x", "inner", "handler", "after");
    }
}
