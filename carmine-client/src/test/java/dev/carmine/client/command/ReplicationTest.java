package dev.carmine.client.command;

import java.time.Duration;
import java.util.stream.Stream;

class ReplicationTest extends FactoryContract {
    ReplicationTest() {
        super(Replication.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Replication.failover(), "FAILOVER"),
            row(Replication.failover(FailoverArgs.to("h", 1).forcedAfter(Duration.ofSeconds(2))), "FAILOVER TO h 1 FORCE TIMEOUT 2000"),
            row(Replication.failoverAbort(), "FAILOVER ABORT"),
            row(Replication.replicaof("h", 1), "REPLICAOF h 1"),
            row(Replication.replicaofNoOne(), "REPLICAOF NO ONE"),
            row(Replication.role(), "ROLE"));
    }
    // spotless:on
}
