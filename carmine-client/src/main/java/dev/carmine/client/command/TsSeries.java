package dev.carmine.client.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Samples of one of several time series, or of a group of them.
 *
 * @param key the key of the series, or {@code label=value} for a group
 * @param labels the labels that were asked for; null is the value of one it has not
 * @param samples the samples, or their aggregates
 */
public record TsSeries(String key, Map<String, @Nullable String> labels, List<TsSample> samples) {}
