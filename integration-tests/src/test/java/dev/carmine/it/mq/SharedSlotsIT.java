package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.SharedSlots;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerActivity;
import dev.carmine.mq.WorkerOptions;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers of two queues, each on a client of its own, that share eight slots with weights 3 and 1. */
@RedisTest
class SharedSlotsIT {
    private static final int SLOTS = 8;

    private final SharedSlots slots = SharedSlots.of(SLOTS);
    private Side heavy;
    private Side light;

    /** How many handlers run now on both sides, and how many did at most. */
    private final AtomicInteger running = new AtomicInteger();

    private final AtomicInteger most = new AtomicInteger();

    /** What was handled, in its order, and by whom. */
    private final ConcurrentLinkedQueue<Side> handled = new ConcurrentLinkedQueue<>();

    /** A queue with its client and worker, whose handlers wait until they are let go. */
    private final class Side {
        final Semaphore gate = new Semaphore(0);
        final Carmine redis;
        final MessageQueue<String> queue;
        final Worker worker;

        Side(RedisServer server, String name, int weight) {
            redis = Clients.connect(server);
            queue = MessageQueue.of(redis, name, String.class);
            WorkerOptions options = WorkerOptions.builder()
                    .concurrency(SLOTS)
                    .prefetch(4)
                    .share(slots, weight)
                    .build();
            worker = queue.worker(options, message -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                try {
                    gate.acquire();
                } finally {
                    running.decrementAndGet();
                }
                handled.add(this);
                return Outcome.success();
            });
        }

        void enqueue(int messages) {
            queue.enqueueAll(IntStream.range(0, messages).mapToObj(i -> "m" + i).toList());
        }

        /** How many messages are in its hands. */
        int held() {
            return worker.stats().handling() + worker.stats().waiting();
        }

        void awaitHeld(int messages) {
            Queues.await(() -> held() == messages);
        }

        void finishAll() {
            gate.release(1_000_000);
        }
    }

    @BeforeEach
    void connect(RedisServer server) {
        server.flushAll();
        heavy = new Side(server, "heavy", 3);
        light = new Side(server, "light", 1);
    }

    @AfterEach
    void close() {
        for (Side side : List.of(heavy, light)) {
            side.finishAll();
            side.worker.close();
            assertThat(side.queue.check(10_000)).isEmpty();
            side.redis.close();
        }
        assertThat(most.get()).isLessThanOrEqualTo(SLOTS);
        ThreadLeaks.awaitNone();
    }

    /** Starts the one, which takes all slots, and the other, which gets its part as two messages finish. */
    private void startBoth() {
        heavy.worker.start();
        heavy.awaitHeld(SLOTS);
        light.worker.start();
        Queues.await(() -> light.worker.stats().activity() == WorkerActivity.FULL);
        heavy.gate.release(2);
        light.awaitHeld(2);
        heavy.awaitHeld(6);
    }

    @Test
    void busyWorkersHandleInProportionToTheirWeights() {
        heavy.enqueue(1_500);
        light.enqueue(1_500);
        startBoth();
        for (int round = 0; round < 100; round++) { // each message takes as long as any other
            heavy.gate.release(6);
            light.gate.release(2);
            int done = 2 + (round + 1) * SLOTS;
            Queues.await(() -> handled.size() == done && heavy.held() == 6 && light.held() == 2);
        }
        assertThat(handled).filteredOn(side -> side == heavy).hasSize(602);
        assertThat(most).hasValue(SLOTS);
    }

    @Test
    void aBusyOneMayUseAllSlotsWhileTheOtherIsIdle() {
        light.enqueue(50);
        heavy.worker.start();
        light.worker.start();
        light.awaitHeld(SLOTS);
        light.finishAll();
        Queues.await(() -> light.queue.stats().totals().acknowledged() == 50);
    }

    @Test
    void oneThatGetsWorkGetsItsPartAsMessagesOfTheOtherFinish() {
        light.enqueue(100);
        heavy.worker.start();
        light.worker.start();
        light.awaitHeld(SLOTS);
        heavy.enqueue(100);
        Queues.await(() -> heavy.worker.stats().activity() == WorkerActivity.FULL);
        assertThat(heavy.held()).isZero();
        light.gate.release();
        heavy.awaitHeld(1);
        assertThat(light.held()).isEqualTo(7);
        light.gate.release(5);
        heavy.awaitHeld(6);
        light.awaitHeld(2);
        light.gate.release(10);
        Queues.await(() -> handled.size() == 16 && light.held() == 2);
        assertThat(heavy.held()).isEqualTo(6);
    }

    @Test
    void neverMoreThanThereAreSlotsAndEverythingIsHandled() {
        heavy.enqueue(2_000);
        light.enqueue(1_000);
        heavy.finishAll();
        light.finishAll();
        heavy.worker.start();
        light.worker.start();
        Queues.await(() -> handled.size() == 3_000); // and see what is asserted at the end
    }

    @Test
    void oneThatIsClosedLeavesItsSlots() {
        heavy.enqueue(100);
        light.enqueue(100);
        heavy.worker.start();
        heavy.awaitHeld(SLOTS);
        light.worker.start();
        Queues.await(() -> light.worker.stats().activity() == WorkerActivity.FULL);
        heavy.finishAll();
        heavy.worker.close();
        light.awaitHeld(SLOTS);
    }

    @Test
    void oneThatIsStoppedLeavesItsSlotsUntilItIsStartedAgain() {
        heavy.enqueue(100);
        light.enqueue(100);
        startBoth();
        heavy.worker.stop();
        heavy.gate.release(6);
        light.awaitHeld(SLOTS);
        heavy.worker.start();
        Queues.await(() -> heavy.worker.stats().activity() == WorkerActivity.FULL);
        light.gate.release(6);
        heavy.awaitHeld(6);
    }

    @Test
    void moreWorkersThanSlotsAreRefused() {
        SharedSlots one = SharedSlots.of(1);
        WorkerOptions options = WorkerOptions.builder().share(one, 1).build();
        try (Worker first = heavy.queue.worker(options, message -> Outcome.success());
                Worker second = light.queue.worker(options, message -> Outcome.success())) {
            first.start();
            assertThatIllegalStateException()
                    .isThrownBy(second::start)
                    .withMessageContainingAll("2 workers", "one slot", "SharedSlots.of");
            first.close(Clients.PATIENCE);
            second.start();
        }
    }
}
