package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterArgumentsTest {

    @Test
    void aSlotMovesOrStays() {
        assertThat(ClusterSetslotArgs.importingFrom("a").words()).isEqualTo(List.of("IMPORTING", "a"));
        assertThat(ClusterSetslotArgs.migratingTo("a").words()).isEqualTo(List.of("MIGRATING", "a"));
        ClusterSetslotArgs node = ClusterSetslotArgs.node("a").within(Duration.ofSeconds(1));
        assertThat(node.words()).isEqualTo(List.of("NODE", "a", "TIMEOUT", 1000L));
        assertThat(node.within(Duration.ofNanos(1)).words()).isEqualTo(List.of("NODE", "a", "TIMEOUT", 1L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node.within(Duration.ofMillis(-1)))
                .withMessage("The time of CLUSTER SETSLOT must not be negative, but is PT-0.001S");
    }

    @Test
    void statisticsAreOrderedAndLimited() {
        assertThat(ClusterSlotStatsArgs.greatest(ClusterSlotMetric.KEY_COUNT)
                        .limit(5)
                        .limit(3)
                        .words())
                .isEqualTo(List.of("ORDERBY", "key-count", "LIMIT", 3L, "DESC"));
        for (int limit : List.of(0, 16_385)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClusterSlotStatsArgs.least(ClusterSlotMetric.KEY_COUNT)
                            .limit(limit))
                    .withMessage("The limit must be from 1 to 16384, but is " + limit);
        }
    }

    @Test
    void thereAreSlotsFrom0To16383() {
        assertThat(new SlotRange(0, 16_383).last()).isEqualTo(16_383);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SlotRange(5, 3))
                .withMessage("Slots go from 0 to 16383, the first before the last, but not 5 to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new SlotRange(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SlotRange(3, 16_384));
    }

    @Test
    void slotsAreCheckedOneByOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cluster.clusterAddslots(7, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cluster.clusterDelslots(16_384))
                .withMessageStartingWith("Slots go from 0 to 16383");
    }

    @Test
    void noSlotIsNotEnough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cluster.clusterAddslots())
                .withMessage("CLUSTER ADDSLOTS needs at least one slot");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cluster.clusterDelslotsrange())
                .withMessage("CLUSTER DELSLOTSRANGE needs at least one slot");
    }
}
