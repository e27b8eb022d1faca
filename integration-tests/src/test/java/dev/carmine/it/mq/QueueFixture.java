package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.MessageQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of one queue share: an empty server, and at the end a look at the queue's keys and at threads left behind. */
@RedisTest
abstract class QueueFixture {
    Carmine redis;
    MessageQueue<String> queue;

    @BeforeEach
    void connect(RedisServer server) {
        server.flushAll();
        redis = Clients.connect(server);
        queue = Queues.open(redis);
    }

    @AfterEach
    void isSound() {
        try {
            assertThat(queue.check(10_000)).isEmpty();
        } finally {
            redis.close();
        }
        ThreadLeaks.awaitNone();
    }
}
