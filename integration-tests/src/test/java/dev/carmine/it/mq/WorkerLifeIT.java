package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.Carmine;
import dev.carmine.client.PoolOptions;
import dev.carmine.it.client.Clients;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MessageStatus;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerActivity;
import dev.carmine.mq.WorkerOptions;
import dev.carmine.mq.WorkerState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a worker starts, stops, drains and ends, and what it costs while there is nothing to do. */
class WorkerLifeIT extends QueueFixture {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final BlockingQueue<Message<String>> begun = new LinkedBlockingQueue<>();

    @AfterEach
    void openGate() {
        gate.countDown();
    }

    private Worker gated(WorkerOptions.Builder options) {
        return queue.worker(options.build(), message -> {
            begun.add(message);
            gate.await();
            return Outcome.success();
        });
    }

    @Test
    void canBeStoppedAndStartedAgain() throws Exception {
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
            handled.add(message.body());
            return Outcome.success();
        })) {
            assertThat(worker.state()).isEqualTo(WorkerState.STOPPED);
            for (int i = 0; i < 3; i++) {
                worker.start();
                queue.enqueue("x");
                Queues.poll(handled);
                worker.stop();
                Queues.await(() -> worker.state() == WorkerState.STOPPED);
                assertThat(worker.stats().activity()).isEqualTo(WorkerActivity.NOTHING);
            }
            queue.enqueue("not yet");
            assertThat(handled.poll(50, TimeUnit.MILLISECONDS)).isNull();
            worker.start();
            assertThat(Queues.poll(handled)).isEqualTo("not yet");
            worker.close(Clients.PATIENCE);
            assertThat(worker.state()).isEqualTo(WorkerState.CLOSED);
            assertThatIllegalStateException().isThrownBy(worker::start).withMessageContaining("closed");
        }
    }

    @Test
    void drainWaitsForHandlersAndGivesBackWhatTheyHaveNotBegun() throws Exception {
        queue.enqueueAll(List.of("a", "b", "c"));
        try (Worker worker = gated(WorkerOptions.builder().concurrency(1).prefetch(2))) {
            worker.start();
            Queues.poll(begun);
            worker.stop();
            Queues.await(() -> worker.stats().released() == 2);
            assertThat(worker.state()).isEqualTo(WorkerState.STOPPING);
            gate.countDown();
            assertThat(worker.drain(Clients.PATIENCE)).isTrue();
            assertThat(worker.stats().succeeded()).isOne();
        }
        assertThat(queue.stats().ready()).isEqualTo(2);
        assertThat(begun).isEmpty();
    }

    @Test
    void drainGivesBackWhatIsNotFinishedInTimeWithoutPenalty() throws Exception {
        queue.enqueue("x", EnqueueOptions.builder().id("x").build());
        try (Worker worker = gated(WorkerOptions.builder())) {
            worker.start();
            Message<String> message = Queues.poll(begun);
            assertThat(worker.drain(Duration.ofMillis(20))).isFalse();
            assertThat(message.isLeaseLost()).isTrue();
            MessageStatus status = queue.status("x");
            assertThat(status.state()).isEqualTo(QueueState.READY);
            assertThat(status.deliveries()).isZero();
            gate.countDown();
            Queues.await(() -> worker.stats().handling() == 0);
            assertThat(worker.stats().succeeded()).isZero();
            worker.start();
            assertThat(Queues.poll(begun).attempt()).isOne();
            Queues.await(() -> worker.stats().succeeded() == 1);
        }
    }

    @Test
    void closeInterruptsHandlersThatAreNotFinishedInTime() throws Exception {
        queue.enqueue("x", EnqueueOptions.builder().id("x").build());
        CountDownLatch interrupted = new CountDownLatch(1);
        Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
            begun.add(message);
            try {
                gate.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return Outcome.success();
        });
        worker.start();
        Queues.poll(begun);
        worker.close(Duration.ofMillis(20));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.status("x").state()).isEqualTo(QueueState.READY);
    }

    @Test
    void aStoppedWorkerLeavesNoWakeUpUnheard() throws Exception {
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        try (Worker first = queue.worker(WorkerOptions.defaults(), message -> Outcome.success());
                Worker second = queue.worker(WorkerOptions.defaults(), message -> {
                    handled.add(message.body());
                    return Outcome.success();
                })) {
            first.start();
            Queues.await(() -> first.stats().activity() == WorkerActivity.WAITING);
            second.start();
            Queues.await(() -> second.stats().activity() == WorkerActivity.WAITING);
            first.drain(Clients.PATIENCE);
            long before = System.nanoTime();
            queue.enqueue("x");
            Queues.poll(handled);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .as("before anybody looks without being woken")
                    .isLessThan(Duration.ofMillis(3_900));
        }
    }

    @Test
    void anIdleWorkerAsksAboutEveryFourSeconds() {
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> Outcome.success())) {
            worker.start();
            Queues.await(() -> worker.stats().exchanges() == 1);
            long before = System.nanoTime();
            Queues.await(() -> worker.stats().exchanges() == 2);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(3_900));
            assertThat(worker.stats().sinceLastTurn()).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aWorkerWithoutAConnectionToWaitOnLooksFromTimeToTime(RedisServer server) {
        try (Carmine narrow = Carmine.connect(Clients.options(server)
                .pool(PoolOptions.defaults().withMaxSize(1))
                .build())) {
            MessageQueue<String> same = Queues.open(narrow);
            BlockingQueue<String> other = new LinkedBlockingQueue<>();
            try (Worker first =
                            same.worker(WorkerOptions.builder().concurrency(1).build(), message -> {
                                gate.await();
                                return Outcome.success();
                            });
                    Worker second =
                            same.worker(WorkerOptions.builder().concurrency(1).build(), message -> {
                                other.add(message.body());
                                gate.await();
                                return Outcome.success();
                            })) {
                first.start();
                Queues.await(() -> first.stats().activity() == WorkerActivity.WAITING);
                second.start();
                Queues.await(() -> second.stats().errors() > 0);
                same.enqueueAll(List.of("a", "b"));
                Queues.await(() -> other.size() == 1);
                gate.countDown();
                Queues.await(() -> same.stats().totals().acknowledged() == 2);
            }
        }
    }

    @Test
    void aFullWorkerHandsItsWakeUpOn() throws Exception {
        try (Worker full = gated(WorkerOptions.builder().concurrency(1));
                Worker other = gated(WorkerOptions.builder().concurrency(1))) {
            full.start();
            queue.enqueue("first");
            Queues.poll(begun);
            other.start();
            Queues.await(() -> other.stats().activity() == WorkerActivity.WAITING);
            queue.enqueue("second");
            assertThat(Queues.poll(begun).body()).isEqualTo("second");
            gate.countDown();
            Queues.await(() -> full.stats().succeeded() == 1 && other.stats().succeeded() == 1);
        }
    }

    @Test
    void throttleAndMonitorHearTheSizeOfTheQueue() {
        queue.enqueueAll(List.of("a", "b", "c", "d"));
        AtomicLong largest = new AtomicLong();
        AtomicBoolean thrown = new AtomicBoolean();
        WorkerOptions options = WorkerOptions.builder()
                .concurrency(1)
                .throttle(size -> size == 3 ? Duration.ofMillis(300) : Duration.ZERO)
                .monitor(size -> {
                    largest.accumulateAndGet(size, Math::max);
                    if (thrown.compareAndSet(false, true)) {
                        throw new IllegalStateException("on purpose");
                    }
                })
                .build();
        try (Worker worker = queue.worker(options, message -> Outcome.success())) {
            long before = System.nanoTime();
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 4);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
            assertThat(largest).hasPositiveValue();
        }
    }

    @Test
    void anExecutorThatRefusesCostsAPauseAndNoMessage() {
        AtomicBoolean refused = new AtomicBoolean();
        queue.enqueue("x");
        WorkerOptions options = WorkerOptions.builder()
                .executor(task -> {
                    if (refused.compareAndSet(false, true)) {
                        throw new RejectedExecutionException("on purpose");
                    }
                    new Thread(task, "handler-of-test").start();
                })
                .build();
        try (Worker worker = queue.worker(options, message -> Outcome.success())) {
            worker.start();
            Queues.await(() -> worker.stats().succeeded() == 1);
            assertThat(worker.stats().released()).isOne();
        }
    }
}
