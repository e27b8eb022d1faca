package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.Message;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.Schedule;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import dev.carmine.mq.internal.QueueKeys;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;

/** What the tests of schedules share: workers that keep what they have handled, and schedules that were due long ago. */
abstract class ScheduleFixture extends QueueFixture {
    static final Duration OFTEN = Duration.ofMillis(200);
    static final Duration HOUR = Duration.ofHours(1);
    static final ZoneId ROME = ZoneId.of("Europe/Rome");
    static final QueueKeys KEYS = new QueueKeys("q", null);

    final BlockingQueue<Message<String>> handled = new LinkedBlockingQueue<>();
    final List<Worker> workers = new ArrayList<>();

    @AfterEach
    void closeWorkers() {
        workers.forEach(Worker::close);
    }

    Worker startWorker() {
        return startWorker(queue);
    }

    Worker startWorker(MessageQueue<String> of) {
        Worker worker = of.worker(WorkerOptions.defaults(), message -> {
            handled.add(message);
            return Outcome.success();
        });
        workers.add(worker);
        worker.start();
        return worker;
    }

    Message<String> poll() throws InterruptedException {
        return Queues.poll(handled);
    }

    Schedule only() {
        assertThat(queue.schedules()).hasSize(1);
        return queue.schedules().get(0);
    }

    static long tickOf(Message<?> message) {
        return Long.parseLong(message.id().substring(message.id().lastIndexOf('@') + 1));
    }

    /** Makes a schedule as it would be if nobody had been there since a tick some time ago. */
    long due(String name, Duration ago) {
        long tick = redis.time().minus(ago).toEpochMilli();
        String text = Objects.requireNonNull(redis.hget(KEYS.part("s"), name));
        redis.hset(KEYS.part("s"), name, String.format("%016d", tick) + text.substring(16));
        redis.zadd(KEYS.part("st"), (double) tick, name);
        return tick;
    }
}
