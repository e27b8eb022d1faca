package dev.carmine.client.command;

import java.util.stream.Stream;

class TopKsTest extends FactoryContract {
    TopKsTest() {
        super(TopKs.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(TopKs.topkAdd("k", "i1", "i2"), "TOPK.ADD k i1 i2", "k"),
            row(TopKs.topkCount("k", "i1", "i2"), "TOPK.COUNT k i1 i2", "k"),
            row(TopKs.topkIncrby("k", inOrder("i1", 2L, "i2", 3L)), "TOPK.INCRBY k i1 2 i2 3", "k"),
            row(TopKs.topkInfo("k"), "TOPK.INFO k", "k"),
            row(TopKs.topkList("k"), "TOPK.LIST k", "k"),
            row(TopKs.topkListWithCount("k"), "TOPK.LIST k WITHCOUNT", "k"),
            row(TopKs.topkQuery("k", "i1", "i2"), "TOPK.QUERY k i1 i2", "k"),
            row(TopKs.topkReserve("k", 10), "TOPK.RESERVE k 10", "k"),
            row(TopKs.topkReserve("k", 10, 2000, 7, 0.9), "TOPK.RESERVE k 10 2000 7 0.9", "k"));
    }
    // spotless:on
}
