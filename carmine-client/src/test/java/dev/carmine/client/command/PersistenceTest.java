package dev.carmine.client.command;

import java.util.stream.Stream;

class PersistenceTest extends FactoryContract {
    PersistenceTest() {
        super(Persistence.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Persistence.bgrewriteaof(), "BGREWRITEAOF"),
            row(Persistence.bgsave(), "BGSAVE"),
            row(Persistence.bgsaveCancel(), "BGSAVE CANCEL"),
            row(Persistence.bgsaveSchedule(), "BGSAVE SCHEDULE"),
            row(Persistence.save(), "SAVE"),
            row(Persistence.shutdown(), "SHUTDOWN"),
            row(Persistence.shutdown(ShutdownArgs.noSave().now().force()), "SHUTDOWN NOSAVE NOW FORCE"),
            row(Persistence.shutdownAbort(), "SHUTDOWN ABORT"));
    }
    // spotless:on
}
