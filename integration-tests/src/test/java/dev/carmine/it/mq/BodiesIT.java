package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.TypeRef;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageInfo;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Ids, headers and bodies come out as they went in. */
@RedisTest
class BodiesIT {
    record Order(String customer, List<Integer> items, Instant at) {}

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    private static <T> void assertKept(Carmine redis, TypeRef<T> type, T body) {
        MessageQueue<T> queue = MessageQueue.of(redis, "q", type, QueueOptions.defaults());
        String id = queue.enqueue(body).id();
        assertThat(queue.find(id).orElseThrow().body().orElseThrow()).isEqualTo(body);
        queue.clear();
    }

    @EachProtocol
    void bodiesOfAllKinds(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertKept(redis, TypeRef.of(String.class), "");
            assertKept(redis, TypeRef.of(String.class), "gr\u00fc\u00dfe \uD83D\uDE00\0\r\n");
            assertKept(redis, TypeRef.of(byte[].class), new byte[] {0, (byte) 0xff, '\r', '\n'});
            assertKept(redis, TypeRef.of(Long.class), Long.MIN_VALUE);
            assertKept(redis, TypeRef.of(Double.class), 0.1);
            assertKept(redis, TypeRef.of(BigDecimal.class), new BigDecimal("1.50"));
            assertKept(redis, TypeRef.of(UUID.class), new UUID(1, 2));
            Order order = new Order("Ann", List.of(1, 2), Instant.ofEpochSecond(1_790_000_000));
            assertKept(redis, TypeRef.of(Order.class), order);
            assertKept(redis, new TypeRef<Map<String, List<Order>>>() {}, Map.of("orders", List.of(order, order)));
        }
    }

    @EachProtocol
    void idsHeadersAndTypesOfAnyText(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = MessageQueue.of(redis, "gr\u00fc\u00dfe und *", String.class);
            for (String id : List.of("42", " ", "a:b~1", "\uD83D\uDE00", "\"quoted\" {braces}")) {
                queue.enqueue(
                        "body",
                        EnqueueOptions.builder()
                                .id(id)
                                .header("z", "")
                                .header("traceparent", "00-1-2-\uD83D\uDE00")
                                .type("Caf\u00e9")
                                .group(id)
                                .build());
                MessageInfo<String> found = queue.find(id).orElseThrow();
                assertThat(found.id()).isEqualTo(id);
                assertThat(found.headers())
                        .containsExactly(Map.entry("z", ""), Map.entry("traceparent", "00-1-2-\uD83D\uDE00"));
                assertThat(found.type()).contains("Caf\u00e9");
                assertThat(found.status().group()).isEqualTo(id);
                assertThat(queue.messages(QueueState.READY, 0, 10))
                        .extracting(MessageInfo::id)
                        .containsExactly(id);
                assertThat(queue.check(100)).isEmpty();
                queue.cancel(id);
            }
        }
    }

    @EachProtocol
    void aBodyOfAnotherTypeHidesNothingElse(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue.of(redis, "q", String.class)
                    .enqueue(
                            "secret",
                            EnqueueOptions.builder().id("id").header("h", "v").build());
            MessageInfo<Order> found =
                    MessageQueue.of(redis, "q", Order.class).find("id").orElseThrow();

            assertThat(found.headers()).containsEntry("h", "v");
            assertThat(found.status().state()).isEqualTo(QueueState.READY);
            assertThatExceptionOfType(CarmineSerializationException.class)
                    .isThrownBy(found::body)
                    .withMessageStartingWith("the body of a message of the queue q: ")
                    .withMessageNotContaining("secret");
            assertThat(found.toString()).doesNotContain("secret");
        }
    }

    @EachProtocol
    void whatIsNoMessageOfOursIsToldWhenItIsOpened(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<String> queue = MessageQueue.of(redis, "q", String.class);
            queue.enqueue("body", EnqueueOptions.withId("id"));
            redis.hset("cmq:{q}:b", "id", "by hand");

            MessageInfo<String> found = queue.find("id").orElseThrow();

            assertThatExceptionOfType(CarmineSerializationException.class)
                    .isThrownBy(found::headers)
                    .withMessageContaining("it is of version 98");
        }
    }

    @EachProtocol
    void whatCannotBeABodyIsRefused(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            MessageQueue<Object> queue = MessageQueue.of(redis, "q", Object.class);

            assertThatExceptionOfType(CarmineSerializationException.class)
                    .isThrownBy(() -> queue.enqueue(Thread.currentThread()))
                    .withMessageStartingWith("the body of a message of the queue q: ");
            assertThat(queue.stats().totals().accepted()).isZero();
        }
    }
}
