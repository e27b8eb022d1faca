package dev.carmine.benchmarks.trial;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import java.util.Locale;

/**
 * What one trial measured. An operation is a call, except in a pipeline, where each command is one.
 *
 * @param scenario what was done
 * @param contender who did it
 * @param round the round of the comparison, from 1
 * @param throughput operations per second
 * @param p50Micros median latency of a call in microseconds
 * @param p99Micros latency in microseconds that 99 of 100 calls did not exceed
 * @param cpuMicros CPU time of the client's process per operation, in microseconds
 * @param allocatedBytes bytes allocated in the client's process per operation
 */
public record TrialResult(
        Scenario scenario,
        Contender contender,
        int round,
        double throughput,
        double p50Micros,
        double p99Micros,
        double cpuMicros,
        double allocatedBytes) {

    /** The names of the fields of a {@link #toLine() line}. */
    public static final String HEADER =
            "scenario,client,round,operations_per_second,p50_us,p99_us,cpu_us_per_operation,bytes_per_operation";

    private static final int FIELDS = 8;

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is not one that {@link #toLine()} wrote
     */
    public static TrialResult parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("Expected the fields " + HEADER + ", found: " + line);
        }
        return new TrialResult(
                Scenario.named(fields[0]),
                Contender.named(fields[1]),
                Integer.parseInt(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]),
                Double.parseDouble(fields[7]));
    }

    /** The result as one line of comma-separated values. */
    public String toLine() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%.1f,%.2f,%.2f,%.4f,%.1f",
                scenario.id(),
                contender.name().toLowerCase(Locale.ROOT),
                round,
                throughput,
                p50Micros,
                p99Micros,
                cpuMicros,
                allocatedBytes);
    }

    /** The result in words, for the one who waits. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "round %d  %-22s %-8s %,12.0f op/s  p50 %,9.1f us  p99 %,9.1f us  CPU %,8.2f us/op  %,9.0f B/op",
                round,
                scenario.id(),
                contender.title(),
                throughput,
                p50Micros,
                p99Micros,
                cpuMicros,
                allocatedBytes);
    }
}
