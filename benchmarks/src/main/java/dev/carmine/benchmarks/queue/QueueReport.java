package dev.carmine.benchmarks.queue;

import dev.carmine.benchmarks.report.Markdown;
import dev.carmine.benchmarks.report.Quartiles;
import dev.carmine.benchmarks.report.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results of a run as Markdown: how it was measured, and a table of all figures. */
public final class QueueReport {
    private static final String NOTHING = "—";

    private QueueReport() {}

    /** Writes the report. */
    public static String of(Results<QueueResult> results) {
        Markdown markdown = new Markdown();
        markdown.addFacts(results.facts());
        markdown.addText("Median (lower to upper quartile).");
        markdown.addRow(List.of("Scenario", "Measured", "Carmine", "BullMQ", "Carmine ÷ BullMQ", "Goal", "Verdict"));
        markdown.addRow(List.of("---", "---", "---:", "---:", "---:", "---:", "---:"));
        QueueFigures figures = new QueueFigures(results.trials());
        for (QueueScenario scenario : QueueScenario.values()) {
            for (Figure figure : scenario.figures()) {
                if (isMeasured(figures, scenario, figure)) {
                    markdown.addRow(row(figures, scenario, figure));
                }
            }
        }
        return markdown.toString();
    }

    private static boolean isMeasured(QueueFigures figures, QueueScenario scenario, Figure figure) {
        for (QueueContender contender : QueueContender.values()) {
            if (figures.of(scenario, contender, figure).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> row(QueueFigures figures, QueueScenario scenario, Figure figure) {
        List<String> cells = new ArrayList<>(List.of(scenario.title(), figure.title()));
        for (QueueContender contender : QueueContender.values()) {
            cells.add(figures.of(scenario, contender, figure)
                    .map(quartiles -> cell(figure, quartiles))
                    .orElse(NOTHING));
        }
        cells.add(figures.ratio(scenario, figure)
                .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                .orElse(NOTHING));
        Optional<QueueGoal> goal = QueueGoal.of(scenario, figure);
        cells.add(goal.map(QueueGoal::describe).orElse(NOTHING));
        cells.add(goal.map(bound -> verdict(bound.isMet(figures))).orElse(NOTHING));
        return cells;
    }

    private static String cell(Figure figure, Quartiles quartiles) {
        return "%s (%s–%s)"
                .formatted(
                        figure.format(quartiles.median()),
                        figure.format(quartiles.lower()),
                        figure.format(quartiles.upper()));
    }

    private static String verdict(Optional<Boolean> isMet) {
        return isMet.map(met -> met ? "met" : "**not met**").orElse("not measured");
    }
}
