package dev.carmine.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.TypeRef;
import dev.carmine.examples.Queues.Email;
import dev.carmine.examples.Queues.Shipment;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueStatus;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.Worker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The snippets of {@code docs/queue.md}, and the operator's program. */
class QueueSnippetsTest {
    private static final Email EMAIL = new Email("ann@example.org", "Welcome!");

    private static EmbeddedServer server;
    private static Carmine redis;

    private final BlockingQueue<Email> sent = new LinkedBlockingQueue<>();

    @BeforeAll
    static void connect() throws IOException {
        server = EmbeddedServer.start();
        redis = Carmine.connect(server.uri());
    }

    @BeforeEach
    void forgetWhatOthersHaveStored() {
        redis.flushall();
    }

    @AfterAll
    static void close() throws IOException {
        redis.close();
        server.close();
    }

    private static MessageQueue<Email> emails() {
        return MessageQueue.of(redis, "emails", Email.class);
    }

    private Email sent() throws InterruptedException {
        return Objects.requireNonNull(sent.poll(20, TimeUnit.SECONDS), "nothing was handled");
    }

    @Test
    void whatIsEnqueuedIsHandled() throws InterruptedException {
        try (Worker worker = Queues.begin(redis, sent::add)) {
            assertThat(sent()).isEqualTo(EMAIL);
            assertThat(worker.drain(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(emails().stats().totals().acknowledged()).isOne();
    }

    @Test
    void optionsHaveTheirMeaning() {
        assertThat(Queues.enqueueWithOptions(emails(), EMAIL).status()).isEqualTo(EnqueueStatus.ADDED);
        assertThat(Queues.enqueueWithOptions(emails(), EMAIL).status()).isEqualTo(EnqueueStatus.UPDATED);
        assertThat(emails().status("welcome:42").state()).isEqualTo(QueueState.DELAYED);
    }

    @Test
    void manyGoTogetherAndOneInATransaction() {
        Queues.enqueueTogether(redis, emails(), List.of(EMAIL, EMAIL));
        assertThat(emails().stats().ready()).isEqualTo(3);
    }

    @Test
    void limitsAreStored() {
        Queues.limited(redis);
        assertThat(redis.hget("cmq:{limited}:cfg", "concurrency")).isEqualTo("50");
    }

    @Test
    void aChainGoesOn() throws InterruptedException {
        BlockingQueue<Shipment> packed = new LinkedBlockingQueue<>();
        QueueOptions together = QueueOptions.builder().slot("orders").build();
        MessageQueue.of(redis, "paid", TypeRef.of(String.class), together).enqueue("order 7");
        MessageQueue<Shipment> shipments = MessageQueue.of(redis, "shipments", TypeRef.of(Shipment.class), together);
        try (Worker worker = Queues.chained(redis, order -> {
            packed.add(new Shipment(order));
            return new Shipment(order);
        })) {
            worker.start();
            assertThat(packed.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(worker.drain(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(shipments.stats().ready()).isOne();
    }

    @Test
    void whatWasDoneIsDeduplicated() throws InterruptedException {
        MessageQueue<Email> emails = emails();
        Queues.enqueueWithOptions(emails, EMAIL);
        emails.cancel("welcome:42");
        emails.enqueue(EMAIL, EnqueueOptions.withId("once"));
        try (Worker worker = Queues.retrying(emails, sent::add)) {
            worker.start();
            assertThat(sent()).isEqualTo(EMAIL);
            assertThat(worker.drain(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(emails.enqueue(EMAIL, EnqueueOptions.withId("once")).status())
                .isEqualTo(EnqueueStatus.DEDUPLICATED);
        Queues.lookAfter(emails);
    }

    @Test
    void workersOfTwoQueuesShareSlots() throws InterruptedException {
        MessageQueue<Email> newsletters = MessageQueue.of(redis, "newsletters", Email.class);
        List<Worker> workers = Queues.sharing(emails(), newsletters, message -> {
            sent.add(message.body());
            return Outcome.success();
        });
        try (Worker urgent = workers.get(0);
                Worker bulk = workers.get(1)) {
            urgent.start();
            bulk.start();
            emails().enqueue(EMAIL);
            newsletters.enqueue(EMAIL);
            assertThat(sent()).isEqualTo(EMAIL);
            assertThat(sent()).isEqualTo(EMAIL);
        }
    }

    @Test
    void typesHaveHandlersOfTheirOwn() throws InterruptedException {
        BlockingQueue<Shipment> shipped = new LinkedBlockingQueue<>();
        MessageQueue<Object> events = MessageQueue.of(redis, "events", Object.class);
        try (Worker worker = Queues.byType(events, sent::add, shipped::add)) {
            worker.start();
            assertThat(shipped.poll(20, TimeUnit.SECONDS)).isEqualTo(new Shipment("order 7"));
        }
    }

    @Test
    void aResultIsWaitedFor() throws InterruptedException {
        assertThat(Queues.result(MessageQueue.of(redis, "orders", String.class)))
                .isEqualTo(new Queues.Receipt("tea", 3));
    }

    @Test
    void aTestMovesTheClock() {
        EnqueueOptions tomorrow =
                EnqueueOptions.builder().delay(Duration.ofDays(1)).build();
        assertThat(Queues.testing(redis, queue -> queue.enqueue(EMAIL, tomorrow), message -> {
                    sent.add(message.body());
                    return Outcome.success();
                }))
                .isOne();
        assertThat(sent).containsExactly(EMAIL);
    }

    @Test
    void anOperatorSeesAndSteersQueues() throws InterruptedException {
        MessageQueue<String> queue = MessageQueue.of(redis, "letters", String.class);
        queue.enqueue("Dear Ann", EnqueueOptions.withId("ann"));
        assertThat(admin("queues")).contains("letters");
        assertThat(admin("pause", "letters")).isEmpty();
        assertThat(admin("stats", "letters")).contains("ready 1").contains("paused");
        assertThat(admin("show", "letters", "ann")).contains("Dear Ann");
        assertThat(admin("resume", "letters")).isEmpty();
        assertThat(admin("check", "letters")).isEqualTo("sound");
        assertThat(admin("cancel", "letters", "ann")).isEqualTo("ann: CANCELLED");
        assertThat(admin("redrive", "letters", "ann")).isEqualTo("ann: NOT_FOUND");
        assertThat(admin("dead", "letters")).isEqualTo("0 messages, from 0");
    }

    private static String admin(String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new QueueAdmin(redis, out).run(List.of(words));
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
