package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.Cron;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Overlap;
import dev.carmine.mq.Schedule;
import dev.carmine.mq.ScheduleOptions;
import dev.carmine.mq.ScheduleResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Schedules as they are said, said again, and changed. */
class ScheduleIT extends ScheduleFixture {
    @EachProtocol
    void aScheduleIsListedAsItWasSaid(Resp resp, RedisServer server) {
        try (Carmine client = Clients.connect(server, resp)) {
            MessageQueue<String> same = MessageQueue.of(client, "q", String.class);
            Instant now = redis.time();
            ScheduleOptions how = ScheduleOptions.builder()
                    .missed(MissedTicks.SKIP)
                    .overlap(Overlap.SKIP)
                    .build();

            assertThat(same.schedule("digest", Cron.of("0 7 * * *"), ROME, "b", MissedTicks.RUN_ONCE))
                    .isEqualTo(ScheduleResult.ADDED);
            assertThat(same.schedule("poll", HOUR, "b", how)).isEqualTo(ScheduleResult.ADDED);

            assertThat(same.stats().schedules()).isEqualTo(2);
            Instant seven =
                    now.atZone(ROME).withHour(7).truncatedTo(ChronoUnit.HOURS).toInstant();
            Schedule digest = same.schedules().stream()
                    .filter(schedule -> schedule.name().equals("digest"))
                    .findFirst()
                    .orElseThrow();
            assertThat(digest.nextTick()).isIn(seven, nextDay(seven));
            assertThat(digest)
                    .isEqualTo(new Schedule(
                            "digest", "0 7 * * *", ROME, MissedTicks.RUN_ONCE, Overlap.ALLOW, digest.nextTick(), null));
            assertThat(same.unschedule("digest")).isTrue();
            Schedule poll = only();
            assertThat(poll)
                    .isEqualTo(
                            new Schedule("poll", "PT1H", null, MissedTicks.SKIP, Overlap.SKIP, poll.nextTick(), null));
            assertThat(poll.nextTick())
                    .isBetween(now.plus(HOUR).minusMillis(1), redis.time().plus(HOUR));
        }
    }

    private static Instant nextDay(Instant time) {
        return time.atZone(ROME).plusDays(1).toInstant();
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(queue.schedule("s", HOUR, "b", MissedTicks.SKIP)).isEqualTo(ScheduleResult.ADDED);
        long tick = due("s", HOUR.negated());
        assertThat(queue.schedule("s", HOUR, "b", MissedTicks.SKIP)).isEqualTo(ScheduleResult.KEPT);
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick));
    }

    @Test
    void anotherBodyKeepsTheTickAndAnotherRecurrenceDoesNot() {
        queue.schedule("s", HOUR, "b", MissedTicks.SKIP);
        long tick = due("s", Duration.ofMinutes(-5));
        assertThat(queue.schedule("s", HOUR, "other", MissedTicks.RUN_ALL)).isEqualTo(ScheduleResult.UPDATED);
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick));
        assertThat(only().missed()).isEqualTo(MissedTicks.RUN_ALL);

        assertThat(queue.schedule("s", HOUR.plusMillis(1), "other", MissedTicks.RUN_ALL))
                .isEqualTo(ScheduleResult.UPDATED);
        assertThat(only().nextTick()).isAfter(Instant.ofEpochMilli(tick));
    }

    @Test
    void aDueTickOutlivesAChange() throws Exception {
        queue.schedule("s", Cron.of("0 7 * * *"), ROME, "old", MissedTicks.RUN_ONCE);
        long tick = due("s", Duration.ofMinutes(5));
        queue.schedule("s", HOUR, "new", MissedTicks.RUN_ONCE);
        startWorker();
        Message<String> message = poll();
        assertThat(message.id()).isEqualTo("s@" + tick);
        assertThat(message.body()).isEqualTo("new");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.schedule("", HOUR, "b", MissedTicks.SKIP))
                .withMessageContaining("1 to 256 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.schedule("s", Duration.ofMillis(99), "b", MissedTicks.SKIP))
                .withMessageContaining("PT0.1S");
        assertThat(queue.schedules()).isEmpty();
    }
}
