package dev.carmine.client.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest sample of one of several time series.
 *
 * @param key the key of the series
 * @param labels the labels that were asked for; null is the value of one it has not
 * @param sample the sample; null if the series is empty
 */
public record TsLatest(
        String key,
        Map<String, @Nullable String> labels,
        @Nullable TsSample sample) {}
