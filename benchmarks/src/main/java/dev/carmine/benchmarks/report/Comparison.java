package dev.carmine.benchmarks.report;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.trial.TrialResult;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All clients in one scenario and one metric: one row of a table. */
final class Comparison {
    private final Metric metric;
    private final Map<Contender, Quartiles> byContender = new EnumMap<>(Contender.class);

    Comparison(Scenario scenario, Metric metric, List<TrialResult> results) {
        this.metric = metric;
        for (Contender contender : Contender.values()) {
            double[] measurements = results.stream()
                    .filter(result -> result.scenario() == scenario && result.contender() == contender)
                    .mapToDouble(metric::of)
                    .toArray();
            if (measurements.length > 0) {
                byContender.put(contender, Quartiles.of(measurements));
            }
        }
    }

    /** Whether no client was measured. */
    boolean isEmpty() {
        return byContender.isEmpty();
    }

    /** The quartiles of this client over all rounds; empty if it was not measured. */
    Optional<Quartiles> of(Contender contender) {
        return Optional.ofNullable(byContender.get(contender));
    }

    /** The median of this client over all rounds; empty if it was not measured. */
    Optional<Double> median(Contender contender) {
        return of(contender).map(Quartiles::median);
    }

    /** The best median of the other clients; empty if none of them was measured. */
    Optional<Double> bestPeer() {
        Comparator<Double> better = Comparator.naturalOrder();
        return byContender.entrySet().stream()
                .filter(entry -> entry.getKey().isPeer())
                .map(entry -> entry.getValue().median())
                .max(metric.isHigherBetter() ? better : better.reversed());
    }

    /** Carmine's median divided by the best median of the others; empty if one of the two was not measured. */
    Optional<Double> ratioToBestPeer() {
        return median(Contender.CARMINE).flatMap(carmine -> bestPeer().map(peer -> carmine / peer));
    }
}
