package dev.carmine.benchmarks.report;

import java.util.Arrays;

/**
 * The middle of several measurements and how far they spread. Between two measurements it interpolates.
 *
 * @param lower a quarter of the measurements lie below
 * @param median half of the measurements lie below
 * @param upper three quarters of the measurements lie below
 */
public record Quartiles(double lower, double median, double upper) {

    /**
     * The quartiles of these measurements.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Quartiles of(double... measurements) {
        if (measurements.length == 0) {
            throw new IllegalArgumentException("There are no quartiles of no measurements.");
        }
        double[] sorted = measurements.clone();
        Arrays.sort(sorted);
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double fraction) {
        double position = fraction * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
