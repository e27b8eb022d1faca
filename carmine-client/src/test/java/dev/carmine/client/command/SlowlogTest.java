package dev.carmine.client.command;

import java.util.stream.Stream;

class SlowlogTest extends FactoryContract {
    SlowlogTest() {
        super(Slowlog.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Slowlog.slowlogGet(), "SLOWLOG GET"),
            row(Slowlog.slowlogGet(3), "SLOWLOG GET 3"),
            row(Slowlog.slowlogLen(), "SLOWLOG LEN"),
            row(Slowlog.slowlogReset(), "SLOWLOG RESET"));
    }
    // spotless:on
}
