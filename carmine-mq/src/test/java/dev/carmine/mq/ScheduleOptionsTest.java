package dev.carmine.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScheduleOptionsTest {
    @Test
    void copiesKeepEverything() {
        ScheduleOptions options = ScheduleOptions.builder()
                .missed(MissedTicks.RUN_ALL)
                .overlap(Overlap.SKIP)
                .message(EnqueueOptions.builder().priority(3).build())
                .build();

        assertThat(options.toBuilder().build()).usingRecursiveComparison().isEqualTo(options);
        assertThat(options.message().priority()).isEqualTo(3);
    }

    @Test
    void anIdIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScheduleOptions.builder().message(EnqueueOptions.withId("one")))
                .withMessageContaining("cannot share the id one");
    }
}
