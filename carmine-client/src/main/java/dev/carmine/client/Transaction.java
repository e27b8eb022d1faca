package dev.carmine.client;

import dev.carmine.client.command.PipelineCommands;
import dev.carmine.client.internal.Dispatcher;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.wire.Link;
import dev.carmine.client.internal.wire.TransactionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a transaction, given to the function of {@link Carmine#transaction}. The methods of commands only
 * collect them; they are executed together, after the function has returned, and if no {@linkplain #watch watched} key
 * was changed by then. What runs at once, to see what is there, is asked for through {@link #now}. It ends with the
 * attempt. Not thread-safe.
 *
 * @see <a href="https://redis.io/docs/latest/develop/using-commands/transactions/">Transactions</a>
 */
public final class Transaction implements PipelineCommands<String> {
    private static final Command<?> UNWATCH = Command.of("UNWATCH");

    private final Dispatcher dispatcher;
    private final Link link;
    private final long timeout;
    private final WatchedKeys watched = new WatchedKeys();
    private final Session now;
    private final List<PendingReply<?>> collected = new ArrayList<>();

    /** Whether the server watches keys for the connection. */
    private boolean watching;

    private boolean ended;

    Transaction(Dispatcher dispatcher, Link link, long timeout) {
        this.dispatcher = dispatcher;
        this.link = link;
        this.timeout = timeout;
        this.now = Session.ofTransaction(dispatcher, link, timeout, watched);
    }

    /**
     * Has the server watch keys from now on: if somebody changes one of them before the transaction is executed, nothing
     * of it is. Watch first, and read then. More keys can be watched later, such as those that a watched key names.
     *
     * @param keys at least one
     * @throws CarmineException if the server has not confirmed it
     * @throws IllegalArgumentException if there is no key
     * @throws IllegalStateException if one of them was read through {@link #now} before: it may have been changed since
     */
    public void watch(String... keys) {
        requireOpen();
        if (keys.length == 0) {
            throw new IllegalArgumentException("keys must not be empty: name what others must not change");
        }
        GenericCommand watch = Command.of("WATCH");
        for (String key : keys) {
            watch = watch.key(Objects.requireNonNull(key, "key"));
        }
        EncodedCommand<?> command = EncodedCommand.of(watch);
        watched.watch(command);
        watching = true;
        Object unused = now.run(command);
    }

    /**
     * Runs commands at once, outside of the transaction but on its connection.
     *
     * @return a session that refuses commands that change the state of the connection
     */
    public Session now() {
        requireOpen();
        return now;
    }

    /**
     * Adds a command to the transaction.
     *
     * @param command the command
     * @param <T> what its reply becomes
     * @return the reply, to be read when the transaction was executed, which is after the function has returned
     * @throws IllegalArgumentException if the command changes the state of a connection
     */
    @Override
    public <T extends @Nullable Object> Reply<T> add(Command<T> command) {
        requireOpen();
        String refusal = EncodedCommand.of(command).refusal();
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        PendingReply<T> reply = new PendingReply<>(
                command, "the transaction is executed when its function has returned; now() reads at once");
        collected.add(reply);
        return reply;
    }

    /** Stored values are read as text; see {@link #as(Class)} for others. */
    @Override
    public TypeRef<String> valueType() {
        return Carmine.TEXT;
    }

    /**
     * A view of this transaction that reads stored values as objects of a type.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view; it adds to this same transaction
     * @see Carmine#as(Class)
     */
    public <V> PipelineCommands<V> as(Class<V> type) {
        return as(TypeRef.of(type));
    }

    /**
     * A view of this transaction that reads stored values as objects of a type with type arguments.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view; it adds to this same transaction
     * @see Carmine#as(Class)
     */
    public <V> PipelineCommands<V> as(TypeRef<V> type) {
        return new TypedPipelineCommands<>(this, type);
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException(
                    "this attempt at the transaction has ended: use it only inside the function it was given to");
        }
    }

    /**
     * Executes what was collected, and takes no more.
     *
     * @return false if nothing was executed because a watched key was changed
     * @throws CarminePipelineException if a command failed
     */
    boolean execute() {
        requireOpen();
        ended = true;
        if (collected.isEmpty()) {
            return true;
        }
        EncodedCommand<?>[] commands = collected.stream()
                .map(reply -> EncodedCommand.of(reply.command()))
                .toArray(EncodedCommand<?>[]::new);
        TransactionOutcome outcome;
        try {
            outcome = now.observed(() -> dispatcher.multiOn(link, commands, timeout));
        } catch (RuntimeException e) {
            collected.forEach(reply -> reply.settle(null, e));
            throw e;
        }
        if (!outcome.commands().isAnswered()) {
            now.spoil();
        }
        watching = outcome.refusal() != null;
        if (outcome.conflict()) {
            CarmineConflictException conflict =
                    new CarmineConflictException("this attempt was not executed: others have changed a watched key");
            collected.forEach(reply -> reply.settle(null, conflict));
            return false;
        }
        for (int i = 0; i < commands.length; i++) {
            collected
                    .get(i)
                    .settle(outcome.commands().values()[i], outcome.commands().errors()[i]);
        }
        List<@Nullable Object> unused = outcome.valuesOrThrow();
        return true;
    }

    /** Ends the attempt; tells whether its connection may be lent again. */
    boolean end() {
        ended = true;
        if (watching && now.isClean()) {
            try {
                Object unused = now.run(EncodedCommand.of(UNWATCH));
            } catch (CarmineException e) {
                return false; // The server forgets what it watches with the connection.
            }
        }
        return now.end();
    }
}
