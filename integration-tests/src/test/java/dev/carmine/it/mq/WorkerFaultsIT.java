package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workers while connections, scripts and the server are lost. The server persists every change before it answers. */
@RedisTest(appendOnly = true)
class WorkerFaultsIT {
    private static final int COUNT = 1_000;

    @Test
    void scriptsAreForgottenWhileTheyWork(RedisServer server) {
        handlesAllDespite(server, () -> server.call("SCRIPT", "FLUSH"));
    }

    @Test
    void connectionsAreKilledWhileTheyWork(RedisServer server) {
        handlesAllDespite(server, () -> server.call("CLIENT", "KILL", "TYPE", "normal"));
    }

    @Test
    void serverIsKilledAndStartedWhileTheyWork(RedisServer server) {
        handlesAllDespite(server, () -> {
            server.kill();
            server.start();
        });
    }

    private static void handlesAllDespite(RedisServer server, Runnable fault) {
        server.flushAll();
        Map<String, Integer> handled = new ConcurrentHashMap<>();
        try (Carmine redis = Clients.connect(server)) {
            MessageQueue<String> queue = Queues.open(redis);
            List<Worker> workers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Worker worker =
                        queue.worker(WorkerOptions.builder().concurrency(4).build(), message -> {
                            handled.merge(message.body(), 1, Integer::sum);
                            return Outcome.success();
                        });
                worker.start();
                workers.add(worker);
            }
            for (int round = 0; round < 4; round++) {
                int first = round * COUNT;
                queue.enqueueAll(IntStream.range(first, first + COUNT)
                        .mapToObj(String::valueOf)
                        .toList());
                Queues.await(() -> handled.size() > first);
                fault.run();
                Queues.await(() -> handled.size() == first + COUNT);
            }
            Queues.await(() -> queue.stats().totals().acknowledged() == 4 * COUNT);
            workers.forEach(Worker::close);
            assertThat(handled.values())
                    .as("handled once, for no lease was lost")
                    .containsOnly(1);
            assertThat(queue.check(10_000)).isEmpty();
        }
        ThreadLeaks.awaitNone();
    }

    @Test
    void serverLosesAllDataAndTheyGoOn(RedisServer server) {
        server.flushAll();
        Map<String, Integer> handled = new ConcurrentHashMap<>();
        try (Carmine redis = Clients.connect(server)) {
            MessageQueue<String> queue = Queues.open(redis);
            try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
                handled.merge(message.body(), 1, Integer::sum);
                return Outcome.success();
            })) {
                worker.start();
                queue.enqueue("before");
                Queues.await(() -> worker.stats().succeeded() == 1);
                server.flushAll();
                queue.enqueue("after");
                Queues.await(() -> worker.stats().succeeded() == 2);
            }
            assertThat(handled).containsOnlyKeys("before", "after");
        }
        ThreadLeaks.awaitNone();
    }

    @Test
    void manyWorkersHandleEveryMessageOnce(RedisServer server) {
        server.flushAll();
        int count = 2_000;
        Map<String, Integer> handled = new ConcurrentHashMap<>();
        try (Carmine redis = Clients.connect(server)) {
            MessageQueue<String> queue = Queues.open(redis);
            List<Worker> workers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
                    handled.merge(message.body(), 1, Integer::sum);
                    return Outcome.success();
                });
                worker.start();
                workers.add(worker);
            }
            queue.enqueueAll(IntStream.range(0, count).mapToObj(String::valueOf).toList());
            Queues.await(() -> queue.stats().totals().acknowledged() == count);
            workers.forEach(Worker::close);
            assertThat(handled).hasSize(count);
            assertThat(handled.values()).containsOnly(1);
            assertThat(workers.stream()
                            .mapToLong(worker -> worker.stats().succeeded())
                            .sum())
                    .isEqualTo(count);
        }
        ThreadLeaks.awaitNone();
    }
}
