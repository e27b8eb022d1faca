package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an event has held up the server.
 *
 * @param time when, to the second
 * @param latency how long, to the millisecond; the longest of its second
 * @see <a href="https://redis.io/docs/latest/commands/latency-history/">LATENCY HISTORY</a>
 */
public record LatencySample(Instant time, Duration latency) {}
