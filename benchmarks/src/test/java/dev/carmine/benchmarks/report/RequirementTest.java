package dev.carmine.benchmarks.report;

import static dev.carmine.benchmarks.report.Measured.allocated;
import static dev.carmine.benchmarks.report.Measured.cpu;
import static dev.carmine.benchmarks.report.Measured.throughput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.trial.TrialResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequirementTest {

    @Test
    void demandsAtLeastTheBoundWhereMoreIsBetter() {
        Requirement requirement = new Requirement(Scenario.GET_16, Metric.THROUGHPUT, Yardstick.BEST_PEER, 1.5);
        TrialResult peer = throughput(Scenario.GET_16, Contender.JEDIS, 100);

        assertThat(isMet(requirement, peer, throughput(Scenario.GET_16, Contender.CARMINE, 150)))
                .hasValue(true);
        assertThat(isMet(requirement, peer, throughput(Scenario.GET_16, Contender.CARMINE, 149)))
                .hasValue(false);
    }

    @Test
    void demandsAtMostTheBoundWhereLessIsBetter() {
        Requirement requirement = new Requirement(Scenario.GET_16, Metric.CPU, Yardstick.BEST_PEER, 0.5);
        TrialResult peer = cpu(Scenario.GET_16, Contender.LETTUCE, 10);

        assertThat(isMet(requirement, peer, cpu(Scenario.GET_16, Contender.CARMINE, 5)))
                .hasValue(true);
        assertThat(isMet(requirement, peer, cpu(Scenario.GET_16, Contender.CARMINE, 6)))
                .hasValue(false);
    }

    @Test
    void needsNoPeerForAnAbsoluteBound() {
        Requirement requirement = new Requirement(Scenario.GET_1, Metric.ALLOCATION, Yardstick.ONE, 300);

        assertThat(isMet(requirement, allocated(Scenario.GET_1, Contender.CARMINE, 300)))
                .hasValue(true);
        assertThat(isMet(requirement, allocated(Scenario.GET_1, Contender.CARMINE, 301)))
                .hasValue(false);
    }

    @Test
    void comparesWithTheNamedPeerEvenIfAnotherIsBetter() {
        Requirement requirement = new Requirement(Scenario.GET_ASYNC, Metric.THROUGHPUT, Yardstick.LETTUCE, 4);

        assertThat(isMet(
                        requirement,
                        throughput(Scenario.GET_ASYNC, Contender.CARMINE, 400),
                        throughput(Scenario.GET_ASYNC, Contender.LETTUCE, 100),
                        throughput(Scenario.GET_ASYNC, Contender.REDISSON, 500)))
                .hasValue(true);
    }

    @Test
    void staysOpenWhereThePeerWasNotMeasured() {
        Requirement requirement = new Requirement(Scenario.PIPELINE_100, Metric.THROUGHPUT, Yardstick.JEDIS, 1.05);

        assertThat(isMet(requirement, throughput(Scenario.PIPELINE_100, Contender.CARMINE, 400)))
                .isEmpty();
    }

    @Test
    void namesRelationBoundAndYardstick() {
        assertThat(new Requirement(Scenario.GET_16, Metric.THROUGHPUT, Yardstick.BEST_PEER, 1.3).describe())
                .isEqualTo("≥ 1.30 × best peer");
        assertThat(new Requirement(Scenario.GET_1, Metric.ALLOCATION, Yardstick.ONE, 300).describe())
                .isEqualTo("≤ 300");
    }

    private static Optional<Boolean> isMet(Requirement requirement, TrialResult... results) {
        return requirement.isMet(new Comparison(requirement.scenario(), requirement.metric(), List.of(results)));
    }
}
