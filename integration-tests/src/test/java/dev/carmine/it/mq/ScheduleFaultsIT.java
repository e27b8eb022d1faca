package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Worker;
import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Schedules when workers die, scripts are forgotten, and keys hold what cannot be read. */
class ScheduleFaultsIT extends ScheduleFixture {
    private @Nullable Object run(QueueScript script, Object... args) {
        return redis.call(QueueScripts.production().get(script).on(KEYS.all(), args));
    }

    @Test
    void scriptsMayBeForgotten() throws Exception {
        startWorker();
        queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
        long first = tickOf(poll());
        for (int i = 1; i < 4; i++) {
            redis.scriptFlush();
            assertThat(tickOf(poll())).isEqualTo(first + i * OFTEN.toMillis());
        }
    }

    @Test
    void aWorkerThatDiesWithAScheduleLosesItAfterFiveSeconds() throws Exception {
        queue.schedule("s", HOUR, "b", MissedTicks.RUN_ONCE);
        long tick = due("s", Duration.ofMinutes(5));
        List<?> lent = (List<?>) Objects.requireNonNull(run(QueueScript.DUE));
        assertThat(lent.get(1)).isEqualTo("s");
        long now = Long.parseLong((String) lent.get(0));
        assertThat(redis.zscore(KEYS.part("st"), "s")).isEqualTo(now + 5_000.0);
        redis.zadd(KEYS.part("st"), (double) now, "s"); // they are over

        startWorker();
        assertThat(poll().id()).isEqualTo("s@" + tick);
        assertThat(run(QueueScript.TICK, "s", lent.get(2), tick + 1, "", tick, "late", ""))
                .isNull();
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick).plus(HOUR));
    }

    @Test
    void aDefinitionThatCannotBeReadIsKeptForAProgramThatCan() throws Exception {
        queue.schedule("new", HOUR, "b", MissedTicks.RUN_ONCE);
        long tick = due("new", HOUR);
        String text = Objects.requireNonNull(redis.hget(KEYS.part("s"), "new"));
        String newer = "9" + text.substring(49);
        redis.hset(KEYS.part("s"), "new", text.substring(0, 48) + newer);
        Worker worker = startWorker();
        queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
        for (int i = 0; i < 5; i++) {
            assertThat(poll().id()).startsWith("s@");
        }
        assertThat(worker.stats().exchanges()).as("it does not spin").isLessThan(100);
        queue.unschedule("s");
        assertThat(only().recurrence()).contains("version 1");
        assertThat(only().missed()).isNull();
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick));
        assertThat(redis.hget(KEYS.part("s"), "new")).endsWith(newer);
    }

    @Test
    void aWorkerGoesOnWhenSchedulesFail() throws Exception {
        redis.set(KEYS.part("s"), "no hash");
        redis.zadd(KEYS.part("st"), 1, "s");
        Worker worker = startWorker();
        for (int i = 0; i < 5; i++) {
            queue.enqueue("body " + i);
            assertThat(poll().body()).isEqualTo("body " + i);
        }
        Queues.await(() -> worker.stats().errors() > 5);
        assertThat(worker.stats().exchanges()).as("it does not spin").isLessThan(150);
        redis.del(KEYS.part("s"), KEYS.part("st"));

        queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
        assertThat(poll().id()).startsWith("s@");
    }
}
