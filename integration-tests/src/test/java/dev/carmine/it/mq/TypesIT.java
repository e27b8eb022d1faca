package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.Handlers;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.UndecodablePolicy;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** Handlers by the types of messages, and bodies that cannot be read. */
class TypesIT extends QueueFixture {
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
}
