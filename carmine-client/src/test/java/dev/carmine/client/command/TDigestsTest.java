package dev.carmine.client.command;

import java.util.stream.Stream;

class TDigestsTest extends FactoryContract {
    TDigestsTest() {
        super(TDigests.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(TDigests.tdigestAdd("k", 1, 2.5), "TDIGEST.ADD k 1 2.5", "k"),
            row(TDigests.tdigestByrank("k", 0, 7), "TDIGEST.BYRANK k 0 7", "k"),
            row(TDigests.tdigestByrevrank("k", 0, 7), "TDIGEST.BYREVRANK k 0 7", "k"),
            row(TDigests.tdigestCdf("k", 1, 2.5), "TDIGEST.CDF k 1 2.5", "k"),
            row(TDigests.tdigestCreate("k"), "TDIGEST.CREATE k", "k"),
            row(TDigests.tdigestCreate("k", 200), "TDIGEST.CREATE k COMPRESSION 200", "k"),
            row(TDigests.tdigestInfo("k"), "TDIGEST.INFO k", "k"),
            row(TDigests.tdigestMax("k"), "TDIGEST.MAX k", "k"),
            row(TDigests.tdigestMerge("d", "k1", "k2"), "TDIGEST.MERGE d 2 k1 k2", "d k1 k2"),
            row(TDigests.tdigestMerge("d", TDigestMergeArgs.override().compression(200), "k1"), "TDIGEST.MERGE d 1 k1 COMPRESSION 200 OVERRIDE", "d k1"),
            row(TDigests.tdigestMin("k"), "TDIGEST.MIN k", "k"),
            row(TDigests.tdigestQuantile("k", 0.5, 0.99), "TDIGEST.QUANTILE k 0.5 0.99", "k"),
            row(TDigests.tdigestRank("k", 1, 2.5), "TDIGEST.RANK k 1 2.5", "k"),
            row(TDigests.tdigestReset("k"), "TDIGEST.RESET k", "k"),
            row(TDigests.tdigestRevrank("k", 1, 2.5), "TDIGEST.REVRANK k 1 2.5", "k"),
            row(TDigests.tdigestTrimmedMean("k", 0.1, 0.9), "TDIGEST.TRIMMED_MEAN k 0.1 0.9", "k"));
    }
    // spotless:on
}
