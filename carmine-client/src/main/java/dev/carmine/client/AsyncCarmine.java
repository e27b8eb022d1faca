package dev.carmine.client;

import dev.carmine.client.command.AsyncCommands;
import dev.carmine.client.internal.Dispatcher;
import dev.carmine.client.internal.Unchecked;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous face of a client: each method sends and returns at once.
 *
 * <p>Futures complete on the client's callback executor, in the order of the replies within one read; so do their
 * dependants, which therefore must not wait for other futures of the same client (compose them instead). Cancelling a
 * future takes the command back if it is unsent, and drops its reply if it is not. While too much is in flight, futures
 * fail at once with {@link CarmineOverloadException}. Thread-safe.
 */
public final class AsyncCarmine implements AsyncCommands<String> {
    private final Dispatcher dispatcher;
    private final long timeout;

    AsyncCarmine(Dispatcher dispatcher, long timeout) {
        this.dispatcher = dispatcher;
        this.timeout = timeout;
    }

    /**
     * Runs a command without waiting.
     *
     * @param command the command
     * @param <T> what its reply becomes
     * @return completes with the value, or with a {@link CarmineException}
     * @throws IllegalArgumentException if the command changes the state of a connection; the message names what to do
     */
    @Override
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(Command<T> command) {
        return dispatcher.callAsync(command, timeout);
    }

    /** Stored values are read as text; see {@link #as(Class)} for others. */
    @Override
    public TypeRef<String> valueType() {
        return Carmine.TEXT;
    }

    /**
     * A view of this face that reads stored values as objects of a type.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view
     * @see Carmine#as(Class)
     */
    public <V> AsyncCommands<V> as(Class<V> type) {
        return as(TypeRef.of(type));
    }

    /**
     * A view of this face that reads stored values as objects of a type with type arguments.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view
     * @see Carmine#as(Class)
     */
    public <V> AsyncCommands<V> as(TypeRef<V> type) {
        return new TypedAsyncCommands<>(this, type);
    }

    /**
     * Sends commands unbroken, in one go, without waiting.
     *
     * @param commands the commands
     * @return completes with the values in the order of the commands, or with {@link CarminePipelineException} if some
     *     failed
     * @throws IllegalArgumentException if a command changes the state of a connection
     */
    public CompletableFuture<List<@Nullable Object>> pipeline(Command<?>... commands) {
        return dispatcher.callAllAsync(Arrays.asList(commands), timeout);
    }

    /**
     * Sends commands of one type unbroken, in one go, without waiting.
     *
     * @param commands the commands
     * @param <T> what each reply becomes
     * @return completes with the values in the order of the commands, or with {@link CarminePipelineException} if some
     *     failed
     * @throws IllegalArgumentException if a command changes the state of a connection
     */
    public <T extends @Nullable Object> CompletableFuture<List<T>> pipeline(
            Collection<? extends Command<? extends T>> commands) {
        return Unchecked.cast(dispatcher.callAllAsync(commands, timeout));
    }

    /**
     * Runs commands as a transaction without waiting.
     *
     * @param commands the commands
     * @return completes with the values in the order of the commands, or fails as {@link Carmine#multi(Command...)} does
     * @throws IllegalArgumentException if a command changes the state of a connection
     */
    public CompletableFuture<List<@Nullable Object>> multi(Command<?>... commands) {
        return dispatcher.multiAsync(Arrays.asList(commands), timeout);
    }

    /**
     * Runs commands of one type as a transaction without waiting.
     *
     * @param commands the commands
     * @param <T> what each reply becomes
     * @return completes with the values in the order of the commands, or fails as {@link Carmine#multi(Command...)} does
     * @throws IllegalArgumentException if a command changes the state of a connection
     */
    public <T extends @Nullable Object> CompletableFuture<List<T>> multi(
            Collection<? extends Command<? extends T>> commands) {
        return Unchecked.cast(dispatcher.multiAsync(commands, timeout));
    }
}
