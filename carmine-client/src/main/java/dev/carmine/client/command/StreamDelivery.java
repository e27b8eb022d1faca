package dev.carmine.client.command;

import java.time.Instant;

/**
 * A delivery that was not acknowledged, as {@code XINFO STREAM} with {@code FULL} tells.
 *
 * @param id the entry's id
 * @param consumer whom it was last delivered to; empty if it was given back by {@code XNACK}
 * @param time when that was, to the millisecond
 * @param deliveries how often it was delivered
 * @see <a href="https://redis.io/docs/latest/commands/xinfo-stream/">XINFO STREAM</a>
 */
public record StreamDelivery(String id, String consumer, Instant time, long deliveries) {}
