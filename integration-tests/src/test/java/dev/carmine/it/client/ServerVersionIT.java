package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.command.Commandlog;
import dev.carmine.client.command.CommandlogKind;
import dev.carmine.client.command.HashFieldExpiry;
import dev.carmine.client.command.Keys;
import dev.carmine.client.command.Strings;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.Flavour;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.Ports;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which server a client says it is connected to. */
@RedisTest(
        password = "sesame",
        users = {"plain on >secret ~* +@all", "incurious on >secret ~* +@all -info -hello"})
class ServerVersionIT {
    private static ClientOptions.Builder as(String user, Resp resp, RedisServer server) {
        return Clients.options(server, resp).uri("redis://" + user + ":secret@127.0.0.1:" + server.port());
    }

    private static ServerVersion expected(RedisServer server) {
        String version = server.version().toString();
        return server.flavour() == Flavour.VALKEY ? ServerVersion.valkey(version) : ServerVersion.redis(version);
    }

    @EachProtocol
    void isWhatTheServerIs(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(as("plain", resp, server).build())) {
            assertThat(redis.server()).isEqualTo(expected(server));
            assertThat(redis.withTimeout(Duration.ofSeconds(20)).server()).isEqualTo(expected(server));
        }
    }

    /** The handshake has learned it, so that nothing is sent to tell it. */
    @EachProtocol
    void needsNoServerAfterTheHandshake(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(as("plain", resp, server).build())) {
            server.suspend();
            assertThat(redis.server()).isEqualTo(expected(server));
        } finally {
            server.resume();
        }
    }

    @EachProtocol
    void waitsForTheFirstConnectionOfALazyClient(Resp resp, RedisServer server) {
        try (Carmine redis =
                Carmine.connect(as("plain", resp, server).connectLazily().build())) {
            assertThat(redis.server()).isEqualTo(expected(server));
        }
    }

    @EachProtocol
    void isUnknownWithoutAServer(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                .uri("redis://127.0.0.1:" + Ports.free())
                .commandTimeout(Duration.ofMillis(50))
                .connectLazily()
                .build())) {
            assertThatExceptionOfType(CarmineUnansweredException.class).isThrownBy(redis::server);
        }
    }

    @Test
    @RedisTest(resp2Only = true)
    void isKnownOfServersWithoutHello(RedisServer server) {
        try (Carmine redis = Carmine.connect(server.uri())) {
            assertThat(redis.server()).isEqualTo(expected(server));
        }
    }

    /** Servers let everyone say HELLO, whatever their rules are. */
    @Test
    void isKnownToAUserWhoMayNotAskOnRespThree(RedisServer server) {
        try (Carmine redis = Carmine.connect(as("incurious", Resp.RESP3, server).build())) {
            assertThat(redis.server()).isEqualTo(expected(server));
        }
    }

    @Test
    void isRefusedToAUserWhoMayNotAskOnRespTwo(RedisServer server) {
        try (Carmine redis = Carmine.connect(as("incurious", Resp.RESP2, server).build())) {
            redis.set("key", "value");
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(redis::server)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("NOPERM"));
        }
    }

    @EachProtocol
    @RedisTest(isolated = true)
    void isStillKnownWhileThereIsNoConnection(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            server.shutdown();
            assertThat(redis.server()).isEqualTo(expected(server));
        } finally {
            server.start();
        }
    }

    @EachProtocol
    void saysWhatACommandNeedsThatTheServerDoesNotKnow(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(as("plain", resp, server).build())) {
            ServerVersion version = redis.server();
            Command<?> lacking = lacking(version);
            String message =
                    lacking.name() + " needs " + lacking.needs() + ", this is " + version + ": ERR unknown command";

            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.call(lacking))
                    .withMessageStartingWith(message)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("ERR"));
            assertThat(redis.async().callAsync(lacking))
                    .failsWithin(Clients.PATIENCE)
                    .withThrowableThat()
                    .withMessageContaining(message);
            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> redis.pipeline(Strings.get("key"), lacking))
                    .withMessageContaining(message);
            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> redis.multi(Strings.get("key"), lacking))
                    .withMessageContaining(message);
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.session(session -> session.call(lacking)))
                    .withMessageStartingWith(message);
        }
    }

    @Test
    void saysWhatACommandNeedsAlsoIfNobodyKnowsTheServer(RedisServer server) {
        Command<?> lacking = lacking(expected(server));
        try (Carmine redis = Carmine.connect(as("incurious", Resp.RESP2, server).build())) {
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.call(lacking))
                    .withMessageStartingWith(lacking.name() + " needs " + lacking.needs() + ": ERR unknown command");
        }
    }

    /** No server has all of them. */
    private static Command<?> lacking(ServerVersion server) {
        return Stream.of(
                        Keys.expiretime("key"),
                        HashFieldExpiry.httl("key", "field"),
                        Commandlog.commandlogLen(CommandlogKind.SLOW))
                .filter(server::lacks)
                .findFirst()
                .orElseThrow();
    }
}
