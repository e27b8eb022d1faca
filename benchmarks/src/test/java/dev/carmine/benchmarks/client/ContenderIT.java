package dev.carmine.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.carmine.benchmarks.scenario.Call;
import dev.carmine.benchmarks.scenario.Dataset;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every client makes every call, so that a comparison does not fail after the first quarter of an hour. */
class ContenderIT {
    private static final int CALLERS = 2;

    @BeforeAll
    static void loadServer() {
        RedisServer redis = RedisServers.shared();
        Dataset.load(redis.host(), redis.port());
    }

    @ParameterizedTest
    @EnumSource
    void returnsWhatIsStored(Contender contender) {
        try (BenchmarkClient client = connect(contender)) {
            for (Call call : Call.values()) {
                if (call == Call.OBJECT && !contender.hasObjects()) {
                    continue;
                }
                assertThatCode(() -> call.perform(client, 42)).as("%s", call).doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void completesWhatDoesNotWait(Contender contender) throws Exception {
        if (!contender.hasAsync()) {
            return;
        }
        try (BenchmarkClient client = connect(contender)) {
            String value = client.getAsync(Call.key(42)).toCompletableFuture().get(30, TimeUnit.SECONDS);

            Call.requireValue(value);
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsWhenThereIsNoValue(Contender contender) {
        try (BenchmarkClient client = connect(contender)) {
            assertThat(client.get("no such key")).isNull();
        }
    }

    private static BenchmarkClient connect(Contender contender) {
        RedisServer redis = RedisServers.shared();
        return contender.connect(new Address(redis.host(), redis.port(), false), CALLERS);
    }
}
