package dev.carmine.mq.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Clocks are put forward at 2:00 and back at 3:00 in Rome (in 2026 on 29 March, 25 October), at 2:00 both in New York. */
class CronTicksTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static List<String> ticks(String cron, ZoneId zone, String from, int count) {
        CronTicks ticks = new CronTicks(CronExpression.parse(cron), zone);
        long tick = LocalDateTime.parse(from).atZone(zone).toInstant().toEpochMilli();
        List<String> local = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tick = ticks.nextAfter(0, tick).orElseThrow();
            local.add(Instant.ofEpochMilli(tick).atZone(zone).toOffsetDateTime().toString());
        }
        return local;
    }

    @Test
    void aTimeOfDayStaysThatAcrossTheYear() {
        assertThat(ticks("0 7 * * *", ROME, "2026-03-28T00:00", 2))
                .containsExactly("2026-03-28T07:00+01:00", "2026-03-29T07:00+02:00");
        assertThat(ticks("0 7 * * *", ROME, "2026-10-24T00:00", 2))
                .containsExactly("2026-10-24T07:00+02:00", "2026-10-25T07:00+01:00");
    }

    @Test
    void aTimeThatDoesNotExistIsLater() {
        assertThat(ticks("30 2 * * *", ROME, "2026-03-28T00:00", 3))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00");
        assertThat(ticks("30 2 * * *", NEW_YORK, "2026-03-07T00:00", 3))
                .containsExactly("2026-03-07T02:30-05:00", "2026-03-08T03:30-04:00", "2026-03-09T02:30-04:00");
    }

    @Test
    void aTimeThatDoesNotExistIsFoundFromFarAway() {
        assertThat(ticks("30 2 29 3 *", ROME, "2025-04-01T00:00", 2))
                .containsExactly("2026-03-29T03:30+02:00", "2027-03-29T02:30+02:00");
    }

    @Test
    void ticksThatFallTogetherAreOne() {
        assertThat(ticks("0,30 2,3 * * *", ROME, "2026-03-29T00:00", 3))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-29T03:30+02:00", "2026-03-30T02:00+02:00");
    }

    @Test
    void aTimeThatExistsTwiceCountsTheFirstTime() {
        assertThat(ticks("30 2 * * *", ROME, "2026-10-24T00:00", 3))
                .containsExactly("2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
        assertThat(ticks("30 1 * * *", NEW_YORK, "2026-10-31T00:00", 3))
                .containsExactly("2026-10-31T01:30-04:00", "2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00");
    }

    @Test
    void withAnyHourElapsedTimeCounts() {
        assertThat(ticks("*/30 * * * *", ROME, "2026-03-29T01:00", 3))
                .containsExactly("2026-03-29T01:30+01:00", "2026-03-29T03:00+02:00", "2026-03-29T03:30+02:00");
        assertThat(ticks("0 * * * *", NEW_YORK, "2026-11-01T00:30", 4))
                .containsExactly(
                        "2026-11-01T01:00-04:00",
                        "2026-11-01T01:00-05:00",
                        "2026-11-01T02:00-05:00",
                        "2026-11-01T03:00-05:00");
    }

    @Test
    void fractionsOfASecondDoNotHideATick() {
        CronTicks ticks = new CronTicks(CronExpression.parse("0 7 * * *"), ZoneOffset.UTC);
        long seven = Instant.parse("2026-05-05T07:00:00Z").toEpochMilli();
        long day = Duration.ofDays(1).toMillis();

        assertThat(ticks.nextAfter(0, seven - 1)).hasValue(seven);
        assertThat(ticks.nextAfter(0, seven)).hasValue(seven + day);
        assertThat(ticks.nextAfter(0, seven + 1)).hasValue(seven + day);
    }

    @Test
    void sixFieldsBeginWithTheSecond() {
        assertThat(ticks("15,45 0 12 * * SUN", ROME, "2026-05-05T00:00", 3))
                .containsExactly("2026-05-10T12:00:15+02:00", "2026-05-10T12:00:45+02:00", "2026-05-17T12:00:15+02:00");
        assertThat(ticks("0 0 0 * * 7", ROME, "2026-05-05T00:00", 1)).containsExactly("2026-05-10T00:00+02:00");
    }

    @Test
    void eitherOfTwoDaysFits() {
        assertThat(ticks("0 0 13 * 5", ROME, "2026-04-02T00:00", 4))
                .containsExactly(
                        "2026-04-03T00:00+02:00",
                        "2026-04-10T00:00+02:00",
                        "2026-04-13T00:00+02:00",
                        "2026-04-17T00:00+02:00");
    }

    /** Each local time of the expression, taken by the rule, against what is found from tick to tick. */
    @Test
    void ticksAreThoseOfTheRuleAroundEveryKindOfChange() {
        long seed = Long.getLong("carmine.seed", new SplittableRandom().nextLong());
        System.out.println("[seed] CronTicksTest runs with -Dcarmine.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        String[] minutes = {"0", "30", "*/15", "5,35", "59"};
        String[] hours = {"*", "0", "1", "2", "3", "*/2", "1-3", "22,23"};
        String[] days = {"*", "*", "29", "1-15"};
        String[] weekdays = {"*", "*", "0"};
        // Half an hour forward and back, midnight, a whole day that was left out, and no change at all.
        String[][] changes = {
            {"Europe/Rome", "2026-03-28T00:00"}, {"Europe/Rome", "2026-10-24T00:00"},
            {"America/New_York", "2026-03-07T00:00"}, {"America/New_York", "2026-10-31T00:00"},
            {"Australia/Lord_Howe", "2026-04-04T00:00"}, {"Australia/Lord_Howe", "2026-10-03T00:00"},
            {"America/Sao_Paulo", "2018-11-03T00:00"}, {"America/Sao_Paulo", "2018-02-16T12:00"},
            {"Pacific/Apia", "2011-12-28T12:00"}, {"Z", "2026-10-24T00:00"}
        };
        for (int i = 0; i < 150; i++) {
            String hour = pick(random, hours);
            CronExpression cron = CronExpression.parse(
                    pick(random, minutes) + ' ' + hour + ' ' + pick(random, days) + " * " + pick(random, weekdays));
            String[] change = changes[random.nextInt(changes.length)];
            ZoneId zone = ZoneId.of(change[0]);
            LocalDateTime begin = LocalDateTime.parse(change[1]);
            long from = begin.atZone(zone).toInstant().toEpochMilli();
            long to = from + Duration.ofDays(2).toMillis();

            TreeSet<Long> expected = new TreeSet<>();
            LocalDateTime local = cron.nextAfter(begin);
            while (local != null && local.isBefore(begin.plusDays(4))) {
                for (ZoneOffset offset : offsets(zone, local, hour.equals("*"))) {
                    expected.add(local.toInstant(offset).toEpochMilli());
                }
                local = cron.nextAfter(local);
            }
            List<Long> found = new ArrayList<>();
            OptionalLong tick = new CronTicks(cron, zone).nextAfter(0, from);
            while (tick.isPresent() && tick.getAsLong() <= to) {
                found.add(tick.getAsLong());
                tick = new CronTicks(cron, zone).nextAfter(0, tick.getAsLong());
            }

            assertThat(found)
                    .as(cron.text() + " in " + zone + " from " + begin)
                    .containsExactlyElementsOf(expected.headSet(to, true));
        }
    }

    private static List<ZoneOffset> offsets(ZoneId zone, LocalDateTime local, boolean anyHour) {
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
        if (anyHour || valid.size() == 1) {
            return valid;
        }
        return valid.isEmpty() ? List.of(zone.getRules().getTransition(local).getOffsetBefore()) : valid.subList(0, 1);
    }

    private static String pick(SplittableRandom random, String[] among) {
        return among[random.nextInt(among.length)];
    }
}
