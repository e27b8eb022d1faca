package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers among whose parts some throw what they must not: it concerns the one message, and costs no slot. */
@RedisTest
class BrokenPartsIT {
    private Carmine redis;

    /** Writes nothing, and reads nothing that is known. */
    private static final class Broken implements Serializer {
        @Override
        public byte[] serialize(Object value) {
            if (value instanceof Gift) {
                return new byte[] {1};
            }
            throw new NoClassDefFoundError("on purpose");
        }

        @Override
        public <T> T deserialize(byte[] bytes, TypeRef<T> type) {
            throw new NoClassDefFoundError("on purpose");
        }
    }

    /** What the serializer writes, and cannot read. */
    private record Gift() {}

    /** What it cannot write. */
    private record Riddle() {}

    /** What cannot be told of. */
    private static final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new AssertionError("on purpose");
        }
    }

    @BeforeEach
    void connect(RedisServer server) {
        server.flushAll();
        redis = Carmine.connect(Clients.options(server).serializer(new Broken()).build());
    }

    @AfterEach
    void close() {
        redis.close();
        ThreadLeaks.awaitNone();
    }

    @Test
    void anErrorOfTheSerializerMakesAMessageUndecodable() {
        MessageQueue<Gift> gifts = MessageQueue.of(redis, "q", Gift.class);
        gifts.enqueue(new Gift(), EnqueueOptions.builder().id("x").build());
        try (Worker worker = gifts.worker(WorkerOptions.defaults(), message -> Outcome.success())) {
            worker.start();
            Queues.await(() -> worker.stats().deadLettered() == 1);
        }
        assertThat(gifts.status("x").state()).isEqualTo(QueueState.DEAD);
        assertThat(gifts.status("x").lastError()).contains("NoClassDefFoundError");
    }

    @Test
    void aResultThatCannotBeWrittenIsAFailureOfItsMessage() {
        MessageQueue<String> queue = Queues.open(redis);
        queue.enqueue("x", EnqueueOptions.builder().id("x").build());
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> Outcome.success(new Riddle()))) {
            worker.start();
            Queues.await(() -> worker.stats().retried() == 1);
        }
        assertThat(queue.status("x").lastError()).contains("NoClassDefFoundError");
    }

    @Test
    void aStageWhoseFailureCannotBeToldOfFreesItsSlot() {
        MessageQueue<String> queue = Queues.open(redis);
        queue.enqueue("x", EnqueueOptions.builder().id("x").build());
        AtomicInteger attempts = new AtomicInteger();
        try (Worker worker = queue.workerAsync(
                WorkerOptions.builder().concurrency(1).build(),
                message -> attempts.incrementAndGet() == 1
                        ? CompletableFuture.failedFuture(new Unspeakable())
                        : CompletableFuture.completedFuture(Outcome.success()))) {
            worker.start();
            Queues.await(() -> worker.stats().retried() == 1);
            assertThat(queue.status("x").lastError()).isEqualTo(AssertionError.class.getName());
            Queues.await(() -> worker.stats().succeeded() == 1);
            assertThat(worker.drain(Duration.ofSeconds(10))).isTrue();
        }
    }
}
