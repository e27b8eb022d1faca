package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many tasks of handlers are started for messages that wait. */
class DeskTest {
    private static final int CONCURRENCY = 64;

    private final AtomicLong time = new AtomicLong();
    private final Desk desk = new Desk(new Clock(time::get), CONCURRENCY, CONCURRENCY, Clock.ofMillis(1_000), null, 1);

    @BeforeEach
    void fill() {
        for (int i = 0; i < 2 * CONCURRENCY; i++) {
            desk.arrived(Grants.lease("" + i));
        }
    }

    private Lease taken() {
        return Objects.requireNonNull(desk.take());
    }

    @Test
    void oneTaskAndAnotherAreEnoughWhereHandlersAreQuick() {
        int started = desk.tasksWanted();
        for (int i = 0; i < 2 * CONCURRENCY; i++) {
            Lease lease = taken();
            started += desk.tasksWanted();
            desk.ended(Settle.success(lease, 0, null, List.of()));
            desk.looks();
        }
        assertThat(started).isEqualTo(2);
    }

    @Test
    void aTaskForEachMessageIsStartedIfTheFirstDoesNotCome() {
        assertThat(desk.tasksWanted()).isOne();
        assertThat(desk.tasksWantedAt()).isEqualTo(Clock.ofMillis(100));
        time.set(Clock.ofMillis(99));
        assertThat(desk.tasksWanted()).isZero();
        time.set(Clock.ofMillis(100));
        assertThat(desk.tasksWanted()).isEqualTo(CONCURRENCY - 1);
        assertThat(desk.tasksWantedAt()).isEqualTo(Clock.NEVER);
    }

    @Test
    void aTaskForEachSlotIsStartedInStepsThatDoubleWhereHandlersTakeLong() {
        List<Integer> steps = new ArrayList<>();
        int started = desk.tasksWanted();
        while (started > 0) {
            steps.add(started);
            int further = 0;
            for (int i = 0; i < started; i++) {
                taken();
                further += desk.tasksWanted();
            }
            started = further;
        }
        assertThat(steps.stream().mapToInt(step -> step).sum()).isEqualTo(CONCURRENCY);
        assertThat(steps).hasSizeLessThanOrEqualTo(8);
        assertThat(desk.take()).as("no slot is left").isNull();
        assertThat(desk.waiting()).isEqualTo(CONCURRENCY);
    }
}
