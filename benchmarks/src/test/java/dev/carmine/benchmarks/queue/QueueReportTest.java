package dev.carmine.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.benchmarks.report.Results;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueReportTest {
    private static final String REPORT = QueueReport.of(new Results<>(
            Map.of("Cores", "2"),
            List.of(
                    rate(QueueContender.CARMINE, 1, 40_000),
                    rate(QueueContender.CARMINE, 2, 60_000),
                    rate(QueueContender.BULLMQ, 1, 10_000),
                    new QueueResult(QueueScenario.IDLE, QueueContender.CARMINE, 1, Figure.SCRIPTS, 4))));

    @Test
    void beginsWithWhereAndHowItWasMeasured() {
        assertThat(REPORT).startsWith("| What | Value |\n| --- | --- |\n| Cores | 2 |\n");
    }

    @Test
    void showsMediansSpreadRatioAndVerdict() {
        assertThat(REPORT.lines())
                .contains("| Enqueue, batches of 100 | messages per second | 50,000 (45,000–55,000)"
                        + " | 10,000 (10,000–10,000) | 5.00 | ≥ 5.0 × BullMQ | met |");
    }

    @Test
    void showsWhatOnlyOneHasMeasured() {
        assertThat(REPORT.lines())
                .contains("| An idle worker, 10 s | scripts run by workers | 4 (4–4) | — | — | ≤ 3 | **not met** |");
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        assertThat(REPORT).doesNotContain(QueueScenario.LATENCY.title());
    }

    private static QueueResult rate(QueueContender contender, int round, double value) {
        return new QueueResult(QueueScenario.ENQUEUE, contender, round, Figure.RATE, value);
    }
}
