package dev.carmine.client.command;

import java.util.List;
import java.util.stream.Stream;

class FunctionsTest extends FactoryContract {
    FunctionsTest() {
        super(Functions.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Functions.fcall("f", List.of("k1", "k2"), "a", 1), "FCALL f 2 k1 k2 a 1", "k1 k2"),
            row(Functions.fcallRo("f", List.of("k1", "k2"), "a", 1), "FCALL_RO f 2 k1 k2 a 1", "k1 k2"),
            row(Functions.functionDelete("l"), "FUNCTION DELETE l"),
            row(Functions.functionDump(), "FUNCTION DUMP"),
            row(Functions.functionFlush(), "FUNCTION FLUSH"),
            row(Functions.functionFlush(FlushMode.ASYNC), "FUNCTION FLUSH ASYNC"),
            row(Functions.functionKill(), "FUNCTION KILL"),
            row(Functions.functionList(), "FUNCTION LIST"),
            row(Functions.functionList("p*"), "FUNCTION LIST LIBRARYNAME p*"),
            row(Functions.functionListWithCode(), "FUNCTION LIST WITHCODE"),
            row(Functions.functionListWithCode("p*"), "FUNCTION LIST LIBRARYNAME p* WITHCODE"),
            row(Functions.functionLoad("code"), "FUNCTION LOAD code"),
            row(Functions.functionLoadReplacing("code"), "FUNCTION LOAD REPLACE code"),
            row(Functions.functionRestore(new byte[] {'d'}), "FUNCTION RESTORE d"),
            row(Functions.functionRestore(new byte[] {'d'}, FunctionRestorePolicy.FLUSH), "FUNCTION RESTORE d FLUSH"),
            row(Functions.functionStats(), "FUNCTION STATS"));
    }
    // spotless:on
}
