package dev.carmine.mq.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Overlap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final long TICK = 1_800_000_000_123L;
    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600_000;

    private static Definition every(long millis, MissedTicks missed, int size) {
        return new Definition(new Recurrence.Every(millis), missed, Overlap.ALLOW, "", new byte[size]);
    }

    private static Plan plan(long interval, MissedTicks missed, long late) {
        return Plan.of(every(interval, missed, 10), TICK, TICK + late);
    }

    private static Plan expected(List<Long> ticks, long next) {
        return new Plan(ticks, OptionalLong.of(next));
    }

    @Test
    void aTickInTimeGetsItsMessageByEveryPolicy() {
        for (MissedTicks missed : MissedTicks.values()) {
            assertThat(plan(SECOND, missed, 3)).isEqualTo(expected(List.of(TICK), TICK + SECOND));
        }
    }

    @Test
    void theNextTickCountsFromTheStoredOneAndNotFromTheClock() {
        assertThat(plan(SECOND, MissedTicks.RUN_ONCE, 7 * SECOND + 999).next()).hasValue(TICK + 8 * SECOND);
        assertThat(plan(SECOND, MissedTicks.RUN_ONCE, 8 * SECOND).next()).hasValue(TICK + 9 * SECOND);
    }

    @Test
    void missedTicksAreOneMessageUnderTheOldest() {
        assertThat(plan(HOUR, MissedTicks.RUN_ONCE, 5 * HOUR + 1)).isEqualTo(expected(List.of(TICK), TICK + 6 * HOUR));
    }

    @Test
    void missedTicksAreDroppedAfterAMinute() {
        assertThat(plan(HOUR, MissedTicks.SKIP, 60_000)).isEqualTo(expected(List.of(TICK), TICK + HOUR));
        assertThat(plan(HOUR, MissedTicks.SKIP, 60_001)).isEqualTo(expected(List.of(), TICK + HOUR));
        assertThat(plan(HOUR, MissedTicks.SKIP, 5 * HOUR + 60_001)).isEqualTo(expected(List.of(), TICK + 6 * HOUR));
    }

    @Test
    void ofSeveralTicksOnlyTheNewestIsNotDropped() {
        assertThat(plan(HOUR, MissedTicks.SKIP, 5 * HOUR + 1))
                .isEqualTo(expected(List.of(TICK + 5 * HOUR), TICK + 6 * HOUR));
        assertThat(plan(SECOND, MissedTicks.SKIP, 1_000 * SECOND))
                .isEqualTo(expected(List.of(TICK + 1_000 * SECOND), TICK + 1_001 * SECOND));
    }

    @Test
    void allMissedTicksAreDoneInBoundedPasses() {
        assertThat(plan(HOUR, MissedTicks.RUN_ALL, 2 * HOUR))
                .isEqualTo(expected(List.of(TICK, TICK + HOUR, TICK + 2 * HOUR), TICK + 3 * HOUR));
        Plan many = plan(SECOND, MissedTicks.RUN_ALL, 1_000 * SECOND);
        assertThat(many.ticks())
                .isEqualTo(LongStream.range(0, 100)
                        .mapToObj(i -> TICK + i * SECOND)
                        .toList());
        assertThat(many.next()).hasValue(TICK + 100 * SECOND);
    }

    @Test
    void aPassHasAboutAMebibyteAtMost() {
        assertThat(Plan.of(every(SECOND, MissedTicks.RUN_ALL, 400_000), TICK, TICK + HOUR)
                        .ticks())
                .containsExactly(TICK, TICK + SECOND);
        assertThat(Plan.of(every(SECOND, MissedTicks.RUN_ALL, 2_000_000), TICK, TICK + HOUR)
                        .ticks())
                .containsExactly(TICK);
    }

    @Test
    void ticksOfAnExpressionAreMissedAlike() {
        long tick = Instant.parse("2026-05-05T07:00:00Z").toEpochMilli();
        long now = Instant.parse("2026-05-08T07:00:30Z").toEpochMilli();
        Recurrence daily = new CronTicks(CronExpression.parse("0 7 * * *"), ZoneOffset.UTC);
        long last = Instant.parse("2026-05-08T07:00:00Z").toEpochMilli();
        long next = Instant.parse("2026-05-09T07:00:00Z").toEpochMilli();

        assertThat(Plan.of(new Definition(daily, MissedTicks.SKIP, Overlap.ALLOW, "", new byte[1]), tick, now))
                .isEqualTo(expected(List.of(last), next));
        assertThat(Plan.of(new Definition(daily, MissedTicks.RUN_ONCE, Overlap.ALLOW, "", new byte[1]), tick, now))
                .isEqualTo(expected(List.of(tick), next));
        assertThat(Plan.of(new Definition(daily, MissedTicks.RUN_ALL, Overlap.ALLOW, "", new byte[1]), tick, now)
                        .ticks())
                .hasSize(4)
                .endsWith(last);
    }
}
