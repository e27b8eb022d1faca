package dev.carmine.benchmarks.report;

import static dev.carmine.benchmarks.report.Measured.cpu;
import static dev.carmine.benchmarks.report.Measured.throughput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void dividesByThePeerWithTheHighestThroughput() {
        Comparison comparison = new Comparison(
                Scenario.GET_16,
                Metric.THROUGHPUT,
                List.of(
                        throughput(Scenario.GET_16, Contender.CARMINE, 300),
                        throughput(Scenario.GET_16, Contender.JEDIS, 200),
                        throughput(Scenario.GET_16, Contender.LETTUCE, 100)));

        assertThat(comparison.bestPeer()).hasValue(200.0);
        assertThat(comparison.ratioToBestPeer()).hasValue(1.5);
    }

    @Test
    void dividesByThePeerThatTakesTheLeastCpuTime() {
        Comparison comparison = new Comparison(
                Scenario.GET_16,
                Metric.CPU,
                List.of(
                        cpu(Scenario.GET_16, Contender.CARMINE, 5),
                        cpu(Scenario.GET_16, Contender.JEDIS, 10),
                        cpu(Scenario.GET_16, Contender.REDISSON, 20)));

        assertThat(comparison.ratioToBestPeer()).hasValue(0.5);
    }

    @Test
    void takesTheMedianOverTheRounds() {
        Comparison comparison = new Comparison(
                Scenario.GET_16,
                Metric.THROUGHPUT,
                List.of(
                        throughput(Scenario.GET_16, Contender.JEDIS, 1),
                        throughput(Scenario.GET_16, Contender.JEDIS, 200),
                        throughput(Scenario.GET_16, Contender.JEDIS, 9_000)));

        assertThat(comparison.median(Contender.JEDIS)).hasValue(200.0);
    }

    @Test
    void passesByOtherScenarios() {
        Comparison comparison = new Comparison(
                Scenario.GET_16, Metric.THROUGHPUT, List.of(throughput(Scenario.SET_16, Contender.JEDIS, 200)));

        assertThat(comparison.isEmpty()).isTrue();
    }

    @Test
    void hasNoRatioWithoutPeers() {
        Comparison comparison = new Comparison(
                Scenario.GET_16, Metric.THROUGHPUT, List.of(throughput(Scenario.GET_16, Contender.CARMINE, 300)));

        assertThat(comparison.ratioToBestPeer()).isEmpty();
    }
}
