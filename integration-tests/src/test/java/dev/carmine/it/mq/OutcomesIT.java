package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueStatus;
import dev.carmine.mq.MessageInfo;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.RetryPolicy;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import dev.carmine.mq.WorkerState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a message by what its handler returns or throws. */
class OutcomesIT extends QueueFixture {
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
}
