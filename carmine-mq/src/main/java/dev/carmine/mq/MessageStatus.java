package dev.carmine.mq;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a message is. All times are by the server's clock.
 *
 * @param id its id
 * @param state where it is in its life; if it is {@link QueueState#ABSENT} or {@link QueueState#DEDUPLICATING} nothing is
 *     known of it but what is said here of those
 * @param enqueuedAt when it was enqueued, or when its content came to be a message; null if nothing is known
 * @param until when it falls due if it is delayed, its lease expires if it is leased, or its dedupe window ends; else null
 * @param diedAt when it died; null if it lives
 * @param attempt which attempt is due, or under way, 1 for the first; for a dead one, how many have failed; 0 if nothing is known
 * @param deliveries how often it was handed out
 * @param priority its priority
 * @param group its group, or null
 * @param worker the id of the worker that has it, or had it last; null if none had
 * @param cancelling whether it is to be dropped when its run ends
 * @param lastError why its last attempt failed; null if none has
 * @param progress what its handler has last said of its progress; null if nothing
 */
public record MessageStatus(
        String id,
        QueueState state,
        @Nullable Instant enqueuedAt,
        @Nullable Instant until,
        @Nullable Instant diedAt,
        int attempt,
        int deliveries,
        int priority,
        @Nullable String group,
        @Nullable String worker,
        boolean cancelling,
        @Nullable String lastError,
        @Nullable String progress) {}
