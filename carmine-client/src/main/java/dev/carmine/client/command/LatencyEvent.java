package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event that has held up the server, such as {@code command} or {@code fork}.
 *
 * @param name the kind
 * @param time when it last did, to the second
 * @param latest how long it last took, to the millisecond
 * @param longest how long it took at most, to the millisecond
 * @param total how long all of them took, to the millisecond, or null if the server does not tell; since Valkey 8.1
 * @param count how many there were, or null if the server does not tell; since Valkey 8.1
 * @see <a href="https://redis.io/docs/latest/commands/latency-latest/">LATENCY LATEST</a>
 */
public record LatencyEvent(
        String name,
        Instant time,
        Duration latest,
        Duration longest,
        @Nullable Duration total,
        @Nullable Long count) {}
