package dev.carmine.benchmarks.report;

import java.util.List;
import java.util.Map;

/** Builds text and tables in Markdown. */
public final class Markdown {
    private final StringBuilder text = new StringBuilder();

    /** Adds a table of names and values. */
    public void addFacts(Map<String, String> facts) {
        addRow(List.of("What", "Value"));
        addRow(List.of("---", "---"));
        facts.forEach((name, value) -> addRow(List.of(name, value)));
    }

    /** Adds a row of a table, or the line below its head. */
    public void addRow(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Adds a paragraph. */
    public void addText(String paragraph) {
        text.append('\n').append(paragraph).append("\n\n");
    }

    /** All of it. */
    @Override
    public String toString() {
        return text.toString();
    }
}
