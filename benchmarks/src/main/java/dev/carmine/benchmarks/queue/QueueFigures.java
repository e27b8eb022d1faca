package dev.carmine.benchmarks.queue;

import dev.carmine.benchmarks.report.Quartiles;
import java.util.List;
import java.util.Optional;

/**
 * What all rounds together show.
 *
 * @param results of all trials
 */
record QueueFigures(List<QueueResult> results) {

    /** The quartiles over all rounds; empty if it was not measured. */
    Optional<Quartiles> of(QueueScenario scenario, QueueContender contender, Figure figure) {
        double[] values = results.stream()
                .filter(result ->
                        result.scenario() == scenario && result.contender() == contender && result.figure() == figure)
                .mapToDouble(QueueResult::value)
                .toArray();
        return values.length == 0 ? Optional.empty() : Optional.of(Quartiles.of(values));
    }

    /** The median over all rounds; empty if it was not measured. */
    Optional<Double> median(QueueScenario scenario, QueueContender contender, Figure figure) {
        return of(scenario, contender, figure).map(Quartiles::median);
    }

    /** Carmine's median divided by BullMQ's; empty if one of the two was not measured, or BullMQ's is zero. */
    Optional<Double> ratio(QueueScenario scenario, Figure figure) {
        return median(scenario, QueueContender.BULLMQ, figure)
                .filter(peer -> peer != 0)
                .flatMap(
                        peer -> median(scenario, QueueContender.CARMINE, figure).map(carmine -> carmine / peer));
    }
}
