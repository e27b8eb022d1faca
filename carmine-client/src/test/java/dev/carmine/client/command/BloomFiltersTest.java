package dev.carmine.client.command;

import java.util.stream.Stream;

class BloomFiltersTest extends FactoryContract {
    BloomFiltersTest() {
        super(BloomFilters.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(BloomFilters.bfAdd("k", "i"), "BF.ADD k i", "k"),
            row(BloomFilters.bfCard("k"), "BF.CARD k", "k"),
            row(BloomFilters.bfExists("k", "i"), "BF.EXISTS k i", "k"),
            row(BloomFilters.bfInfo("k"), "BF.INFO k", "k"),
            row(BloomFilters.bfInsert("k", BloomInsertArgs.create().capacity(100).errorRate(0.01), "i1", 2), "BF.INSERT k CAPACITY 100 ERROR 0.01 ITEMS i1 2", "k"),
            row(BloomFilters.bfLoadchunk("k", new FilterChunk(7, new byte[] {'a', 'b'})), "BF.LOADCHUNK k 7 ab", "k"),
            row(BloomFilters.bfMadd("k", "i1", 2), "BF.MADD k i1 2", "k"),
            row(BloomFilters.bfMexists("k", "i1", 2), "BF.MEXISTS k i1 2", "k"),
            row(BloomFilters.bfReserve("k", 0.001, 1000), "BF.RESERVE k 0.001 1000", "k"),
            row(BloomFilters.bfReserve("k", 0.001, 1000, BloomReserveArgs.expansion(4)), "BF.RESERVE k 0.001 1000 EXPANSION 4", "k"),
            row(BloomFilters.bfScandump("k", FilterChunk.START), "BF.SCANDUMP k 0", "k"));
    }
    // spotless:on
}
