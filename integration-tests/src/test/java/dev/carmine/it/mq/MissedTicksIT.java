package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.MissedTicks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What becomes of ticks at which nobody was there. */
class MissedTicksIT extends ScheduleFixture {
    @Test
    void missedTicksAreOneMessage() throws Exception {
        queue.schedule("s", HOUR, "b", MissedTicks.RUN_ONCE);
        long tick = due("s", HOUR.multipliedBy(5).plusMinutes(10));
        startWorker();
        assertThat(poll().id()).isEqualTo("s@" + tick);
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick).plus(HOUR.multipliedBy(6)));
        assertThat(queue.stats().totals().accepted()).isOne();
    }

    @Test
    void missedTicksAreSkipped() {
        queue.schedule("s", HOUR, "b", MissedTicks.SKIP);
        long tick = due("s", HOUR.multipliedBy(5).plusMinutes(10));
        startWorker();
        Instant next = Instant.ofEpochMilli(tick).plus(HOUR.multipliedBy(6));
        Queues.await(() -> only().nextTick().equals(next));
        assertThat(only().lastTick()).isNull();
        assertThat(queue.stats().totals().accepted()).isZero();
    }

    @Test
    void theNewestTickIsNotMissedWithinAMinute() throws Exception {
        queue.schedule("s", HOUR, "b", MissedTicks.SKIP);
        long tick = due("s", HOUR.multipliedBy(5).plusSeconds(10));
        startWorker();
        assertThat(tickOf(poll())).isEqualTo(tick + 5 * HOUR.toMillis());
        assertThat(queue.stats().totals().accepted()).isOne();
    }

    @Test
    void allMissedTicksAreDoneInSeveralPasses() throws Exception {
        queue.schedule("s", HOUR, "b", MissedTicks.RUN_ALL);
        long tick = due("s", HOUR.multipliedBy(249).plusMinutes(10));
        startWorker();
        List<Long> ticks = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            ticks.add(tickOf(poll()));
        }
        assertThat(ticks)
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 250)
                        .mapToObj(i -> tick + i * HOUR.toMillis())
                        .toList());
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick).plus(HOUR.multipliedBy(250)));
    }
}
