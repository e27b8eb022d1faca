package dev.carmine.it.mq.script;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules: lent to one worker at a time, and one message a tick. */
class SchedulesScriptIT extends ScriptFixture {
    private static final long FIRST = ScriptedQueue.BEGIN + 1_000;
    private static final long SECOND = ScriptedQueue.BEGIN + 2_000;

    @BeforeEach
    void schedule() {
        assertThat(queue.run(QueueScript.SCHEDULE, "digest", "daily", FIRST)).isEqualTo("a");
    }

    private List<?> due() {
        return (List<?>) queue.run(QueueScript.DUE);
    }

    private @Nullable Object tick(Object fence, Object next, String skip, long tick) {
        return redis.call(QueueScripts.by(QueueScripts.Clock.FIELD)
                .get(QueueScript.TICK)
                .on(queue.keys().all(), "digest", fence, next, skip, tick, "body", ""));
    }

    @Test
    void theSameDefinitionAgainChangesNothing() {
        assertThat(queue.run(QueueScript.SCHEDULE, "digest", "daily", SECOND)).isEqualTo("k");
        assertThat((List<?>) queue.run(QueueScript.SCHEDULES)).hasToString("[digest, " + FIRST + ", 0, daily]");
        assertThat(queue.run(QueueScript.SCHEDULE, "digest", "weekly", SECOND)).isEqualTo("u");
        assertThat((List<?>) queue.run(QueueScript.SCHEDULES)).hasToString("[digest, " + SECOND + ", 0, weekly]");
    }

    @Test
    void whoGivesNoTickIsToldTheTimeIfThereIsSomethingToDo() {
        assertThat(queue.run(QueueScript.SCHEDULE, "digest", "daily", "")).isEqualTo("k");
        assertThat(queue.run(QueueScript.SCHEDULE, "digest", "weekly", "")).isEqualTo(Long.toString(queue.now()));
        assertThat((List<?>) queue.run(QueueScript.SCHEDULES)).hasToString("[digest, " + FIRST + ", 0, daily]");
    }

    @Test
    void aChangedOneKeepsATickThatIsDue() {
        queue.advance(ofSeconds(1));
        Object fence = due().get(2);
        assertThat(queue.run(QueueScript.SCHEDULE, "digest", "weekly", SECOND)).isEqualTo("u");
        assertThat(tick(fence, SECOND, "", FIRST))
                .as("it was computed by the old one")
                .isNull();
        List<?> lent = due();
        assertThat(lent.get(3)).isEqualTo(Long.toString(FIRST));
        assertThat(lent.get(4)).isEqualTo("weekly");
    }

    /** The first fields of a definition as Java writes it. */
    private static String definition(String fields) {
        return ("1|" + fields + '|').replace('|', '\0');
    }

    @Test
    void aChangedOneKeepsItsTickIfTheRecurrenceIsTheSame() {
        queue.run(QueueScript.SCHEDULE, "poll", definition("every|500||SKIP"), FIRST);
        assertThat(queue.run(QueueScript.SCHEDULE, "poll", definition("every|500||RUN_ALL"), SECOND))
                .isEqualTo("u");
        assertThat((List<?>) queue.run(QueueScript.SCHEDULES)).asString().contains("poll, " + FIRST + ",");
        assertThat(queue.run(QueueScript.SCHEDULE, "poll", definition("every|600||RUN_ALL"), SECOND))
                .isEqualTo("u");
        assertThat((List<?>) queue.run(QueueScript.SCHEDULES)).asString().contains("poll, " + SECOND + ",");
    }

    @Test
    void largeDefinitionsAreLentAFewAtATime() {
        String large = "x".repeat(600_000);
        for (int i = 0; i < 3; i++) {
            queue.run(QueueScript.SCHEDULE, "large" + i, large, FIRST);
        }
        queue.advance(ofSeconds(1));
        assertThat(due()).as("digest and two of them").hasSize(1 + 4 * 3);
        assertThat(due()).hasSize(1 + 4);
        assertThat(due()).hasSize(1);
    }

    @Test
    void aDueScheduleWakesAndIsToldOf() {
        assertThat(queue.take("w1").block()).isEqualTo(1_000);
        queue.advance(ofSeconds(1));
        assertThat(queue.take("w1").due()).isOne();
    }

    @Test
    void oneWorkerAtATimeHasIt() {
        queue.advance(ofSeconds(1));
        List<?> lent = due();
        assertThat(lent).hasSize(5);
        assertThat(lent.get(1)).isEqualTo("digest");
        assertThat(lent.get(3)).isEqualTo(Long.toString(FIRST));
        assertThat(lent.get(4)).isEqualTo("daily");
        assertThat(due()).hasSize(1);
        assertThat(tick(lent.get(2), SECOND, "", FIRST)).isEqualTo("a");
        assertThat(tick(lent.get(2), SECOND, "", FIRST)).as("it was moved on").isNull();
        assertThat(queue.take("w1").only().id()).isEqualTo("digest@" + FIRST);
    }

    @Test
    void aWorkerThatDiesLosesItAfterFiveSecondsAndItsTickIsOneMessage() {
        queue.advance(ofSeconds(1));
        Object fence = due().get(2);
        queue.advance(ofSeconds(5).minusMillis(1));
        assertThat(queue.take("w2").due()).isZero();
        assertThat(due()).as("it is still lent").hasSize(1);
        queue.advance(ofMillis(1));
        assertThat(queue.take("w2").due()).isOne();
        List<?> lent = due();
        assertThat(lent.get(3)).as("the same tick").isEqualTo(Long.toString(FIRST));
        assertThat(tick(lent.get(2), SECOND, "", FIRST)).isEqualTo("a");
        assertThat(tick(fence, SECOND, "", FIRST)).as("the first one was late").isNull();
        assertThat(queue.take("w2").ids()).containsExactly("digest@" + FIRST);
        assertThat(queue.stats()).containsEntry("accepted", 1L);
    }

    @Test
    void whoMovesItOnTooLateButBeforeAnybodyElseDoesSo() {
        queue.advance(ofSeconds(1));
        Object fence = due().get(2);
        queue.advance(ofSeconds(6));
        assertThat(tick(fence, SECOND, "", FIRST)).isEqualTo("a");
        assertThat(due().get(3)).as("nobody has the first one twice").isEqualTo(Long.toString(SECOND));
    }

    @Test
    void aTickIsSkippedWhileTheLastOneRunsIfThatIsAskedFor() {
        queue.advance(ofSeconds(1));
        tick(due().get(2), SECOND, "s", FIRST);
        queue.take("w1");
        queue.advance(ofSeconds(1));
        assertThat(tick(due().get(2), SECOND + 1_000, "s", SECOND)).isEqualTo("s");
        assertThat(queue.state("digest@" + SECOND)).isEqualTo("-");
    }

    @Test
    void aScheduleCanEnd() {
        queue.advance(ofSeconds(1));
        assertThat(tick(due().get(2), "", "", FIRST)).isEqualTo("a");
        assertThat(redis.exists(queue.key("s"), queue.key("st"))).isZero();
        assertThat(queue.run(QueueScript.UNSCHEDULE, "digest")).isEqualTo(0L);
    }

    @Test
    void anUnscheduledOneIsGone() {
        queue.advance(ofSeconds(1));
        Object fence = due().get(2);
        assertThat(queue.run(QueueScript.UNSCHEDULE, "digest")).isEqualTo(1L);
        assertThat(tick(fence, SECOND, "", FIRST)).isNull();
        assertThat(queue.take("w1").ids()).isEmpty();
    }
}
