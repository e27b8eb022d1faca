package dev.carmine.client.internal.command;

import org.jspecify.annotations.Nullable;

final class CommandTable {
    private CommandTable() {}

    static @Nullable CommandSpec find(String name) {
        return null;
    }
}
