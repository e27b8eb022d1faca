package dev.carmine.client.command;

import java.util.stream.Stream;

class CuckooFiltersTest extends FactoryContract {
    CuckooFiltersTest() {
        super(CuckooFilters.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(CuckooFilters.cfAdd("k", "i"), "CF.ADD k i", "k"),
            row(CuckooFilters.cfAddnx("k", "i"), "CF.ADDNX k i", "k"),
            row(CuckooFilters.cfCount("k", "i"), "CF.COUNT k i", "k"),
            row(CuckooFilters.cfDel("k", "i"), "CF.DEL k i", "k"),
            row(CuckooFilters.cfExists("k", "i"), "CF.EXISTS k i", "k"),
            row(CuckooFilters.cfInfo("k"), "CF.INFO k", "k"),
            row(CuckooFilters.cfInsert("k", "i1", 2), "CF.INSERT k ITEMS i1 2", "k"),
            row(CuckooFilters.cfInsert("k", CuckooInsertArgs.capacity(100), "i1", 2), "CF.INSERT k CAPACITY 100 ITEMS i1 2", "k"),
            row(CuckooFilters.cfInsertnx("k", "i1", 2), "CF.INSERTNX k ITEMS i1 2", "k"),
            row(CuckooFilters.cfInsertnx("k", CuckooInsertArgs.noCreate(), "i1", 2), "CF.INSERTNX k NOCREATE ITEMS i1 2", "k"),
            row(CuckooFilters.cfLoadchunk("k", new FilterChunk(7, new byte[] {'a', 'b'})), "CF.LOADCHUNK k 7 ab", "k"),
            row(CuckooFilters.cfMexists("k", "i1", 2), "CF.MEXISTS k i1 2", "k"),
            row(CuckooFilters.cfReserve("k", 1000), "CF.RESERVE k 1000", "k"),
            row(CuckooFilters.cfReserve("k", 1000, CuckooReserveArgs.defaults().bucketSize(4)), "CF.RESERVE k 1000 BUCKETSIZE 4", "k"),
            row(CuckooFilters.cfScandump("k", FilterChunk.START), "CF.SCANDUMP k 0", "k"));
    }
    // spotless:on
}
