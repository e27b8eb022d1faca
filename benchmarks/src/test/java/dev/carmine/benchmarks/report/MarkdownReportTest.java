package dev.carmine.benchmarks.report;

import static dev.carmine.benchmarks.report.Measured.throughput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.trial.TrialResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private static final Results<TrialResult> RESULTS = new Results<>(
            Map.of("Cores", "2"),
            List.of(
                    throughput(Scenario.GET_16, Contender.CARMINE, 120_000),
                    throughput(Scenario.GET_16, Contender.CARMINE, 130_000),
                    throughput(Scenario.GET_16, Contender.JEDIS, 100_000),
                    throughput(Scenario.GET_16, Contender.LETTUCE, 50_000)));

    @Test
    void beginsWithWhereAndHowItWasMeasured() {
        assertThat(MarkdownReport.of(RESULTS)).startsWith("| What | Value |\n| --- | --- |\n| Cores | 2 |\n");
    }

    @Test
    void showsMediansSpreadRatioAndVerdict() {
        assertThat(MarkdownReport.of(RESULTS).lines())
                .contains("| GET, 16 threads | 125,000 (122,500–127,500) | 100,000 (100,000–100,000)"
                        + " | 50,000 (50,000–50,000) | — | 1.25 | ≥ 1.30 × best peer | **not met** |");
    }

    @Test
    void leavesOutScenariosThatWereNotMeasured() {
        assertThat(MarkdownReport.of(RESULTS)).doesNotContain(Scenario.GET_64.title());
    }

    @Test
    void hasNoRequirementsForLatencies() {
        String latencies =
                MarkdownReport.of(RESULTS).substring(MarkdownReport.of(RESULTS).indexOf("### Latency"));

        assertThat(latencies)
                .contains("| GET, 16 threads | 100.0 (100.0–100.0) |")
                .doesNotContain("Required");
    }
}
