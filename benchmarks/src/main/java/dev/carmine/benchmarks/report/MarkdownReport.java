package dev.carmine.benchmarks.report;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.trial.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results of a run as Markdown: how it was measured, and a table for each metric. */
public final class MarkdownReport {
    private static final String NOTHING = "—";

    private final Results<TrialResult> results;
    private final Markdown markdown = new Markdown();

    private MarkdownReport(Results<TrialResult> results) {
        this.results = results;
    }

    /** Writes the report. */
    public static String of(Results<TrialResult> results) {
        MarkdownReport report = new MarkdownReport(results);
        report.markdown.addFacts(results.facts());
        for (Metric metric : Metric.values()) {
            report.addTable(metric);
        }
        return report.markdown.toString();
    }

    private void addTable(Metric metric) {
        boolean hasRequirements = Requirement.ALL.stream().anyMatch(requirement -> requirement.metric() == metric);
        List<String> head = new ArrayList<>(List.of("Scenario"));
        Arrays.stream(Contender.values()).map(Contender::title).forEach(head::add);
        head.add("Carmine ÷ best peer");
        if (hasRequirements) {
            head.addAll(List.of("Required", "Verdict"));
        }

        String better = metric.isHigherBetter() ? "more is better" : "less is better";
        markdown.addText("### " + metric.title());
        markdown.addText("Median (lower to upper quartile) in %s; %s.".formatted(metric.unit(), better));
        markdown.addRow(head);
        markdown.addRow(head.stream()
                .map(column -> column.equals("Scenario") ? "---" : "---:")
                .toList());
        for (Scenario scenario : Scenario.values()) {
            Comparison comparison = new Comparison(scenario, metric, results.trials());
            if (!comparison.isEmpty()) {
                markdown.addRow(row(scenario, metric, comparison, hasRequirements));
            }
        }
    }

    private static List<String> row(Scenario scenario, Metric metric, Comparison comparison, boolean hasRequirements) {
        List<String> cells = new ArrayList<>(List.of(scenario.title()));
        for (Contender contender : Contender.values()) {
            cells.add(comparison
                    .of(contender)
                    .map(quartiles -> cell(metric, quartiles))
                    .orElse(NOTHING));
        }
        cells.add(comparison.ratioToBestPeer().map(MarkdownReport::ratio).orElse(NOTHING));
        if (hasRequirements) {
            Optional<Requirement> required = Requirement.of(scenario, metric);
            cells.add(required.map(Requirement::describe).orElse(NOTHING));
            cells.add(required.map(requirement -> verdict(requirement, comparison))
                    .orElse(NOTHING));
        }
        return cells;
    }

    private static String cell(Metric metric, Quartiles quartiles) {
        return "%s (%s–%s)"
                .formatted(
                        metric.format(quartiles.median()),
                        metric.format(quartiles.lower()),
                        metric.format(quartiles.upper()));
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String verdict(Requirement requirement, Comparison comparison) {
        return requirement
                .isMet(comparison)
                .map(met -> met ? "met" : "**not met**")
                .orElse("not measured");
    }
}
