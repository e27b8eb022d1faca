package dev.carmine.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * What a run measured.
 *
 * @param facts how and where it was measured, by name, in the order in which they are shown
 * @param trials all results of all rounds
 * @param <T> what a result is
 */
public record Results<T>(Map<String, String> facts, List<T> trials) {}
