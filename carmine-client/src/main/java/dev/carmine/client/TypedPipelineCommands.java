package dev.carmine.client;

import dev.carmine.client.command.PipelineCommands;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds commands to a pipeline, with stored values read as a type. */
final class TypedPipelineCommands<V> implements PipelineCommands<V> {
    private final Pipeline pipeline;
    private final TypeRef<V> type;

    TypedPipelineCommands(Pipeline pipeline, TypeRef<V> type) {
        this.pipeline = pipeline;
        this.type = Objects.requireNonNull(type, "type");
    }

    @Override
    public <T extends @Nullable Object> Reply<T> add(Command<T> command) {
        return pipeline.add(command);
    }

    @Override
    public TypeRef<V> valueType() {
        return type;
    }
}
