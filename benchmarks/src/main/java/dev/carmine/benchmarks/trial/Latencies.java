package dev.carmine.benchmarks.trial;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/** Histograms of nanoseconds that are exact to one per cent and allocate nothing when they record. */
public final class Latencies {
    private static final long SMALLEST = 100;
    private static final long LARGEST = TimeUnit.MINUTES.toNanos(1);
    private static final int DIGITS = 2;

    private Latencies() {}

    /** A histogram for one thread. */
    public static Histogram ofOneThread() {
        return new Histogram(SMALLEST, LARGEST, DIGITS);
    }

    /** A histogram that many threads record in. */
    static Histogram ofManyThreads() {
        return new AtomicHistogram(SMALLEST, LARGEST, DIGITS);
    }
}
