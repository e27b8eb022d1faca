package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.NoResultException;
import dev.carmine.mq.NoResultException.Reason;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results: waited for from anywhere, before and after they are there. */
@RedisTest
class ResultIT {
    private static final EnqueueOptions SEVEN = EnqueueOptions.withId("order:7");

    record Receipt(String order, int amount) {}

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    private static MessageQueue<String> orders(Carmine redis) {
        return MessageQueue.of(redis, "orders", String.class);
    }

    private static Receipt await(MessageQueue<String> queue, Duration timeout) {
        try {
            return queue.awaitResult("order:7", Receipt.class, timeout);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitSomebodyWaiting(Carmine redis) {
        Awaitility.await().atMost(Clients.PATIENCE).until(() -> redis.zcard("cmq:{orders}:a") == 1);
    }

    @EachProtocol
    void aResultReachesWhoWaitsForItAndWhoComesLater(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = orders(redis);
            queue.enqueue("tea", SEVEN);
            CompletableFuture<Receipt> waiting = CompletableFuture.supplyAsync(() -> await(queue, Clients.PATIENCE));
            awaitSomebodyWaiting(redis);
            Receipt receipt = new Receipt("tea", 3);
            try (Worker worker = queue.worker(
                    WorkerOptions.defaults(), message -> Outcome.success(new Receipt(message.body(), 3)))) {
                worker.start();
                assertThat(waiting.orTimeout(Clients.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                .join())
                        .isEqualTo(receipt);
            }
            assertThat(await(queue, Duration.ZERO)).isEqualTo(receipt);
            assertThat(redis.exists("cmq:{orders}:a")).isZero();
        }
    }

    @Test
    void whoWaitsIsToldThatThereWillBeNone(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            MessageQueue<String> queue = orders(redis);
            queue.enqueue("tea", SEVEN);
            assertNone(queue, Duration.ZERO, Reason.NOT_YET, "was not handled within");
            CompletableFuture<NoResultException> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    await(queue, Clients.PATIENCE);
                    throw new AssertionError("there is a result");
                } catch (NoResultException e) {
                    return e;
                }
            });
            awaitSomebodyWaiting(redis);
            try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> Outcome.deadLetter("no tea"))) {
                worker.start();
                NoResultException none = waiting.orTimeout(Clients.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
                assertThat(none.reason()).isEqualTo(Reason.DEAD);
                assertThat(none).hasMessageContaining("no tea");
            }
            queue.purgeAll(1);
            assertNone(queue, Clients.PATIENCE, Reason.NONE, "was handled without one");
        }
    }

    private static void assertNone(MessageQueue<String> queue, Duration timeout, Reason reason, String why) {
        assertThatExceptionOfType(NoResultException.class)
                .isThrownBy(() -> await(queue, timeout))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
