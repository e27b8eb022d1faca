package dev.carmine.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same trials as in a comparison, but too short to measure anything. */
class QueueTrialIT {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final RedisServer redis = RedisServers.shared();
    private final ServerMeter meter = new ServerMeter(redis);
    private final List<Observed> observations = new ArrayList<>();
    private ServerMeter.Reading start = meter.read();
    private ServerMeter.Reading used = start;

    @BeforeEach
    void flush() {
        redis.flushAll();
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatItDid(QueueScenario scenario) throws InterruptedException {
        run(scenario);

        assertThat(observations).singleElement().satisfies(observed -> {
            assertThat(observed.nanos()).isPositive();
            assertThat(observed.operations() == 0).isEqualTo(scenario == QueueScenario.IDLE);
        });
    }

    @Test
    void measuresLatencies() throws InterruptedException {
        run(QueueScenario.LATENCY);

        assertThat(observations.get(0).figures())
                .containsOnlyKeys(Figure.P50, Figure.P99, Figure.PING_P50, Figure.PING_P99)
                .allSatisfy((figure, micros) -> assertThat(micros).isPositive());
    }

    @Test
    void wakesWorkersThatAllWait() throws InterruptedException {
        run(QueueScenario.WAKE_200);

        assertThat(used.scripts()).isGreaterThanOrEqualTo(2); // the enqueue, and the exchange that leases the message
    }

    private void run(QueueScenario scenario) throws InterruptedException {
        QueueTrial.run(scenario, redis.uri(), SHORT, SHORT, new Referee() {
            @Override
            public void awaitStart() {
                if (scenario.beginsIdle()) {
                    meter.awaitBlocked(scenario.workers());
                }
                start = meter.read();
            }

            @Override
            public void finish(Observed observed) {
                used = meter.read().since(start);
                observations.add(observed);
            }
        });
    }
}
