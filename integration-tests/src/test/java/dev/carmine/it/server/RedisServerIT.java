package dev.carmine.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.it.junit.NotInContainer;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.RawErrorException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@RedisTest(isolated = true)
class RedisServerIT {

    @Test
    void answersAndSaysWhatItIs(RedisServer server) {
        assertThat(server.call("PING")).isEqualTo("PONG");
        assertThat(server.version().isAtLeast("6.2")).isTrue();
        assertThat(server.redisLevel().isAtLeast("6.2")).isTrue();
        assertThat(server.uri()).isEqualTo("redis://127.0.0.1:" + server.port());
        assertThat(server.call("DEBUG", "SLEEP", "0")).isEqualTo("OK");
    }

    @Test
    void restartsOnTheSamePort(RedisServer server) {
        server.call("SET", "key", "value");
        server.restart();
        assertThat(server.call("GET", "key")).isNull();
    }

    @Test
    @NotInContainer("takes its port away, which is Docker's")
    void waitsUntilItsPortIsFreeAgain(RedisServer server) throws Exception {
        server.shutdown();
        CompletableFuture<Void> started;
        try (ServerSocket squatter = new ServerSocket(server.port(), 1, InetAddress.getByName(server.host()))) {
            assertThat(squatter.isBound()).isTrue();
            started = CompletableFuture.runAsync(server::start);
            Awaitility.await().until(() -> server.log().contains("in use"));
        }
        started.get(20, TimeUnit.SECONDS);
        assertThat(server.call("PING")).isEqualTo("PONG");
    }

    @Test
    @RedisTest(appendOnly = true)
    void losesNothingAcknowledgedWhenItPersistsAndIsKilled(RedisServer server) {
        server.call("SET", "key", "value");
        server.kill();
        assertThat(server.isRunning()).isFalse();
        server.start();
        assertThat(server.call("GET", "key")).isEqualTo("value");
    }

    @Test
    void acceptsConnectionsWithoutAnsweringWhileSuspended(RedisServer server) {
        server.suspend();
        try (RawConnection connection = RawConnection.open(server.host(), server.port())) {
            connection.readLimit(Duration.ofMillis(100));
            assertThatThrownBy(() -> connection.call("PING"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("timed out");
        } finally {
            server.resume();
        }
        assertThat(server.call("PING")).isEqualTo("PONG");
    }

    @Test
    @RedisTest(resp2Only = true)
    void doesNotKnowHelloIfItSpeaksOnlyResp2(RedisServer server) {
        assertThatThrownBy(() -> server.call("HELLO", "3"))
                .isInstanceOf(RawErrorException.class)
                .hasMessageContaining("unknown command");
    }

    @Test
    @RedisTest(password = "sesame", users = "bob on >builder ~* +get")
    void asksForThePasswordItWasGiven(RedisServer server) {
        assertThat(server.uri()).isEqualTo("redis://:sesame@127.0.0.1:" + server.port());
        assertThat(server.call("PING")).isEqualTo("PONG");
        try (RawConnection bob = RawConnection.open(server.host(), server.port())) {
            assertThatThrownBy(() -> bob.call("GET", "key")).hasMessageStartingWith("NOAUTH");
            bob.call("AUTH", "bob", "builder");
            assertThat(bob.call("GET", "key")).isNull();
            assertThatThrownBy(() -> bob.call("SET", "key", "value")).hasMessageStartingWith("NOPERM");
        }
    }

    @Test
    @RedisTest(config = "maxmemory 10mb")
    void takesConfigurationLines(RedisServer server) {
        assertThat(String.valueOf(server.call("CONFIG", "GET", "maxmemory"))).contains("10485760");
    }

    @Test
    @RedisTest(password = "sesame")
    void hasReplicas(RedisServer master) {
        master.call("SET", "key", "value");
        try (RedisServer replica =
                RedisServers.start(ServerOptions.builder().replicaOf(master).build())) {
            assertThat(replica.call("GET", "key")).isEqualTo("value");
            assertThat(replica.info("replication")).containsEntry("role", "slave");
        }
    }

    @Test
    @NotInContainer("looks into its folder")
    void deletesItsFolderWhenClosed() {
        RedisServer server = RedisServers.start();
        Path folder = server.folder();
        assertThat(folder).isDirectory();
        server.suspend();
        server.close();
        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void namesTheLastLinesOfTheLogIfItCannotStart() {
        ServerOptions nonsense =
                ServerOptions.builder().config("no-such-option yes").build();
        assertThatThrownBy(() -> RedisServers.start(nonsense))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("while it was starting")
                .hasMessageContaining("no-such-option");
    }
}
