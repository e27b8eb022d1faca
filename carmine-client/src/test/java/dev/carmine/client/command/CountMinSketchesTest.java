package dev.carmine.client.command;

import java.util.stream.Stream;

class CountMinSketchesTest extends FactoryContract {
    CountMinSketchesTest() {
        super(CountMinSketches.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(CountMinSketches.cmsIncrby("k", inOrder("i1", 2L, "i2", 3L)), "CMS.INCRBY k i1 2 i2 3", "k"),
            row(CountMinSketches.cmsInfo("k"), "CMS.INFO k", "k"),
            row(CountMinSketches.cmsInitbydim("k", 2000, 5), "CMS.INITBYDIM k 2000 5", "k"),
            row(CountMinSketches.cmsInitbyprob("k", 0.001, 0.01), "CMS.INITBYPROB k 0.001 0.01", "k"),
            row(CountMinSketches.cmsMerge("d", "k1", "k2"), "CMS.MERGE d 2 k1 k2", "d k1 k2"),
            row(CountMinSketches.cmsMerge("d", inOrder("k1", 1L, "k2", 3L)), "CMS.MERGE d 2 k1 k2 WEIGHTS 1 3", "d k1 k2"),
            row(CountMinSketches.cmsQuery("k", "i1", 2), "CMS.QUERY k i1 2", "k"));
    }
    // spotless:on
}
