package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Script;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.mq.script.ScriptKeys;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every key that a script touches is declared with its call, and all of them are in one slot. */
@RedisTest
class DeclaredKeysIT {
    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    @EachProtocol
    void scriptsTouchOnlyKeysThatTheyWereGiven(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            ScriptKeys keys = ScriptKeys.watch(redis, () -> new EveryCall(redis).make());
            assertThat(keys.undeclared()).isEmpty();
            assertThat(keys.scattered()).isEmpty();
            assertThat(keys.scripts())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(QueueScript.values())
                            .map(QueueScripts.by(QueueScripts.Clock.FIELD)::get)
                            .map(Script::sha1)
                            .toList());
        }
    }

    @Test
    void aKeyThatAScriptMakesUpIsNoticed(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            Script script = Script.of("redis.call('TIME') redis.call('EXISTS', KEYS[1], KEYS[1] .. 'ad')"
                    + " return redis.call('GET', string.sub(KEYS[1], 1, -2) .. 'res:7')");
            redis.scriptLoad(script.text());
            ScriptKeys keys = ScriptKeys.watch(redis, () -> {
                redis.call(script.on(List.of("cmq:{shop}:mail:b", "cmq:{shop}:mail:t")));
                redis.call(script.on(List.of("cmq:{shop}:mail:b", "cmq:{mail}:mail:t")));
            });
            assertThat(keys.scripts()).containsExactly(script.sha1());
            assertThat(keys.undeclared())
                    .hasSize(2)
                    .allSatisfy(
                            call -> assertThat(call).startsWith("[EXISTS, cmq:{shop}:mail:b, cmq:{shop}:mail:bad]"));
            assertThat(keys.scattered()).containsExactly("cmq:{shop}:mail:b", "cmq:{mail}:mail:t");
        }
    }
}
