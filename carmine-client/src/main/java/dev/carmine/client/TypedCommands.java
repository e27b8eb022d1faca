package dev.carmine.client;

import dev.carmine.client.command.SyncCommands;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The commands of a client or session, with stored values read as a type. */
final class TypedCommands<V> implements SyncCommands<V> {
    private final SyncCommands<String> commands;
    private final TypeRef<V> type;

    TypedCommands(SyncCommands<String> commands, TypeRef<V> type) {
        this.commands = commands;
        this.type = Objects.requireNonNull(type, "type");
    }

    @Override
    public <T extends @Nullable Object> T call(Command<T> command) {
        return commands.call(command);
    }

    @Override
    public TypeRef<V> valueType() {
        return type;
    }
}
