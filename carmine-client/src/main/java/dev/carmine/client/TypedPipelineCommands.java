package dev.carmine.client;

import dev.carmine.client.command.PipelineCommands;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds commands to a pipeline or a transaction, with stored values read as a type. */
final class TypedPipelineCommands<V> implements PipelineCommands<V> {
    private final PipelineCommands<String> commands;
    private final TypeRef<V> type;

    TypedPipelineCommands(PipelineCommands<String> commands, TypeRef<V> type) {
        this.commands = commands;
        this.type = Objects.requireNonNull(type, "type");
    }

    @Override
    public <T extends @Nullable Object> Reply<T> add(Command<T> command) {
        return commands.add(command);
    }

    @Override
    public TypeRef<V> valueType() {
        return type;
    }
}
