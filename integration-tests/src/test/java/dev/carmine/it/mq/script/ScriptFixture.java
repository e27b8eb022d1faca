package dev.carmine.it.mq.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of scripts share: an empty server with one queue, whose keys must fit together at the end. */
@RedisTest
abstract class ScriptFixture {
    Carmine redis;
    ScriptedQueue queue;

    @BeforeEach
    void connect(RedisServer server) {
        server.flushAll();
        redis = Clients.connect(server);
        queue = new ScriptedQueue(redis, "mail");
    }

    @AfterEach
    void isSound() {
        try {
            assertThat(queue.findings()).isEqualTo(List.of());
        } finally {
            redis.close();
        }
    }
}
