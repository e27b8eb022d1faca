package dev.carmine.client.command;

import org.jspecify.annotations.Nullable;

/**
 * What {@code XINFO GROUPS} tells of a group of consumers.
 *
 * @param name its name
 * @param consumers how many consumers it has
 * @param pending how many entries were delivered but not acknowledged
 * @param lastDeliveredId the id of the entry that was delivered last
 * @param entriesRead how many entries were delivered, by the server's count; null if it does not know, or is older than
 *     Redis 7.0
 * @param lag how many entries are still to be delivered; null if the server does not know, or is older than Redis 7.0
 * @see <a href="https://redis.io/docs/latest/commands/xinfo-groups/">XINFO GROUPS</a>
 */
public record StreamGroup(
        String name,
        long consumers,
        long pending,
        String lastDeliveredId,
        @Nullable Long entriesRead,
        @Nullable Long lag) {}
