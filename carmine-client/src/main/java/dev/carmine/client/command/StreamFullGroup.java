package dev.carmine.client.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code XINFO STREAM} with {@code FULL} tells of a group.
 *
 * @param name its name
 * @param lastDeliveredId the id of the entry that was delivered last
 * @param entriesRead how many entries were delivered, by the server's count; null if it does not know, or is older than
 *     Redis 7.0
 * @param lag how many entries are still to be delivered; null if the server does not know, or is older than Redis 7.0
 * @param pendingCount how many entries were delivered but not acknowledged
 * @param pending the first of those, as many as were asked for
 * @param consumers its consumers
 * @see <a href="https://redis.io/docs/latest/commands/xinfo-stream/">XINFO STREAM</a>
 */
public record StreamFullGroup(
        String name,
        String lastDeliveredId,
        @Nullable Long entriesRead,
        @Nullable Long lag,
        long pendingCount,
        List<StreamDelivery> pending,
        List<StreamFullConsumer> consumers) {}
