package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.NoResultException;
import dev.carmine.mq.NoResultException.Reason;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import org.junit.jupiter.api.Test;

/** The result of a message whose id was used before. */
@RedisTest
class UsedIdResultIT {
    @Test
    void theResultOfAnEarlierMessageIsNotThatOfTheNext(RedisServer server) throws InterruptedException {
        server.flushAll();
        EnqueueOptions seven = EnqueueOptions.withId("order:7");
        try (Carmine redis = Clients.connect(server)) {
            MessageQueue<String> queue = Queues.open(redis);
            try (Worker worker = queue.worker(
                    WorkerOptions.defaults(),
                    message -> message.body().equals("tea") ? Outcome.success("paid") : Outcome.success())) {
                worker.start();
                queue.enqueue("tea", seven);
                assertThat(queue.awaitResult("order:7", String.class, Clients.PATIENCE))
                        .isEqualTo("paid");
                queue.enqueue("coffee", seven);
                assertThatExceptionOfType(NoResultException.class)
                        .isThrownBy(() -> queue.awaitResult("order:7", String.class, Clients.PATIENCE))
                        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NONE));
            }
        }
    }
}
