package dev.carmine.client.command;

import java.time.Duration;

/**
 * What {@code XREADGROUP} with {@code CLAIM} gives: an entry that another consumer did not acknowledge, or a new one.
 *
 * @param entry the entry
 * @param idle how long ago it had been delivered before; zero for a new entry
 * @param deliveries how often it had been delivered before; 0 for a new entry
 * @param <V> what values are read as
 * @see <a href="https://redis.io/docs/latest/commands/xreadgroup/">XREADGROUP</a>
 */
public record StreamClaimedEntry<V>(StreamEntry<V> entry, Duration idle, long deliveries) {}
