package dev.carmine.client.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code XINFO STREAM} with {@code FULL} tells of a consumer.
 *
 * @param name its name
 * @param seenTime when it last tried to read or claim
 * @param activeTime when it last got something by that; null if never, or before Redis 7.2, which does not tell
 * @param pendingCount how many entries were delivered to it but not acknowledged
 * @param pending the first of those, as many as were asked for
 * @see <a href="https://redis.io/docs/latest/commands/xinfo-stream/">XINFO STREAM</a>
 */
public record StreamFullConsumer(
        String name, Instant seenTime, @Nullable Instant activeTime, long pendingCount, List<StreamDelivery> pending) {}
