package dev.carmine.mq;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is in a queue, at one instant.
 *
 * @param ready messages that can be handed out; those of groups are in the backlog
 * @param backlog messages of groups that wait for their turn
 * @param delayed messages that are not due, wait for another attempt, or wait for the end of a dedupe window
 * @param leased messages that workers have
 * @param dead messages that are kept for {@linkplain MessageQueue#redrive redriving}
 * @param waiting contents that wait behind a message with the same id
 * @param deduplicating dedupe windows that are open
 * @param schedules schedules
 * @param oldestReady when the next ready message was enqueued, by the server's clock; null if there is none
 * @param paused whether nothing is handed out
 * @param totals what has gone through the queue
 */
public record QueueStats(
        long ready,
        long backlog,
        long delayed,
        long leased,
        long dead,
        long waiting,
        long deduplicating,
        long schedules,
        @Nullable Instant oldestReady,
        boolean paused,
        QueueTotals totals) {}
