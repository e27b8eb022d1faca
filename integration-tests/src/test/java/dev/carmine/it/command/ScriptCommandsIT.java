package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.FlushMode;
import dev.carmine.client.command.SyncScripts;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachFace
class ScriptCommandsIT extends CommandContract {
    private static final String JOIN = "return KEYS[1] .. '=' .. ARGV[1]";
    private static final String UNKNOWN = "ffffffffffffffffffffffffffffffffffffffff";

    ScriptCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncScripts.class, face, resp, server);
    }

    @Test
    void scriptsRunByTextAndByHash() {
        assertThat(redis.eval(JOIN, List.of("k"), 1)).isEqualTo("k=1");
        String hash = redis.scriptLoad(JOIN);
        assertThat(hash).hasSize(40);
        assertThat(redis.evalsha(hash, List.of("k"), "v")).isEqualTo("k=v");
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(() -> redis.evalsha(UNKNOWN, List.of()))
                .extracting(CarmineServerException::code)
                .isEqualTo("NOSCRIPT");
    }

    @Test
    @SinceRedis("7.0")
    void readOnlyScriptsRunByTextAndByHash() {
        assertThat(redis.evalRo(JOIN, List.of("k"), 1)).isEqualTo("k=1");
        assertThat(redis.evalshaRo(redis.scriptLoad(JOIN), List.of("k"), "v")).isEqualTo("k=v");
    }

    @Test
    void whatScriptsReturnIsReadAsTheServerNestsIt() {
        assertThat(redis.eval("return {1, 'two', {3, false}}", List.of()))
                .isEqualTo(Arrays.asList(1L, "two", Arrays.asList(3L, null)));
        assertThat(redis.eval("return nil", List.of())).isNull();
        assertThat(redis.eval("return redis.status_reply('FINE')", List.of())).isEqualTo("FINE");
    }

    @Test
    void theErrorOfACommandInAScriptKeepsItsCode() {
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(() -> redis.eval(
                        "redis.call('SET', KEYS[1], 'x') return redis.call('LPUSH', KEYS[1], 'y')", List.of("wrong")))
                .extracting(CarmineServerException::code)
                .isEqualTo("WRONGTYPE");
    }

    @Test
    void loadedScriptsAreKnownUntilTheyAreFlushed() {
        String hash = redis.scriptLoad("return 'known'");
        assertThat(redis.scriptExists(hash, UNKNOWN)).containsExactly(true, false);
        assertThat(redis.scriptFlush(FlushMode.SYNC)).isEqualTo("OK");
        assertThat(redis.scriptExists(hash)).containsExactly(false);
        assertThat(redis.scriptFlush()).isEqualTo("OK");
    }

    @Test
    void killingWhenNoScriptRunsIsRefused() {
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(redis::scriptKill)
                .extracting(CarmineServerException::code)
                .isEqualTo("NOTBUSY");
    }

    @Test
    @SinceRedis(valkey = "8.0")
    void loadedScriptsAreShown() {
        assertThat(redis.scriptShow(redis.scriptLoad(JOIN))).isEqualTo(JOIN);
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(() -> redis.scriptShow(UNKNOWN))
                .extracting(CarmineServerException::code)
                .isEqualTo("NOSCRIPT");
    }

    @Override
    Set<String> notHere() {
        return server.isValkey("8.0") ? Set.of() : Set.of("scriptShow"); // Redis has no such command
    }
}
