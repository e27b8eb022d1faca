package dev.carmine.client.command;

import java.time.Duration;
import java.util.Map;

/**
 * How long the calls of a command took.
 *
 * @param calls how many there were
 * @param within how many of them took no longer than some time, by that time in ascending order; the times are powers of
 *     two, about, and those at which the number does not grow are left out
 * @see <a href="https://redis.io/docs/latest/commands/latency-histogram/">LATENCY HISTOGRAM</a>
 */
public record LatencyHistogram(long calls, Map<Duration, Long> within) {}
