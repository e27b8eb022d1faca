package dev.carmine.client.command;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.CommandTable;
import dev.carmine.client.internal.command.Redis;

/** Commands on apples. */
public final class Apples {
    private Apples() {}

    /** Peels one. */
    @Redis("PEEL") public static Command<String> peel(String key) { return CommandTable.PEEL.command(); }
}
