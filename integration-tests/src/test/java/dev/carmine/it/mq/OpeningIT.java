package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Credentials;
import dev.carmine.client.CredentialsProvider;
import dev.carmine.client.TypeRef;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.CancelResult;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.QueueFormatException;
import dev.carmine.mq.QueueName;
import dev.carmine.mq.QueueOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What opening a queue does on the server, and what it refuses and warns of. */
@RedisTest(users = "bob on >hush ~cmq:* &* +@all -info -config")
class OpeningIT {
    private static final TypeRef<String> TEXT = TypeRef.of(String.class);

    private final Logger logger = Logger.getLogger("dev.carmine.mq");
    private final Warnings warnings = new Warnings();

    @BeforeEach
    void listen(RedisServer server) {
        server.flushAll();
        server.call("CONFIG", "SET", "maxmemory-policy", "noeviction");
        server.call("CONFIG", "SET", "maxmemory", "0");
        logger.addHandler(warnings);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(warnings);
    }

    @EachProtocol
    void theNamesOfAllQueuesAreKnown(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(MessageQueue.names(redis)).isEmpty();
            MessageQueue<String> plain = MessageQueue.of(redis, "emails", String.class);
            MessageQueue<String> slotted = MessageQueue.of(
                    redis, "emails", TEXT, QueueOptions.builder().slot("shop").build());
            MessageQueue.of(redis, "emails", String.class);

            assertThat(MessageQueue.names(redis))
                    .containsExactlyInAnyOrder(new QueueName("emails", null), new QueueName("emails", "shop"));
            assertThat(plain.name()).isEqualTo("emails");
            assertThat(plain).hasToString("MessageQueue[emails]");
            assertThat(slotted).hasToString("MessageQueue[shop/emails]");
            plain.enqueue("body");
            assertThat(slotted.stats().ready()).as("two queues").isZero();
        }
    }

    @EachProtocol
    void onlyTheLimitsThatAreGivenAreStored(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue.of(redis, "q", String.class);
            assertThat(redis.hgetall("cmq:{q}:cfg")).isEqualTo(Map.of("format", "1"));
            QueueOptions first = QueueOptions.builder()
                    .lease(Duration.ofSeconds(5))
                    .concurrency(3)
                    .rate(new QueueOptions.Rate(10, Duration.ofSeconds(1)))
                    .build();
            MessageQueue.of(redis, "q", TEXT, first);
            QueueOptions second = QueueOptions.builder()
                    .maxAttempts(4)
                    .maxDeliveries(5)
                    .deadCapacity(0)
                    .deadRetention(Duration.ofDays(1))
                    .groupConcurrency(2)
                    .resultRetention(Duration.ofMinutes(1))
                    .concurrency(0)
                    .build();
            MessageQueue<String> queue = MessageQueue.of(redis, "q", TEXT, second);

            assertThat(redis.hgetall("cmq:{q}:cfg"))
                    .isEqualTo(Map.ofEntries(
                            Map.entry("format", "1"),
                            Map.entry("lease", "5000"),
                            Map.entry("rateCount", "10"),
                            Map.entry("rateWindow", "1000"),
                            Map.entry("attempts", "4"),
                            Map.entry("deliveries", "5"),
                            Map.entry("deadKeep", "0"),
                            Map.entry("deadAge", "86400000"),
                            Map.entry("groupLimit", "2"),
                            Map.entry("resultTtl", "60000")));
            queue.configure(QueueOptions.builder()
                    .rate(QueueOptions.Rate.UNLIMITED)
                    .lease(Duration.ofSeconds(6))
                    .build());
            assertThat(redis.hgetall("cmq:{q}:cfg"))
                    .doesNotContainKeys("rateCount", "rateWindow", "concurrency")
                    .containsEntry("lease", "6000");
        }
    }

    @EachProtocol
    void whatIsNoLimitCannotBeConfigured(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = MessageQueue.of(redis, "q", String.class);

            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            queue.configure(QueueOptions.builder().slot("s").build()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> queue.configure(
                            QueueOptions.builder().maxBodySize(5).build()))
                    .withMessageContaining("open another one");
        }
    }

    @EachProtocol
    void aQueueOfANewerLibraryIsLeftAlone(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.hset("cmq:{q}:cfg", "format", "2");
            QueueOptions options =
                    QueueOptions.builder().lease(Duration.ofSeconds(5)).build();

            assertThatExceptionOfType(QueueFormatException.class)
                    .isThrownBy(() -> MessageQueue.of(redis, "q", TEXT, options))
                    .withMessageContaining("the queue q has format 2");
            assertThat(redis.hgetall("cmq:{q}:cfg")).isEqualTo(Map.of("format", "2"));
            assertThat(MessageQueue.names(redis)).isEmpty();
        }
    }

    @EachProtocol
    void aServerThatMayDeleteMessagesIsWarnedOf(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue.of(redis, "q", String.class);
            assertThat(warnings.lines).isEmpty();
            redis.configSet(Map.of("maxmemory-policy", "allkeys-lru"));
            MessageQueue.of(redis, "q", String.class);
            assertThat(warnings.lines)
                    .singleElement()
                    .asString()
                    .contains("The server of the queue q has maxmemory-policy allkeys-lru");
        }
    }

    @EachProtocol
    void aQueueCanBeOpenedAndEmptiedWhenTheMemoryIsFull(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue.of(redis, "q", String.class).enqueue("body", EnqueueOptions.withId("id"));
            redis.configSet(Map.of("maxmemory", "1"));

            MessageQueue<String> queue = MessageQueue.of(
                    redis, "q", TEXT, QueueOptions.builder().maxAttempts(3).build());

            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> queue.enqueue("refused"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("OOM"));
            assertThat(queue.stats().totals().accepted()).isOne();
            assertThat(queue.cancel("id")).isEqualTo(CancelResult.CANCELLED);
            assertThat(queue.clear()).isZero();
            assertThat(queue.check(10)).isEmpty();
        }
    }

    @EachProtocol
    void aUserWhoMayNotAskForThePolicyCanOpenQueues(Resp resp, RedisServer server) {
        redisAs(server, resp, "bob", "hush");
    }

    private static void redisAs(RedisServer server, Resp resp, String user, String password) {
        CredentialsProvider provider = CredentialsProvider.fixed(new Credentials(user, password));
        try (Carmine redis = Carmine.connect(
                Clients.options(server, resp).credentials(provider).build())) {
            assertThat(MessageQueue.of(redis, "q", String.class).enqueue("body").accepted())
                    .isTrue();
        }
    }

    /** Keeps what is logged. */
    private static final class Warnings extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
