package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.Handlers;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.UndecodablePolicy;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Workers of two versions on one queue, of which the older does not know all types. */
@RedisTest
class RollingDeploymentIT {
    private static final WorkerOptions RELEASING = WorkerOptions.builder()
            .concurrency(1)
            .undecodable(UndecodablePolicy.RELEASE)
            .build();
    private static final int OLD_ONES = 20;

    @Test
    void anOldWorkerGoesOnWithWhatItKnowsAndLeavesTheRestToANewOne(RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server)) {
            MessageQueue<String> queue = Queues.open(redis);
            for (String id : List.of("new:1", "new:2", "new:3")) {
                queue.enqueue(id, EnqueueOptions.builder().id(id).type("new").build());
            }
            for (int i = 0; i < OLD_ONES; i++) {
                queue.enqueue("old", EnqueueOptions.builder().type("old").build());
            }
            Handlers old = Handlers.builder()
                    .on("old", String.class, message -> Outcome.success())
                    .build();
            List<Integer> deliveries = new CopyOnWriteArrayList<>();
            Handlers both = Handlers.builder()
                    .on("old", String.class, message -> Outcome.success())
                    .on("new", String.class, message -> {
                        deliveries.add(message.deliveries());
                        return Outcome.success();
                    })
                    .build();
            try (Worker older = queue.worker(RELEASING, old);
                    Worker newer = queue.worker(WorkerOptions.defaults(), both)) {
                older.start();
                Queues.await(() -> older.stats().succeeded() == OLD_ONES);
                assertThat(older.stats().released()).isGreaterThanOrEqualTo(3);
                assertThat(queue.status("new:1").state()).isNotEqualTo(QueueState.DEAD);
                newer.start();
                Queues.await(() -> newer.stats().succeeded() == 3);
            }
            assertThat(deliveries).as("what was left to others does not count").containsExactly(1, 1, 1);
        }
    }
}
