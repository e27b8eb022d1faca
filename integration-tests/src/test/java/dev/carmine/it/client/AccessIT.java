package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.Protocol;
import dev.carmine.client.command.Commands;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** As whom a client connects, and to which database. */
@RedisTest(
        password = "sesame",
        users = {
            "bob on >builder ~app:* +@all",
            "frugal on >secret ~* +get +set",
            "greeter on >secret ~* +@all -hello",
            "odd on >p@s:s/w%rd#?é ~* +@all"
        })
class AccessIT {
    private static ClientOptions.Builder as(String credentials, Resp resp, RedisServer server) {
        return Clients.options(server, resp).uri("redis://" + credentials + "@127.0.0.1:" + server.port() + "/3");
    }

    private static String whoami(Carmine redis) {
        return String.valueOf(redis.call(Command.of("ACL WHOAMI")));
    }

    @EachProtocol
    void aPasswordAloneIsThatOfTheDefaultUser(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(as(":sesame", resp, server).build())) {
            assertThat(whoami(redis)).isEqualTo("default");
        }
    }

    @EachProtocol
    void aUserHasTheRightsOfTheServersList(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(as("bob:builder", resp, server).build())) {
            assertThat(whoami(redis)).isEqualTo("bob");
            redis.set("app:key", "v");
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.set("other", "v"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("NOPERM"));
        }
    }

    @EachProtocol
    void aUserNeedsNoRightsBeyondThoseOfItsCommands(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(as("frugal:secret", resp, server)
                .uri("redis://frugal:secret@127.0.0.1:" + server.port())
                .clientName("frugal")
                .build())) {
            redis.set("key", "v");
            assertThat(redis.get("key")).isEqualTo("v");
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(redis::ping)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("NOPERM"));
        }
    }

    /** Servers let everyone say HELLO, whatever their rules are. */
    @Test
    void aUserWhoMayNotSayHelloConnectsAllTheSame(RedisServer server) {
        try (Carmine redis = Carmine.connect(
                as("greeter:secret", Resp.RESP3, server).protocol(Protocol.AUTO).build())) {
            assertThat(whoami(redis)).isEqualTo("greeter");
        }
    }

    @EachProtocol
    void passwordsMayHaveAnyCharacters(Resp resp, RedisServer server) {
        String encoded = "p%40s%3As%2Fw%25rd%23%3F%C3%A9";
        try (Carmine redis = Carmine.connect(as("odd:" + encoded, resp, server).build())) {
            assertThat(whoami(redis)).isEqualTo("odd");
        }
    }

    @EachProtocol
    void allConnectionsUseTheDatabaseOfTheUri(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(as(":sesame", resp, server).build());
                RawConnection other = server.connect()) {
            redis.rpush("in-three", "a", "b");
            assertThat(redis.blpop(Duration.ofSeconds(20), "in-three")).isNotNull();
            assertThat(redis.<String>session(session -> session.lpop("in-three")))
                    .isEqualTo("b");
            redis.set("in-three", "v");
            assertThat(other.call("GET", "in-three")).isNull();
            other.call("SELECT", "3");
            assertThat(other.call("GET", "in-three")).isEqualTo("v");
            other.call("DEL", "in-three");
        }
    }

    @EachProtocol
    void allConnectionsHaveTheNameOfTheClient(Resp resp, RedisServer server) {
        try (Carmine redis =
                Carmine.connect(as(":sesame", resp, server).clientName("tester").build())) {
            assertThat(redis.clientGetname()).isEqualTo("tester");
            assertThat(redis.<String>session(session -> session.call(Commands.clientGetname())))
                    .isEqualTo("tester");
        }
    }

    @Test
    @RedisTest(resp2Only = true)
    void aServerWithoutHelloIsSpokenToInResp2(RedisServer server) {
        try (Carmine redis = Carmine.connect(server.uri())) {
            redis.hset("hash", "f", "v");
            assertThat(redis.hgetall("hash")).containsEntry("f", "v");
        }
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Clients.connect(server, Resp.RESP3))
                .withMessageContaining("unknown command");
    }
}
