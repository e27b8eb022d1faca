package dev.carmine.client.internal.command;

import dev.carmine.client.Command;
import org.jspecify.annotations.Nullable;

public record CommandSpec(String name, boolean readOnly, Blocking blocking) {
    public <T extends @Nullable Object> Command<T> command() {
        return new Command<>() {};
    }
}
