package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The server closes connections whose replies grow beyond its limit. */
@RedisTest(config = "client-output-buffer-limit normal 300kb 0 0")
class OutputBufferIT {
    @BeforeEach
    void storeTooMuch(RedisServer server) {
        server.flushAll();
        server.call("SETRANGE", "large", "1000000", "x");
    }

    @EachProtocol
    void aWriteWhoseReplyIsTooLargeIsOfUnknownFate(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarmineConnectionException.class)
                    .isThrownBy(
                            () -> redis.call(Command.of("GETSET").key("large").arg("small")))
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
            assertThat(redis.get("large")).as("it was executed").isEqualTo("small");
        }
    }

    @EachProtocol
    void aReadWhoseReplyIsTooLargeIsGivenUpAtItsDeadlineAtTheLatest(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarmineException.class)
                    .isThrownBy(() -> redis.withTimeout(Duration.ofSeconds(1)).get("large"))
                    .isInstanceOf(CarmineUnansweredException.class);
            assertThat(redis.get("none")).isNull();
            assertThat(redis.incr("count")).isOne();
        }
    }

    /** Each of the replies would do; together they are too large, unless the client reads fast enough. */
    @EachProtocol
    void aPipelineWhoseRepliesAreTooLargeTogetherDoesNotHoldUpTheNext(Resp resp, RedisServer server) {
        server.call("SETRANGE", "half", "200000", "x");
        try (Carmine redis = Clients.connect(server, resp)) {
            Command<?>[] commands = new Command<?>[200];
            for (int i = 0; i < commands.length; i += 2) {
                commands[i] = Command.of("GET").key("half").asText();
                commands[i + 1] = Command.of("INCR").key("count").asLong();
            }
            try {
                assertThat(redis.pipeline(commands)).hasSize(commands.length);
            } catch (CarmineException e) {
                assertThat(e).hasMessageContaining("was sent and may have been executed");
            }
            assertThat(redis.pipeline(List.of(Command.of("PING").asText()))).containsExactly("PONG");
        }
    }
}
