package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The server sees the commands of one thread in the order of its calls, whatever other threads do. */
@RedisTest
class CallOrderIT {
    private static final int ROUNDS = 10_000;

    @Test
    void aCallThatWaitsComesAfterThoseThatDoNot(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            Callers.start(ThreadKind.PLATFORM, 3, number -> {
                        String key = "key:" + number;
                        for (int i = 0; i < ROUNDS; i++) {
                            if (i % 7 < number) {
                                redis.ping(); // often alone, so that callers lead
                            }
                            CompletableFuture<Boolean> written = redis.async().set(key, i);
                            assertThat(redis.get(key)).isEqualTo(String.valueOf(i));
                            assertThat(written.join()).isTrue();
                        }
                    })
                    .awaitEnd();
        }
    }
}
