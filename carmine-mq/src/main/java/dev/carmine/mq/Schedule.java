package dev.carmine.mq;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A recurring message as it is on the server.
 *
 * @param name of the schedule; its messages have the ids {@code name@tick}, with the tick in milliseconds since 1970
 * @param recurrence a cron expression, or a duration as {@link java.time.Duration} writes it; why the definition cannot be
 *     read, if it was made by a newer version or for a time zone that this program does not know
 * @param zone in which the expression holds; null for a duration
 * @param missed what becomes of missed ticks; null if the definition cannot be read
 * @param overlap what becomes of a tick while the message of the one before lives; null if the definition cannot be read
 * @param nextTick the next tick that is to be attended to; in the past if that has not happened yet
 * @param lastTick the last tick that got a message; null if none did
 */
public record Schedule(
        String name,
        String recurrence,
        @Nullable ZoneId zone,
        @Nullable MissedTicks missed,
        @Nullable Overlap overlap,
        Instant nextTick,
        @Nullable Instant lastTick) {}
