package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProbabilisticArgumentsTest {

    @Test
    void bloomFilterEitherScalesOrDoesNot() {
        assertThat(BloomReserveArgs.nonScaling().words()).isEqualTo(List.of("NONSCALING"));
        assertThat(BloomInsertArgs.create().words()).isEmpty();
        assertThat(BloomInsertArgs.create().nonScaling().expansion(2).words()).isEqualTo(List.of("EXPANSION", 2L));
        assertThat(BloomInsertArgs.create().expansion(2).nonScaling().words()).isEqualTo(List.of("NONSCALING"));
    }

    @Test
    void bloomFilterThatIsNotCreatedHasNoShape() {
        assertThat(BloomInsertArgs.noCreate().words()).isEqualTo(List.of("NOCREATE"));
        refuses(
                () -> BloomInsertArgs.noCreate().capacity(10),
                "CAPACITY describes a new filter, which NOCREATE forbids: use create()");
        refuses(
                () -> BloomInsertArgs.noCreate().nonScaling(),
                "NONSCALING describes a new filter, which NOCREATE forbids: use create()");
    }

    @Test
    void cuckooFilterHasAShape() {
        assertThat(CuckooReserveArgs.defaults().words()).isEmpty();
        assertThat(CuckooReserveArgs.defaults()
                        .bucketSize(4)
                        .maxIterations(10)
                        .expansion(0)
                        .words())
                .isEqualTo(List.of("BUCKETSIZE", 4L, "MAXITERATIONS", 10L, "EXPANSION", 0L));
        refuses(() -> CuckooReserveArgs.defaults().expansion(-1), "The expansion must not be negative, but is -1");
    }

    @Test
    void mergedDigestsKeepTheLastCompression() {
        assertThat(TDigestMergeArgs.add().words()).isEmpty();
        assertThat(TDigestMergeArgs.add().compression(100).compression(200).words())
                .isEqualTo(List.of("COMPRESSION", 200L));
    }

    @Test
    void numbersThatNoServerTakesAreRefused() {
        refuses(() -> BloomFilters.bfReserve("k", 1, 10), "The error rate must be between 0 and 1, but is 1.0");
        refuses(() -> BloomFilters.bfReserve("k", 0.1, 0), "The capacity must be positive, but is 0");
        refuses(() -> TDigests.tdigestAdd("k"), "There must be at least one value");
        refuses(() -> TDigests.tdigestByrank("k"), "There must be at least one rank");
        refuses(() -> CountMinSketches.cmsIncrby("k", Map.of()), "There must be at least one item");
        refuses(() -> TopKs.topkIncrby("k", Map.of("i", 0L)), "The increment must be positive, but is 0");
        refuses(
                () -> CountMinSketches.cmsIncrby("k", Map.of("i", 1.5)),
                "The increment must be a whole number of 64 bits, but is 1.5");
        refuses(() -> CountMinSketches.cmsMerge("d"), "CMS.MERGE needs at least one key");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
