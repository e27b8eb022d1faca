package dev.carmine.mq.internal.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The ticks of a cron expression in a time zone. The local times of the expression are walked through from one change of
 * the zone's offset to the next, between which local time and real time go side by side. What happens at the changes is
 * told at {@link dev.carmine.mq.Cron}.
 *
 * @param cron the local times
 * @param zone where they hold
 */
public record CronTicks(CronExpression cron, ZoneId zone) implements Recurrence {

    @Override
    public OptionalLong nextAfter(long anchor, long after) {
        Instant next = nextAfter(Instant.ofEpochMilli(after));
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.toEpochMilli());
    }

    private @Nullable Instant nextAfter(Instant after) {
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(after);
        LocalDateTime local = LocalDateTime.ofInstant(after, offset);
        Instant inGap = null;
        ZoneOffsetTransition begun = rules.previousTransition(after.plusNanos(1));
        if (begun != null) {
            inGap = inGap(begun, LocalDateTime.ofInstant(after, begun.getOffsetBefore()));
            local = later(local, justBefore(begun));
        }
        ZoneOffsetTransition end = rules.nextTransition(after);
        while (true) {
            LocalDateTime next = cron.nextAfter(local);
            if (next == null) {
                return inGap;
            } else if (end == null || next.isBefore(end.getDateTimeBefore())) {
                return earlier(next.toInstant(offset), inGap);
            }
            inGap = earlier(inGap(end, end.getDateTimeBefore().minusSeconds(1)), inGap);
            local = justBefore(end);
            offset = end.getOffsetAfter();
            end = rules.nextTransition(end.getInstant());
        }
    }

    /** The last second before the local times that count after a change. */
    private LocalDateTime justBefore(ZoneOffsetTransition change) {
        LocalDateTime begin =
                change.isGap() || cron.isHourly() ? change.getDateTimeAfter() : change.getDateTimeBefore();
        return begin.minusSeconds(1);
    }

    /** The first local time after another one that a change leaves out, if such count: as if it had not come yet. */
    private @Nullable Instant inGap(ZoneOffsetTransition change, LocalDateTime after) {
        if (!change.isGap() || cron.isHourly() || !after.isBefore(change.getDateTimeAfter())) {
            return null;
        }
        LocalDateTime next =
                cron.nextAfter(later(after, change.getDateTimeBefore().minusSeconds(1)));
        return next != null && next.isBefore(change.getDateTimeAfter())
                ? next.toInstant(change.getOffsetBefore())
                : null;
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    @Override
    public String description() {
        return cron.text();
    }
}
