package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker whose handlers were quick leases ahead of them; what waits when one is slow must not wait for that one. */
class SlowHandlerIT extends QueueFixture {
    private static final WorkerOptions ONE_AT_A_TIME =
            WorkerOptions.builder().concurrency(1).build();

    private final CountDownLatch gate = new CountDownLatch(1);
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

    @AfterEach
    void openGate() {
        gate.countDown();
    }

    private Worker worker() {
        return queue.worker(ONE_AT_A_TIME, message -> {
            begun.add(message.body());
            if (message.body().equals("slow")) {
                gate.await();
            }
            return Outcome.success();
        });
    }

    @Test
    void anotherWorkerHandlesWhatWasLeasedAhead() throws Exception {
        List<String> messages = new ArrayList<>(Collections.nCopies(1_000, "quick"));
        messages.add("slow");
        messages.addAll(List.of("a", "b", "c"));
        queue.enqueueAll(messages);
        try (Worker first = worker()) {
            first.start();
            while (!Queues.poll(begun).equals("slow")) {
                // It gets there.
            }
            try (Worker second = worker()) {
                second.start();
                assertThat(List.of(Queues.poll(begun), Queues.poll(begun), Queues.poll(begun)))
                        .containsExactly("a", "b", "c");
                Queues.await(() -> second.stats().succeeded() == 3);
            }
            assertThat(first.stats().handling()).isOne();
            gate.countDown();
            Queues.await(() -> first.stats().succeeded() == 1_001);
            assertThat(first.stats().exchanges()).as("it has leased ahead").isLessThan(500);
        }
    }

    @Test
    void whatWentBackHasNoDeliveryMore() throws Exception {
        Set<Integer> deliveries = ConcurrentHashMap.newKeySet();
        List<String> messages = new ArrayList<>(Collections.nCopies(1_000, "quick"));
        messages.addAll(List.of("slow", "last"));
        String last = queue.enqueueAll(messages).get(messages.size() - 1).id();
        try (Worker worker = queue.worker(ONE_AT_A_TIME, message -> {
            deliveries.add(message.deliveries());
            if (message.body().equals("slow")) {
                begun.add(message.body());
                gate.await();
            }
            return Outcome.success();
        })) {
            worker.start();
            Queues.poll(begun);
            Queues.await(() -> queue.status(last).state() == QueueState.READY);
            gate.countDown();
            Queues.await(() -> worker.stats().succeeded() == messages.size());
        }
        assertThat(deliveries).containsExactly(1);
    }
}
