package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.FlushMode;
import dev.carmine.client.command.FunctionLibrary;
import dev.carmine.client.command.FunctionLibrary.Function;
import dev.carmine.client.command.FunctionRestorePolicy;
import dev.carmine.client.command.FunctionStats;
import dev.carmine.client.command.SyncFunctions;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
@SinceRedis("7.0")
class FunctionCommandsIT extends CommandContract {
    private static final String LIBRARY = """
            #!lua name=counters
            redis.register_function('bump', function(keys, args) return redis.call('INCRBY', keys[1], args[1]) end)
            redis.register_function{
                function_name = 'peek',
                callback = function(keys, args) return redis.call('GET', keys[1]) end,
                flags = {'no-writes'},
                description = 'reads'}
            """;

    FunctionCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncFunctions.class, face, resp, server);
    }

    @BeforeEach
    void empty() {
        redis.functionFlush(FlushMode.SYNC);
    }

    @Test
    void functionsAreLoadedAndCalled() {
        assertThat(redis.functionLoad(LIBRARY)).isEqualTo("counters");
        assertThat(redis.fcall("bump", List.of("k"), 3)).isEqualTo(3L);
        assertThat(redis.fcallRo("peek", List.of("k"))).isEqualTo("3");
        assertThat(redis.functionLoadReplacing(LIBRARY)).isEqualTo("counters");
        assertThatExceptionOfType(CarmineServerException.class).isThrownBy(() -> redis.functionLoad(LIBRARY));
    }

    @Test
    void librariesAreListed() {
        redis.functionLoad(LIBRARY);
        FunctionLibrary library = redis.functionList().get(0);
        assertThat(library.name()).isEqualTo("counters");
        assertThat(library.engine()).isEqualTo("LUA");
        assertThat(library.code()).isNull();
        assertThat(library.functions())
                .containsExactlyInAnyOrder(
                        new Function("bump", null, List.of()), new Function("peek", "reads", List.of("no-writes")));
        assertThat(redis.functionList("c*")).hasSize(1);
        assertThat(redis.functionList("none")).isEmpty();
        assertThat(redis.functionListWithCode())
                .singleElement()
                .satisfies(withCode -> assertThat(withCode.code()).isEqualTo(LIBRARY));
        assertThat(redis.functionListWithCode("none")).isEmpty();
    }

    @Test
    void librariesAreDumpedRestoredAndDeleted() {
        redis.functionLoad(LIBRARY);
        byte[] dump = redis.functionDump();
        assertThat(redis.functionDelete("counters")).isEqualTo("OK");
        assertThat(redis.functionRestore(dump)).isEqualTo("OK");
        assertThat(redis.functionRestore(dump, FunctionRestorePolicy.REPLACE)).isEqualTo("OK");
        assertThat(redis.functionList()).hasSize(1);
        assertThat(redis.functionFlush()).isEqualTo("OK");
        assertThat(redis.functionList()).isEmpty();
    }

    @Test
    void theServerTellsHowManyThereAre() {
        redis.functionLoad(LIBRARY);
        FunctionStats stats = redis.functionStats();
        assertThat(stats.running()).isNull();
        assertThat(stats.engines()).containsEntry("LUA", new FunctionStats.Engine(1, 2));
    }

    @Test
    void killingWhenNoFunctionRunsIsRefused() {
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(redis::functionKill)
                .extracting(CarmineServerException::code)
                .isEqualTo("NOTBUSY");
    }
}
