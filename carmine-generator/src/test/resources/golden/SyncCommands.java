package dev.carmine.client.command;

import dev.carmine.client.Command;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** All commands, each of which waits for its reply. */
@SuppressWarnings("exports")
@Generated("dev.carmine.generator.CommandProcessor")
public interface SyncCommands
        extends SyncApples,
                SyncFruits {

    @Override
    <T extends @Nullable Object> T call(Command<T> command);
}
