package dev.carmine.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueGoalTest {

    @Test
    void demandsAMultipleOfThePeer() {
        QueueResult peer = result(QueueScenario.ENQUEUE, QueueContender.BULLMQ, Figure.RATE, 100);

        assertThat(isMet(peer, result(QueueScenario.ENQUEUE, QueueContender.CARMINE, Figure.RATE, 500)))
                .hasValue(true);
        assertThat(isMet(peer, result(QueueScenario.ENQUEUE, QueueContender.CARMINE, Figure.RATE, 499)))
                .hasValue(false);
    }

    @Test
    void demandsAtMostTheBoundWhereLessIsBetter() {
        assertThat(isMet(result(QueueScenario.CONSUME_100, QueueContender.CARMINE, Figure.SERVER_TIME, 15)))
                .hasValue(true);
        assertThat(isMet(result(QueueScenario.CONSUME_100, QueueContender.CARMINE, Figure.SERVER_TIME, 15.1)))
                .hasValue(false);
    }

    @Test
    void comparesLatencyWithItsOwnPing() {
        QueueResult latency = result(QueueScenario.LATENCY, QueueContender.CARMINE, Figure.P50, 400);

        assertThat(isMet(
                        latency,
                        result(QueueScenario.LATENCY, QueueContender.CARMINE, Figure.PING_P50, 100),
                        result(QueueScenario.LATENCY, QueueContender.BULLMQ, Figure.PING_P50, 10)))
                .hasValue(true);
        assertThat(isMet(latency, result(QueueScenario.LATENCY, QueueContender.CARMINE, Figure.PING_P50, 99)))
                .hasValue(false);
    }

    @Test
    void comparesDelayedMessagesWithTheRateWithoutThem() {
        QueueResult beside = result(QueueScenario.CONSUME_100_DELAYED, QueueContender.CARMINE, Figure.RATE, 90);

        assertThat(isMet(beside, result(QueueScenario.CONSUME_100, QueueContender.CARMINE, Figure.RATE, 100)))
                .hasValue(true);
        assertThat(isMet(beside, result(QueueScenario.CONSUME_100, QueueContender.CARMINE, Figure.RATE, 101)))
                .hasValue(false);
    }

    @Test
    void staysOpenWhereThePeerWasNotMeasured() {
        assertThat(isMet(result(QueueScenario.CONSUME_1, QueueContender.CARMINE, Figure.RATE, 500)))
                .isEmpty();
    }

    @Test
    void namesRelationBoundAndUnit() {
        assertThat(QueueGoal.ALL.stream().map(QueueGoal::describe))
                .contains("≥ 5.0 × BullMQ", "≤ 15.0", "≤ 4.0 × its PING", "≥ 0.9 × without them", "≤ 2");
    }

    /** Of the goal for what Carmine has shown first. */
    private static Optional<Boolean> isMet(QueueResult... results) {
        QueueResult ours = List.of(results).stream()
                .filter(result -> result.contender() == QueueContender.CARMINE)
                .findFirst()
                .orElseThrow();
        return QueueGoal.of(ours.scenario(), ours.figure()).orElseThrow().isMet(new QueueFigures(List.of(results)));
    }

    private static QueueResult result(QueueScenario scenario, QueueContender contender, Figure figure, double value) {
        return new QueueResult(scenario, contender, 1, figure, value);
    }
}
