package dev.carmine.client.command;

import java.time.Instant;

/**
 * A number with its time.
 *
 * @param time the time, to the millisecond
 * @param value the number; NaN for a bucket without a value
 */
public record TsSample(Instant time, double value) {}
