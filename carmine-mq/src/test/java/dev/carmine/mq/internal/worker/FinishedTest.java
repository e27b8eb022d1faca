package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FinishedTest {
    private final Finished finished = new Finished();

    @Test
    void givesNoMoreThanACallMayCarryAndKeepsTheOrder() {
        for (int i = 0; i < 300; i++) {
            finished.add(Settle.success(Grants.lease(String.valueOf(i)), 0, null, List.of()));
        }
        assertThat(finished.slice())
                .hasSize(256)
                .first()
                .extracting(settle -> settle.lease().grant().id())
                .isEqualTo("0");
        assertThat(finished.slice())
                .hasSize(44)
                .first()
                .extracting(settle -> settle.lease().grant().id())
                .isEqualTo("256");
        assertThat(finished.isEmpty()).isTrue();
    }

    @Test
    void splitsByBytesButAlwaysGivesOne() {
        for (int i = 0; i < 3; i++) {
            finished.add(Settle.success(Grants.lease("a"), 0, new byte[(1 << 20) + 1], List.of()));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(finished.slice()).hasSize(1);
        }
        assertThat(finished.slice()).isEmpty();
    }
}
