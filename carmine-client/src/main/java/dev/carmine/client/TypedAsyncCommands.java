package dev.carmine.client;

import dev.carmine.client.command.AsyncCommands;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The commands of an asynchronous face, with stored values read as a type. */
final class TypedAsyncCommands<V> implements AsyncCommands<V> {
    private final AsyncCarmine commands;
    private final TypeRef<V> type;

    TypedAsyncCommands(AsyncCarmine commands, TypeRef<V> type) {
        this.commands = commands;
        this.type = Objects.requireNonNull(type, "type");
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(Command<T> command) {
        return commands.callAsync(command);
    }

    @Override
    public TypeRef<V> valueType() {
        return type;
    }
}
