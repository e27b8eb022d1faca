package dev.carmine.benchmarks.report;

import dev.carmine.benchmarks.trial.TrialResult;
import java.util.List;
import java.util.Map;

/**
 * What a run measured.
 *
 * @param facts how and where it was measured, by name, in the order in which they are shown
 * @param trials all trials of all rounds
 */
public record Results(Map<String, String> facts, List<TrialResult> trials) {}
