package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.TestQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fences that handlers see, on a clock that stands still. */
@RedisTest
class FenceIT {
    private static final EnqueueOptions ALWAYS_THE_SAME =
            EnqueueOptions.builder().id("a").build();

    @Test
    void fencesOfAnIdRiseWithEachDeliveryInAllItsLives(RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server)) {
            TestQueue<String> time = TestQueue.of(redis, "q", String.class);
            MessageQueue<String> queue = time.queue();
            List<Long> fences = new ArrayList<>();
            for (Runnable end : List.<Runnable>of(() -> {}, queue::clear, () -> queue.cancel("a"))) {
                queue.enqueue("body", ALWAYS_THE_SAME);
                time.run(message -> {
                    fences.add(message.fence());
                    return message.attempt() < 3 ? Outcome.retry(Duration.ZERO) : Outcome.success();
                });
                queue.enqueue("never handled", ALWAYS_THE_SAME);
                end.run();
                time.run(message -> {
                    fences.add(message.fence());
                    return Outcome.success();
                });
            }
            assertThat(fences).hasSize(10).isSorted().doesNotHaveDuplicates().allMatch(fence -> fence > 0);
        }
    }
}
