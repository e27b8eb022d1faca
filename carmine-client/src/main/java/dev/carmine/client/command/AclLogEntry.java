package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Refusals of one kind within a minute.
 *
 * @param count how many there were
 * @param reason what was wrong: {@code command}, {@code key}, {@code channel} or {@code auth}
 * @param context where: {@code toplevel}, {@code multi}, {@code lua} or {@code module}
 * @param object the command, key or channel that was refused; the command that logs in for a failed login
 * @param username who was refused
 * @param age the time since the last of them
 * @param client the connection that the first of them came from
 * @param entryId a number that grows from entry to entry; null before Redis 7.2
 * @param created when the first of them was; null before Redis 7.2
 * @param lastUpdated when the last of them was; null before Redis 7.2
 */
public record AclLogEntry(
        long count,
        String reason,
        String context,
        String object,
        String username,
        Duration age,
        ClientConnection client,
        @Nullable Long entryId,
        @Nullable Instant created,
        @Nullable Instant lastUpdated) {}
