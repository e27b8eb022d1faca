package dev.carmine.client.command;

import java.util.stream.Stream;

class HyperLogLogsTest extends FactoryContract {
    HyperLogLogsTest() {
        super(HyperLogLogs.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(HyperLogLogs.pfadd("k", "a", 2), "PFADD k a 2", "k"),
            row(HyperLogLogs.pfcount("k1", "k2"), "PFCOUNT k1 k2", "k1 k2"),
            row(HyperLogLogs.pfmerge("d", "k1", "k2"), "PFMERGE d k1 k2", "d k1 k2"));
    }
    // spotless:on
}
