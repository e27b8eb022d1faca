package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.Cron;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.Overlap;
import dev.carmine.mq.ScheduleOptions;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The messages that a schedule makes: one a tick, whoever attends to it. */
class TicksIT extends ScheduleFixture {
    @Test
    void eachTickIsOneMessageHoweverManyWorkersThereAre(RedisServer server) throws Exception {
        List<Carmine> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                clients.add(Clients.connect(server));
                startWorker(MessageQueue.of(clients.get(i), "q", String.class));
            }
            queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
            List<Long> ticks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ticks.add(tickOf(poll()));
            }
            queue.unschedule("s");
            workers.forEach(worker -> worker.drain(Clients.PATIENCE));
            handled.forEach(message -> ticks.add(tickOf(message)));
            long first = Collections.min(ticks);
            assertThat(ticks)
                    .containsExactlyInAnyOrderElementsOf(LongStream.range(0, ticks.size())
                            .mapToObj(i -> first + i * OFTEN.toMillis())
                            .toList());
            assertThat(queue.stats().totals().accepted()).isEqualTo(ticks.size());
        } finally {
            workers.forEach(Worker::close);
            clients.forEach(Carmine::close);
        }
    }

    @Test
    void anExpressionTicksOnTheSecond() throws Exception {
        queue.schedule("s", Cron.of("* * * * * *"), ROME, "b", MissedTicks.RUN_ALL);
        startWorker();
        long first = tickOf(poll());
        assertThat(first % 1_000).isZero();
        assertThat(tickOf(poll())).isEqualTo(first + 1_000);
        assertThat(only().lastTick()).isBetween(Instant.ofEpochMilli(first), redis.time());
    }

    @Test
    void aMessageIsEnqueuedAsTheOptionsSay() throws Exception {
        queue.schedule(
                "s",
                OFTEN,
                "body",
                ScheduleOptions.builder()
                        .message(EnqueueOptions.builder()
                                .group("g")
                                .lease(Duration.ofSeconds(7))
                                .header("trace", "t1")
                                .build())
                        .build());
        startWorker();
        Message<String> message = poll();
        assertThat(message.body()).isEqualTo("body");
        assertThat(message.group()).isEqualTo("g");
        assertThat(message.lease()).isEqualTo(Duration.ofSeconds(7));
        assertThat(message.headers()).containsEntry("trace", "t1");
    }

    @Test
    void anEndedOneTicksNoMore() throws Exception {
        startWorker();
        queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
        poll();
        assertThat(queue.unschedule("s")).isTrue();
        assertThat(queue.unschedule("s")).isFalse();
        assertThat(queue.schedules()).isEmpty();
        assertThat(redis.exists(KEYS.part("s"), KEYS.part("st"))).isZero();
    }

    @Test
    void aFullWorkerAttendsToTicks() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Worker worker = queue.worker(WorkerOptions.builder().concurrency(1).build(), message -> {
            handled.add(message);
            assertThat(Clients.await(release)).isTrue();
            return Outcome.success();
        })) {
            worker.start();
            queue.enqueue("long");
            poll();
            queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
            Queues.await(() -> queue.stats().ready() > 5);
            assertThat(handled).isEmpty();
            queue.unschedule("s");
            release.countDown();
            assertThat(worker.drain(Clients.PATIENCE)).isTrue();
        }
    }

    @Test
    void aTickIsDroppedWhileTheMessageBeforeLivesIfThatIsAskedFor() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Worker worker = queue.worker(WorkerOptions.builder().concurrency(4).build(), message -> {
            handled.add(message);
            assertThat(Clients.await(release)).isTrue();
            return Outcome.success();
        })) {
            worker.start();
            queue.schedule(
                    "s",
                    OFTEN,
                    "b",
                    ScheduleOptions.builder().overlap(Overlap.SKIP).build());
            long first = tickOf(poll());
            Queues.await(
                    () -> only().nextTick().isAfter(Instant.ofEpochMilli(first).plus(OFTEN.multipliedBy(4))));
            assertThat(queue.stats().totals().accepted()).isOne();
            assertThat(only().lastTick()).isEqualTo(Instant.ofEpochMilli(first));
            release.countDown();
            assertThat(tickOf(poll())).isGreaterThan(first + 4 * OFTEN.toMillis());
        }
    }
}
