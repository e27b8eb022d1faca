package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Leases of messages while they are handled: extended, given more time, and lost. */
class LeasesIT extends QueueFixture {
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
}
