package dev.carmine.benchmarks.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.benchmarks.client.Address;
import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.host.DelayProxy;
import dev.carmine.benchmarks.scenario.Dataset;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same trials as in a comparison, but too short to measure anything. */
class TrialIT {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final RedisServer redis = RedisServers.shared();

    @BeforeEach
    void load() {
        redis.flushAll();
        Dataset.load(redis.host(), redis.port());
    }

    @ParameterizedTest
    @EnumSource
    void measuresEveryMetric(Contender contender) throws InterruptedException {
        TrialResult result = trial(Scenario.GET_16, contender, redis.port()).run(5);

        assertThat(result.scenario()).isEqualTo(Scenario.GET_16);
        assertThat(result.contender()).isEqualTo(contender);
        assertThat(result.round()).isEqualTo(5);
        assertThat(result.throughput()).isPositive();
        assertThat(result.p50Micros()).isPositive();
        assertThat(result.p99Micros()).isGreaterThanOrEqualTo(result.p50Micros());
        assertThat(result.cpuMicros()).isNotNegative(); // it is counted in steps of ten milliseconds
        assertThat(result.allocatedBytes()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JEDIS")
    void measuresCallsThatDoNotWait(Contender contender) throws InterruptedException {
        TrialResult result = trial(Scenario.GET_ASYNC, contender, redis.port()).run(1);

        assertThat(result.throughput()).isPositive();
    }

    @Test
    void delaysBothWays() throws IOException, InterruptedException {
        Duration delay = Duration.ofMillis(5);
        DelayProxy proxy = DelayProxy.start(new InetSocketAddress(redis.host(), redis.port()), delay.toNanos());

        TrialResult result =
                trial(Scenario.DELAYED_GET_16, Contender.CARMINE, proxy.port()).run(1);

        double twice = 2 * delay.toNanos() / 1e3;
        assertThat(result.p50Micros()).isGreaterThan(0.99 * twice); // the histogram is exact to one per cent
    }

    @Test
    void failsIfAReplyIsNotWhatIsStored() {
        redis.flushAll();

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        trial(Scenario.GET_16, Contender.CARMINE, redis.port()).run(1))
                .withMessageContaining("got no value");
    }

    private Trial trial(Scenario scenario, Contender contender, int port) {
        return new Trial(scenario, contender, new Address(redis.host(), port, false), SHORT, SHORT);
    }
}
