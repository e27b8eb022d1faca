package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Gap;
import dev.carmine.client.Monitor;
import dev.carmine.client.MonitorHandler;
import dev.carmine.client.MonitoredCommand;
import dev.carmine.client.command.Strings;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;

/** {@link Monitor}: shows what the server runs, over connections that come and go. */
@SuppressWarnings("try") // a monitor is made to look, not to be called
@RedisTest(users = "blind on >pass ~* +@all -monitor")
class MonitorIT {
    private final Seen seen = new Seen();

    /** Keeps what comes; servers also show what the client says to introduce itself. */
    private static final class Seen implements MonitorHandler {
        private final BlockingQueue<MonitoredCommand> commands = new LinkedBlockingQueue<>();
        private final BlockingQueue<Gap> gaps = new LinkedBlockingQueue<>();

        @Override
        public void onCommand(MonitoredCommand command) {
            commands.add(command);
        }

        @Override
        public void onGap(Gap gap) {
            gaps.add(gap);
        }

        /** The next command that begins with a word. */
        MonitoredCommand next(String word) throws InterruptedException {
            for (; ; ) {
                MonitoredCommand command = Objects.requireNonNull(
                        commands.poll(Clients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "nothing was seen");
                if (command.words().get(0).equalsIgnoreCase(word)) {
                    return command;
                }
            }
        }
    }

    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
    }

    /** Without quotes and backslashes, which Valkey 8.1.0 and 8.1.1 show as they are. */
    @EachProtocol
    void whatIsRunAfterItHasReturnedIsShown(Resp resp, RedisServer server) throws Exception {
        try (Carmine redis = Clients.connect(server, resp);
                Monitor monitor = redis.monitor(seen)) {
            Instant before = Instant.now().minusSeconds(60);
            redis.set("greeting", "hello you\n");
            MonitoredCommand shown = seen.next("SET");
            assertThat(shown.words()).containsExactly("SET", "greeting", "hello you\n");
            assertThat(shown.database()).isZero();
            assertThat(shown.client()).isNotEmpty();
            assertThat(shown.time()).isBetween(before, before.plusSeconds(120));
            assertThat(monitor.dropped()).isZero();
        }
    }

    @EachProtocol
    void theOrderIsTheServers(Resp resp, RedisServer server) throws Exception {
        int count = 5_000;
        try (Carmine redis = Clients.connect(server, resp);
                Monitor monitor = redis.monitor(seen)) {
            List<Long> counted = redis.pipeline(Collections.nCopies(count, Strings.incr("n")));
            assertThat(counted).hasSize(count);
            Instant last = Instant.EPOCH;
            for (int i = 0; i < count; i++) {
                Instant time = seen.next("INCR").time();
                assertThat(time).isAfterOrEqualTo(last);
                last = time;
            }
        }
    }

    @EachProtocol
    void aLostConnectionIsMadeAgainAndTold(Resp resp, RedisServer server) throws Exception {
        try (Carmine redis = Clients.connect(server, resp);
                Monitor monitor = redis.monitor(seen)) {
            for (int i = 0; i < 3; i++) {
                long id = redis.clientList().stream()
                        .filter(client -> client.flags().contains("O"))
                        .findFirst()
                        .orElseThrow()
                        .id();
                server.call("CLIENT", "KILL", "ID", Long.toString(id));
                assertThat(seen.gaps.poll(Clients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                        .isInstanceOf(Gap.Disconnected.class);
                redis.get("after " + i);
                assertThat(seen.next("GET").words()).containsExactly("GET", "after " + i);
            }
        }
    }

    @EachProtocol
    void aServerThatSaysNothingIsAsked(Resp resp, RedisServer server) throws Exception {
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                        .idleCheck(Duration.ofMillis(50))
                        .commandTimeout(Duration.ofSeconds(10))
                        .build());
                Monitor monitor = redis.monitor(seen)) {
            seen.next("PING");
            seen.next("PING");
            redis.get("still here");
            assertThat(seen.next("GET").words()).containsExactly("GET", "still here");
            assertThat(seen.gaps).isEmpty();
        }
    }

    @EachProtocol
    void whoMayNotHearsWhy(Resp resp, RedisServer server) {
        try (Carmine blind = Carmine.connect(Clients.options(server, resp)
                .uri("redis://blind:pass@" + server.host() + ":" + server.port())
                .build())) {
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> blind.monitor(seen))
                    .withMessageStartingWith("MONITOR: NOPERM");
        }
    }

    @EachProtocol
    void itsConnectionEndsWithIt(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.monitor(seen).close();
            Awaitility.await()
                    .atMost(Clients.PATIENCE)
                    .until(() -> redis.clientList().stream()
                            .noneMatch(client -> client.flags().contains("O")));
        }
    }

    @EachProtocol
    void aClosedClientMonitorsNothing(Resp resp, RedisServer server) {
        Carmine redis = Clients.connect(server, resp);
        Monitor monitor = redis.monitor(seen);
        assertThat(monitor).hasToString("Monitor[open]");
        redis.close();
        assertThat(monitor).hasToString("Monitor[closed]");
        assertThatExceptionOfType(CarmineConnectionException.class).isThrownBy(() -> redis.monitor(seen));
        monitor.close();
    }
}
