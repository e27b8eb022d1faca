package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a time series is compacted into another.
 *
 * @param destination the key of the other series
 * @param bucket how long a bucket is
 * @param aggregator what the samples of a bucket become, in the server's word
 * @param align when some bucket begins; null before TimeSeries 1.8
 */
public record TsRule(
        String destination,
        Duration bucket,
        String aggregator,
        @Nullable Instant align) {}
