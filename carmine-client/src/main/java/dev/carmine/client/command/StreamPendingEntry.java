package dev.carmine.client.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is pending in a group: delivered, but not acknowledged.
 *
 * @param id the entry's id
 * @param consumer whom it was last delivered to; empty if it was given back by {@code XNACK}
 * @param idle how long ago that was, to the millisecond; null if it was given back
 * @param deliveries how often it was delivered
 * @see <a href="https://redis.io/docs/latest/commands/xpending/">XPENDING</a>
 */
public record StreamPendingEntry(
        String id, String consumer, @Nullable Duration idle, long deliveries) {}
