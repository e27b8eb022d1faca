package dev.carmine.client.command;

import dev.carmine.client.Command;
import dev.carmine.client.Reply;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** All commands, each of which is sent later, together with others. */
@SuppressWarnings("exports")
@Generated("dev.carmine.generator.CommandProcessor")
public interface PipelineCommands
        extends PipelineApples,
                PipelineFruits {

    @Override
    <T extends @Nullable Object> Reply<T> add(Command<T> command);
}
