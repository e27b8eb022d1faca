package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The threads of clients, as {@code docs/concurrency.md} lists them. */
@RedisTest
class ThreadsIT {
    @BeforeEach
    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
    }

    private static Stream<Thread> threadsOfClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("carmine"));
    }

    /** Without the threads of callbacks, of looking up a host and of checking certificates, which come and go. */
    private static List<String> namesOfLinks() {
        return threadsOfClients()
                .map(Thread::getName)
                .filter(name -> !name.matches("carmine-callbacks-.*|.*-(lookup|tls)"))
                .toList();
    }

    @Test
    void allAreDaemonsAndSayWhatTheyAreFor(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            redis.async().ping().join();
            redis.session(outer -> redis.session(inner -> {
                assertThat(threadsOfClients()).allMatch(Thread::isDaemon);
                assertThat(namesOfLinks())
                        .hasSize(3)
                        .allMatch(name -> name.matches("carmine-\\d+-(wire|dedicated-[12])"));
                return inner.ping();
            }));
        }
    }

    @Test
    void aClientThatOnlyCallsHasOneThread(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            Callers.start(ThreadKind.PLATFORM, 16, number -> redis.incr("count"))
                    .awaitEnd();
            assertThat(namesOfLinks()).hasSize(1);
        }
    }

    @Test
    void manyClientsLiveSideBySideAndLeaveNothing(RedisServer server) {
        List<Carmine> clients =
                Stream.generate(() -> Clients.connect(server)).limit(50).toList();
        Callers.start(ThreadKind.PLATFORM, clients.size(), number -> {
                    Carmine redis = clients.get(number);
                    redis.set("client:" + number, number);
                    redis.rpush("queue:" + number, number);
                    assertThat(redis.blpop(Duration.ZERO, "queue:" + number)).isNotNull();
                    assertThat(redis.async().get("client:" + number).join()).isEqualTo(String.valueOf(number));
                })
                .awaitEnd();
        assertThat(namesOfLinks()).hasSize(2 * clients.size()).doesNotHaveDuplicates();
        clients.forEach(Carmine::close);
    }

    @Test
    void openingAndClosingAgainAndAgainLeavesNothing(RedisServer server) {
        for (int i = 0; i < 50; i++) {
            try (Carmine redis = Clients.connect(server)) {
                assertThat(redis.ping()).isEqualTo("PONG");
            }
        }
        ThreadLeaks.awaitNone();
        long connections = Long.parseLong(server.info("clients").getOrDefault("connected_clients", "0"));
        assertThat(connections).isLessThan(10);
    }
}
