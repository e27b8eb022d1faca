package dev.carmine.client.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is pending in a group: delivered, but not acknowledged.
 *
 * @param count how many entries
 * @param lowestId the lowest id among them; null if there is none
 * @param highestId the highest id among them; null if there is none
 * @param consumers the names of the consumers that have any, with how many
 * @see <a href="https://redis.io/docs/latest/commands/xpending/">XPENDING</a>
 */
public record StreamPendingSummary(
        long count, @Nullable String lowestId, @Nullable String highestId, Map<String, Long> consumers) {}
