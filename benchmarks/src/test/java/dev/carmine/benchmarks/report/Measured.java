package dev.carmine.benchmarks.report;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.trial.TrialResult;

/** Results for tests, of which only one or two numbers matter. */
final class Measured {
    private Measured() {}

    static TrialResult throughput(Scenario scenario, Contender contender, double throughput) {
        return new TrialResult(scenario, contender, 1, throughput, 100, 200, 10, 400);
    }

    static TrialResult cpu(Scenario scenario, Contender contender, double cpuMicros) {
        return new TrialResult(scenario, contender, 1, 1_000, 100, 200, cpuMicros, 400);
    }

    static TrialResult allocated(Scenario scenario, Contender contender, double bytes) {
        return new TrialResult(scenario, contender, 1, 1_000, 100, 200, 10, bytes);
    }
}
