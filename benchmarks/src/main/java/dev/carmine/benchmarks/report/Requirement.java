package dev.carmine.benchmarks.report;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Carmine must show in a scenario. The bound is a minimum where more is better, else a maximum.
 *
 * @param scenario where
 * @param metric in what
 * @param yardstick what the bound is a multiple of
 * @param bound the multiple
 */
record Requirement(Scenario scenario, Metric metric, Yardstick yardstick, double bound) {

    /** Every requirement there is. */
    static final List<Requirement> ALL = List.of(
            throughput(Scenario.GET_1, Yardstick.BEST_PEER, 1.0),
            new Requirement(Scenario.GET_1, Metric.CPU, Yardstick.BEST_PEER, 0.95),
            new Requirement(Scenario.GET_1, Metric.ALLOCATION, Yardstick.ONE, 300),
            throughput(Scenario.GET_16, Yardstick.BEST_PEER, 1.3),
            throughput(Scenario.SET_16, Yardstick.BEST_PEER, 1.3),
            throughput(Scenario.GET_64, Yardstick.BEST_PEER, 1.7),
            throughput(Scenario.GET_64_VIRTUAL, Yardstick.BEST_PEER, 3.0),
            throughput(Scenario.GET_1000_VIRTUAL, Yardstick.BEST_PEER, 5.0),
            throughput(Scenario.GET_ASYNC, Yardstick.LETTUCE, 4.0),
            throughput(Scenario.PIPELINE_100, Yardstick.JEDIS, 1.05),
            new Requirement(Scenario.PIPELINE_100, Metric.ALLOCATION, Yardstick.ONE, 300),
            throughput(Scenario.MGET_100, Yardstick.BEST_PEER, 1.0),
            new Requirement(Scenario.MGET_100, Metric.CPU, Yardstick.BEST_PEER, 0.85),
            throughput(Scenario.HGETALL_1000, Yardstick.BEST_PEER, 1.0),
            new Requirement(Scenario.HGETALL_1000, Metric.CPU, Yardstick.BEST_PEER, 0.85),
            throughput(Scenario.GET_1MIB, Yardstick.BEST_PEER, 0.95),
            throughput(Scenario.DELAYED_GET_16, Yardstick.BEST_PEER, 1.0),
            throughput(Scenario.DELAYED_GET_64, Yardstick.BEST_PEER, 1.0),
            throughput(Scenario.DELAYED_GET_64_VIRTUAL, Yardstick.BEST_PEER, 1.0),
            throughput(Scenario.DELAYED_GET_ASYNC, Yardstick.LETTUCE, 2.0),
            throughput(Scenario.TLS_GET_16, Yardstick.BEST_PEER, 1.0),
            throughput(Scenario.OBJECT_1, Yardstick.BEST_PEER, 1.0));

    /** What is required of a scenario in a metric, if anything. */
    static Optional<Requirement> of(Scenario scenario, Metric metric) {
        return ALL.stream()
                .filter(requirement -> requirement.scenario == scenario && requirement.metric == metric)
                .findFirst();
    }

    /** Whether Carmine's median keeps the bound; empty if Carmine or what it is compared with was not measured. */
    Optional<Boolean> isMet(Comparison comparison) {
        return comparison
                .median(Contender.CARMINE)
                .flatMap(carmine -> yardstick.in(comparison).map(unit -> isKept(carmine, bound * unit)));
    }

    private boolean isKept(double carmine, double limit) {
        return metric.isHigherBetter() ? carmine >= limit : carmine <= limit;
    }

    /** The bound in words, such as {@code ≥ 1.3 × best peer}. */
    String describe() {
        String relation = metric.isHigherBetter() ? "≥ " : "≤ ";
        return yardstick == Yardstick.ONE
                ? relation + metric.format(bound)
                : relation + String.format(Locale.ROOT, "%.2f × ", bound) + yardstick.title();
    }

    private static Requirement throughput(Scenario scenario, Yardstick yardstick, double bound) {
        return new Requirement(scenario, Metric.THROUGHPUT, yardstick, bound);
    }
}
