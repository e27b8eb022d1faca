package dev.carmine.benchmarks.queue;

import java.util.Locale;

/**
 * One number that one trial measured.
 *
 * @param scenario what was done
 * @param contender who did it
 * @param round the round of the comparison, from 1
 * @param figure what was measured
 * @param value the number
 */
public record QueueResult(QueueScenario scenario, QueueContender contender, int round, Figure figure, double value) {

    /** The names of the fields of a {@link #toLine() line}. */
    public static final String HEADER = "scenario,queue,round,figure,value";

    private static final int FIELDS = 5;

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is not one that {@link #toLine()} wrote
     */
    public static QueueResult parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("Expected the fields " + HEADER + ", found: " + line);
        }
        return new QueueResult(
                QueueScenario.named(fields[0]),
                QueueContender.named(fields[1]),
                Integer.parseInt(fields[2]),
                Figure.named(fields[3]),
                Double.parseDouble(fields[4]));
    }

    /** The result as one line of comma-separated values. */
    public String toLine() {
        return String.format(Locale.ROOT, "%s,%s,%d,%s,%.3f", scenario.id(), contender.id(), round, figure.id(), value);
    }
}
