package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.Script;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.protocol.RespValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Commands that have no typed factory, through {@link Command#of}. */
@RedisTest
class AnyCommandIT {

    @EachProtocol
    void anyCommandOfTheServerCanBeCalled(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.del("bits");
            assertThat(redis.call(Command.of("SETBIT").key("bits").args(7, 1))).isEqualTo(0L);
            assertThat(redis.call(Command.of("bitcount").key("bits").asLong())).isEqualTo(1);
            assertThat(redis.call(Command.of("object help"))).isInstanceOf(List.class);
            assertThat(redis.call(Command.of("CLIENT").arg("ID").asLong())).isPositive();
        }
    }

    @EachProtocol
    void repliesAreReadAsTheCallerWishes(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.hset("hash", Map.of("a", "1"));
            assertThat(redis.call(Command.of("HGETALL").key("hash").asMap())).isEqualTo(Map.of("a", "1"));
            redis.set("number", "1");
            assertThat(redis.call(Command.of("GET").key("number").asText())).isEqualTo("1");
            assertThat(redis.call(Command.of("GET").key("number").asLong())).isEqualTo(1L);
            assertThat(redis.call(Command.of("GET").key("number").asDouble())).isEqualTo(1.0);
            assertThat(redis.call(Command.of("GET").key("number").asBool())).isTrue();
            String mapped = redis.call(Command.of("GET").key("number").asText().map(text -> text + "!"));
            assertThat(mapped).isEqualTo("1!");
            assertThat(redis.call(Command.of("GET").key("none").asLong())).isNull();
        }
    }

    @EachProtocol
    void textAmongOtherThingsCanBeReadAsBytes(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            byte[] stored = {0, (byte) 0xff, '\r', '\n'};
            redis.set("bytes", stored);
            Script script = Script.of("return {1, {redis.call('GET', KEYS[1])}, false}");
            assertThat(redis.call(script.on(List.of("bytes")).asBinary()))
                    .usingRecursiveComparison()
                    .isEqualTo(Arrays.asList(1L, List.of(stored), null));
        }
    }

    @Test
    void repliesOfResp3KeepTheirKind(RedisServer server) {
        try (Carmine redis = Clients.connect(server, Resp.RESP3)) {
            redis.hset("hash", Map.of("a", "1"));
            redis.sadd("set", "m");
            redis.zadd("sorted", 1.5, "m");
            assertThat(redis.call(Command.of("HGETALL").key("hash"))).isEqualTo(Map.of("a", "1"));
            assertThat(redis.call(Command.of("SMEMBERS").key("set"))).isEqualTo(Set.of("m"));
            assertThat(redis.call(Command.of("ZSCORE").key("sorted").arg("m"))).isEqualTo(1.5);
        }
    }

    @EachProtocol
    void repliesAreReadPastOrKeptAsTheyCame(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.call(Command.of("DEL").key("h"));
            redis.call(Command.of("HSET").key("h").args("f", "v"));
            assertThat(redis.call(Command.of("HGETALL").key("h").suppress())).isNull();
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.call(Command.of("GET").key("h").suppress()));
            RespValue raw = redis.call(Command.of("HGETALL").key("h").asRaw());
            assertThat(raw).isInstanceOf(resp == Resp.RESP3 ? RespValue.MapValue.class : RespValue.Array.class);
        }
    }

    @EachProtocol
    void aCommandThatTheServerDoesNotKnowIsItsErrorAndNothingElse(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.call(Command.of("NO.SUCH.COMMAND").arg("secret")))
                    .withMessageStartingWith("NO.SUCH.COMMAND: ERR unknown command")
                    .satisfies(e -> assertThat(e.code()).isEqualTo("ERR"));
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @EachProtocol
    void aReplyOfAnotherKindFailsThatCallAlone(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("text", "not a number");
            redis.rpush("list", "a", "b");
            assertThatExceptionOfType(CarmineProtocolException.class)
                    .isThrownBy(() -> redis.call(Command.of("GET").key("text").asLong()))
                    .withMessageStartingWith("GET: the reply cannot be read")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("not a number"));
            assertThatExceptionOfType(CarmineProtocolException.class)
                    .isThrownBy(() -> redis.call(
                            Command.of("LRANGE").key("list").args(0, -1).asText()));
            assertThat(redis.get("text")).isEqualTo("not a number");
        }
    }

    @EachProtocol
    void anErrorInsideAReplyIsAnElementOfIt(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            String script = "return {redis.status_reply('OK'), redis.error_reply('WRONGTYPE not a list')}";
            List<?> replies = (List<?>) Objects.requireNonNull(
                    redis.call(Command.of("EVAL").arg(script).arg(0)));
            assertThat(replies).hasSize(2);
            assertThat(replies.get(0)).isEqualTo("OK");
            assertThat(replies.get(1))
                    .isInstanceOfSatisfying(
                            CarmineServerException.class,
                            e -> assertThat(e.code()).isEqualTo("WRONGTYPE"));
        }
    }
}
