package dev.carmine.client.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code XINFO CONSUMERS} tells of a consumer.
 *
 * @param name its name
 * @param pending how many entries were delivered to it but not acknowledged
 * @param idle how long ago it last tried to read or claim, to the millisecond; before Redis 7.2 how long ago it last did
 * @param inactive how long ago it last got something by that, to the millisecond; null if never, or before Redis 7.2, which
 *     does not tell
 * @see <a href="https://redis.io/docs/latest/commands/xinfo-consumers/">XINFO CONSUMERS</a>
 */
public record StreamConsumer(
        String name, long pending, Duration idle, @Nullable Duration inactive) {}
