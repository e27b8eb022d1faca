package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.RetryPolicy;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
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
import org.junit.jupiter.api.Test;

/** What a worker does with the messages of a queue. */
class WorkerIT extends QueueFixture {
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
