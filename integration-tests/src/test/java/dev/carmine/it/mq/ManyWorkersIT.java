package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.MonitoredCommand;
import dev.carmine.client.PoolOptions;
import dev.carmine.it.client.Clients;
import dev.carmine.it.client.Recorded;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.MessageHandler;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two hundred workers of one queue. */
class ManyWorkersIT extends QueueFixture {
    private static final int WORKERS = 200;

    /** Who has made no exchange for so long may look without having been woken. */
    private static final Duration LONG_AGO = Duration.ofMillis(3_900);

    private final List<Worker> workers = new ArrayList<>();
    private Carmine wide;

    @BeforeEach
    void connectWide(RedisServer server) {
        wide = Carmine.connect(Clients.options(server)
                .pool(PoolOptions.defaults().withMaxSize(WORKERS))
                .build());
    }

    @AfterEach
    void closeWorkers() {
        workers.parallelStream().forEach(Worker::close);
        wide.close();
    }

    private void start(RedisServer server, MessageHandler<String> handler) {
        MessageQueue<String> same = Queues.open(wide);
        WorkerOptions options = WorkerOptions.builder().concurrency(1).build();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(same.worker(options, handler));
        }
        workers.forEach(Worker::start);
        awaitBlocked(server);
    }

    private static void awaitBlocked(RedisServer server) {
        Queues.await(() -> String.valueOf(WORKERS).equals(server.info("clients").get("blocked_clients")));
    }

    @Test
    void oneMessageCostsTwoExchangesHoweverManyAreIdle(RedisServer server) {
        List<MonitoredCommand> commands = Recorded.during(redis, () -> {
            start(server, message -> Outcome.success());
            queue.enqueue("x");
            Queues.await(() -> queue.stats().totals().acknowledged() == 1);
            awaitBlocked(server);
        });
        assertThat(wokenBy(QueueScript.ENQUEUE, commands))
                .as("one exchange to lease it and one to settle it")
                .isBetween(1, 2);
    }

    /** How many exchanges workers have made after a script was called, other than those for which it was time anyhow. */
    private static int wokenBy(QueueScript script, List<MonitoredCommand> commands) {
        Map<String, Instant> last = new HashMap<>();
        boolean woken = false;
        int exchanges = 0;
        for (MonitoredCommand command : commands) {
            List<String> words = command.words();
            woken |= isCallOf(script, words);
            if (isCallOf(QueueScript.EXCHANGE, words)) {
                String worker = words.get(3 + Integer.parseInt(words.get(2)));
                Instant before = last.put(worker, command.time());
                if (woken && before != null && before.plus(LONG_AGO).isAfter(command.time())) {
                    exchanges++;
                }
            }
        }
        assertThat(woken).isTrue();
        return exchanges;
    }

    private static boolean isCallOf(QueueScript script, List<String> words) {
        return words.get(0).equalsIgnoreCase("EVALSHA")
                && words.get(1).equals(QueueScripts.production().get(script).sha1());
    }

    @Test
    void manyMessagesAreHandledOnceEach(RedisServer server) {
        int count = 2_000;
        Map<String, Integer> handled = new ConcurrentHashMap<>();
        CountDownLatch all = new CountDownLatch(WORKERS);
        start(server, message -> {
            all.countDown();
            assertThat(Clients.await(all)).as("each worker has a message").isTrue();
            handled.merge(message.body(), 1, Integer::sum);
            return Outcome.success();
        });
        List<String> bodies =
                IntStream.range(0, count).mapToObj(String::valueOf).toList();
        queue.enqueueAll(bodies);
        Queues.await(() -> queue.stats().totals().acknowledged() == count);
        assertThat(handled).containsOnlyKeys(bodies).values().containsOnly(1);
        assertThat(queue.stats().totals().delivered()).isEqualTo(count);
    }
}
