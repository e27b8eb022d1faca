package dev.carmine.client;

import dev.carmine.client.command.SyncCommands;
import dev.carmine.client.internal.Dispatcher;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.wire.Link;
import dev.carmine.client.internal.wire.PipelineOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection that one piece of code has for itself, lent by {@link Carmine#session}: commands that change the state
 * of a connection are allowed here, such as {@code SELECT} and {@code CLIENT TRACKING}. What has a better place is
 * refused here too: transactions are for {@link Carmine#multi(Command...)} and {@link Carmine#transaction}, subscriptions
 * for {@link Carmine#subscribe(String, MessageHandler)}, {@code MONITOR} for {@link Carmine#monitor(MonitorHandler)}; and
 * so are {@code QUIT}, {@code CLIENT REPLY} and the commands of replicas. A session ends with the code it was lent to.
 * Not thread-safe.
 */
public final class Session implements SyncCommands<String> {
    private final Dispatcher dispatcher;
    private final Link link;
    private final long timeout;

    /** Told of what is read; null unless this is part of a transaction, which preserves the connection's state. */
    private final @Nullable WatchedKeys keys;

    /** Whether the connection is still as it was lent. */
    private boolean clean = true;

    private boolean ended;

    private Session(Dispatcher dispatcher, Link link, long timeout, @Nullable WatchedKeys keys) {
        this.dispatcher = dispatcher;
        this.link = link;
        this.timeout = timeout;
        this.keys = keys;
    }

    /** A session on which commands may change the state of the connection. */
    static Session of(Dispatcher dispatcher, Link link, long timeout) {
        return new Session(dispatcher, link, timeout, null);
    }

    /** The session of a transaction: it refuses commands that change the state of the connection. */
    static Session ofTransaction(Dispatcher dispatcher, Link link, long timeout, WatchedKeys keys) {
        return new Session(dispatcher, link, timeout, keys);
    }

    /**
     * Runs a command on this connection and waits for its value.
     *
     * @param command the command
     * @param <T> what its reply becomes
     * @return the value
     * @throws CarmineException if there is none
     * @throws IllegalArgumentException if the command has no place in a session, or if the session is that of a
     *     {@link Transaction}, and the command changes the state of the connection; the message names what to do
     * @throws IllegalStateException if the session has ended
     */
    @Override
    public <T extends @Nullable Object> T call(Command<T> command) {
        EncodedCommand<T> encoded = prepared(command);
        note(encoded);
        return run(encoded);
    }

    /** Runs any command. */
    <T extends @Nullable Object> T run(EncodedCommand<T> command) {
        return observed(() -> dispatcher.callOn(link, command, timeout));
    }

    /** Notes if something that runs on the connection stays without an answer. */
    <R extends @Nullable Object> R observed(Supplier<R> run) {
        try {
            return run.get();
        } catch (CarmineUnansweredException e) {
            spoil();
            throw e;
        } catch (CarmineException e) {
            throw e;
        } catch (Throwable e) {
            spoil(); // whatever it was, who knows what is still to come
            throw e;
        }
    }

    /** Stored values are read as text; see {@link #as(Class)} for others. */
    @Override
    public TypeRef<String> valueType() {
        return Carmine.TEXT;
    }

    /**
     * A view of this session that reads stored values as objects of a type.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view; it ends with the session
     * @see Carmine#as(Class)
     */
    public <V> SyncCommands<V> as(Class<V> type) {
        return as(TypeRef.of(type));
    }

    /**
     * A view of this session that reads stored values as objects of a type with type arguments.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view; it ends with the session
     * @see Carmine#as(Class)
     */
    public <V> SyncCommands<V> as(TypeRef<V> type) {
        return new TypedCommands<>(this, type);
    }

    /**
     * Sends commands on this connection in one go and waits for all replies.
     *
     * @param commands the commands
     * @return the values, in the order of the commands
     * @throws CarminePipelineException if some failed; it carries the replies of all
     * @throws CarmineSerializationException if an object cannot be written; then nothing was sent
     * @throws CarmineUnansweredException if the time was over or the thread was interrupted
     * @throws IllegalArgumentException if a command has no place in a session, or if the session is that of a
     *     {@link Transaction}, and a command changes the state of the connection; then nothing was sent
     * @throws IllegalStateException if the session has ended
     */
    public List<@Nullable Object> pipeline(Command<?>... commands) {
        if (commands.length == 0) {
            return List.of();
        }
        EncodedCommand<?>[] encoded =
                Arrays.stream(commands).map(this::prepared).toArray(EncodedCommand<?>[]::new);
        for (EncodedCommand<?> command : encoded) { // now that none is refused, which would keep all from being sent
            note(command);
        }
        return observed(() -> {
            PipelineOutcome outcome = dispatcher.callAllOn(link, encoded, timeout);
            clean &= outcome.isAnswered();
            return outcome.valuesOrThrow();
        });
    }

    private <T extends @Nullable Object> EncodedCommand<T> prepared(Command<T> command) {
        if (ended) {
            throw new IllegalStateException("the session has ended: use it only inside the function it was given to");
        }
        EncodedCommand<T> encoded = EncodedCommand.of(command);
        String refusal = keys == null ? encoded.refusalInSession() : encoded.refusal();
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        return encoded;
    }

    /** Notes what a command does that is about to be sent. */
    private void note(EncodedCommand<?> command) {
        clean &= command.refusal() == null;
        if (keys != null) {
            keys.read(command);
        }
    }

    /** Notes that the connection is not as it was lent any more. */
    void spoil() {
        clean = false;
    }

    /** Whether the connection is still as it was lent, as far as this session knows. */
    boolean isClean() {
        return clean;
    }

    /** Ends the session; tells whether its connection may be lent again. */
    boolean end() {
        ended = true;
        return clean && !link.isClosed();
    }
}
