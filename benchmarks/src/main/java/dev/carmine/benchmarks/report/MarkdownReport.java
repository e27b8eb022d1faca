package dev.carmine.benchmarks.report;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results of a run as Markdown: how it was measured, and a table for each metric. */
public final class MarkdownReport {
    private static final String NOTHING = "—";

    private final Results results;
    private final StringBuilder markdown = new StringBuilder();

    private MarkdownReport(Results results) {
        this.results = results;
    }

    /** Writes the report. */
    public static String of(Results results) {
        MarkdownReport report = new MarkdownReport(results);
        report.addFacts();
        for (Metric metric : Metric.values()) {
            report.addTable(metric);
        }
        return report.markdown.toString();
    }

    private void addFacts() {
        addRow(List.of("What", "Value"));
        addRow(List.of("---", "---"));
        results.facts().forEach((name, value) -> addRow(List.of(name, value)));
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
        markdown.append("\n### ").append(metric.title()).append("\n\n");
        markdown.append("Median (lower to upper quartile) in %s; %s.\n\n".formatted(metric.unit(), better));
        addRow(head);
        addRow(head.stream()
                .map(column -> column.equals("Scenario") ? "---" : "---:")
                .toList());
        for (Scenario scenario : Scenario.values()) {
            Comparison comparison = new Comparison(scenario, metric, results.trials());
            if (!comparison.isEmpty()) {
                addRow(row(scenario, metric, comparison, hasRequirements));
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

    private void addRow(List<String> cells) {
        markdown.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
