package dev.carmine.benchmarks.report;

import dev.carmine.benchmarks.trial.TrialResult;
import java.util.Locale;

/** What is compared, each in a table of its own. */
public enum Metric {
    /** Operations per second. */
    THROUGHPUT("Throughput", "operations per second", "%,.0f", true),
    /** CPU time of the client's process per operation. */
    CPU("Client CPU", "microseconds of CPU time per operation", "%,.2f", false),
    /** Bytes allocated in the client's process per operation. */
    ALLOCATION("Allocation", "bytes per operation", "%,.0f", false),
    /** Latency that half of the calls did not exceed. */
    P50("Latency, median", "microseconds per call", "%,.1f", false),
    /** Latency that 99 of 100 calls did not exceed. */
    P99("Latency, 99th percentile", "microseconds per call", "%,.1f", false);

    private final String title;
    private final String unit;
    private final String format;
    private final boolean higherBetter;

    Metric(String title, String unit, String format, boolean higherBetter) {
        this.title = title;
        this.unit = unit;
        this.format = format;
        this.higherBetter = higherBetter;
    }

    /** The heading of its table. */
    String title() {
        return title;
    }

    /** What its numbers count. */
    String unit() {
        return unit;
    }

    /** Whether more of it is better. */
    boolean isHigherBetter() {
        return higherBetter;
    }

    /** The number that one trial measured. */
    double of(TrialResult result) {
        return switch (this) {
            case THROUGHPUT -> result.throughput();
            case CPU -> result.cpuMicros();
            case ALLOCATION -> result.allocatedBytes();
            case P50 -> result.p50Micros();
            case P99 -> result.p99Micros();
        };
    }

    /** A number of this metric as the table shows it. */
    String format(double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
