package dev.carmine.mq.internal.schedule;

import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** When a schedule has its ticks. Times are in milliseconds since 1970, and whoever asks brings the time. */
public sealed interface Recurrence permits Recurrence.Every, CronTicks {
    /**
     * The first tick after a time.
     *
     * @param anchor any tick of the schedule that is known
     * @param after the time
     * @return the tick; empty if there is none any more
     */
    OptionalLong nextAfter(long anchor, long after);

    /**
     * What it looks like.
     *
     * @return a cron expression, or a duration
     */
    String description();

    /**
     * The time zone.
     *
     * @return the zone; null if it does not matter
     */
    @Nullable ZoneId zone();

    /**
     * Ticks at equal distances.
     *
     * @param millis the distance, 1 or more
     */
    record Every(long millis) implements Recurrence {
        @Override
        public OptionalLong nextAfter(long anchor, long after) {
            return OptionalLong.of(anchor + (Math.floorDiv(after - anchor, millis) + 1) * millis);
        }

        @Override
        public String description() {
            return Duration.ofMillis(millis).toString();
        }

        @Override
        public @Nullable ZoneId zone() {
            return null;
        }
    }
}
