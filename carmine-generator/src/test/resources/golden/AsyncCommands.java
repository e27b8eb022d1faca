package dev.carmine.client.command;

import dev.carmine.client.Command;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** All commands, each of which gives a future of its reply. */
@SuppressWarnings("exports")
@Generated("dev.carmine.generator.CommandProcessor")
public interface AsyncCommands
        extends AsyncApples,
                AsyncFruits {

    @Override
    <T extends @Nullable Object> CompletableFuture<T> callAsync(Command<T> command);
}
