package dev.carmine.client.command;

import java.util.stream.Stream;

class CommandlogTest extends FactoryContract {
    CommandlogTest() {
        super(Commandlog.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Commandlog.commandlogGet(3, CommandlogKind.SLOW), "COMMANDLOG GET 3 slow"),
            row(Commandlog.commandlogLen(CommandlogKind.LARGE_REPLY), "COMMANDLOG LEN large-reply"),
            row(Commandlog.commandlogReset(CommandlogKind.LARGE_REQUEST), "COMMANDLOG RESET large-request"));
    }
    // spotless:on
}
