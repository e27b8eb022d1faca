package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.client.command.PauseMode;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;

/** An operator pauses the clients, as one does before a failover. */
@RedisTest(isolated = true)
class PausedServerIT {
    private static final Duration MOMENT = Duration.ofMillis(200);

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    @EachProtocol
    void allCallsWaitUntilThePauseIsOver(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            long start = System.nanoTime();
            redis.clientPause(MOMENT, PauseMode.ALL);
            CompletableFuture<Long> future = redis.async().incr("count");
            assertThat(redis.get("none")).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(MOMENT);
            assertThat(future.join()).isOne();
        }
    }

    @EachProtocol
    void whileWritesArePausedReadsOfOthersGoOn(Resp resp, RedisServer server) {
        try (Carmine writer = Clients.connect(server, resp);
                Carmine reader = Clients.connect(server, resp)) {
            reader.clientPause(Clients.PATIENCE, PauseMode.WRITE);
            CompletableFuture<Long> paused = writer.async().incr("count");
            assertThat(reader.get("count")).isNull();
            assertThat(reader.clientUnpause()).isEqualTo("OK");
            assertThat(paused.join()).isOne();
        }
    }

    @EachProtocol
    void aWriteThatIsPausedBeyondItsDeadlineIsOfUnknownFateAndExecutedLater(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            server.call("CLIENT", "PAUSE", "30000", "WRITE");
            assertThatExceptionOfType(CarmineTimeoutException.class)
                    .isThrownBy(() -> redis.withTimeout(MOMENT).incr("count"))
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
            server.call("CLIENT", "UNPAUSE");
            assertThat(redis.get("count")).isEqualTo("1");
        }
    }
}
