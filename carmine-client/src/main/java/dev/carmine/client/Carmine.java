package dev.carmine.client;

import dev.carmine.client.command.SyncCommands;
import dev.carmine.client.internal.Dispatcher;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.client.internal.pubsub.Topic;
import dev.carmine.client.internal.wire.Link;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client of one Redis or Valkey server: thread-safe, meant to be shared by the whole program, and to be closed at its
 * end.
 *
 * <pre>{@code
 * try (Carmine redis = Carmine.connect("redis://user:secret@localhost:6379/0")) {
 *     redis.set("greeting", "hello");
 *     String greeting = redis.get("greeting");
 * }
 * }</pre>
 *
 * <p>All threads share one connection, on which their commands form batches by themselves; blocking commands and
 * {@linkplain #session sessions} get dedicated ones. Each command is a method here, waits for its reply at most for the
 * command timeout, and throws a {@link CarmineException} that says what happened. An interrupted thread gets
 * {@link CarmineInterruptedException}, also when it was interrupted before; other threads do not notice.
 *
 * <p>A lost connection is made anew in the background while calls wait within their timeouts. What was not sent is then
 * sent; what may have been executed is sent again only if it is read-only or marked {@link Command#retryable()}. A
 * server that is loading, or busy with a script, is asked again.
 */
public final class Carmine implements SyncCommands<String>, AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    /** What values are read as if nobody asks for another type. */
    static final TypeRef<String> TEXT = TypeRef.of(String.class);

    private final Dispatcher dispatcher;

    /** In nanoseconds. */
    private final long timeout;

    /** Whether this is the client that {@code connect} has returned, and not a view of it. */
    private final boolean owner;

    private Carmine(Dispatcher dispatcher, long timeout, boolean owner) {
        this.dispatcher = dispatcher;
        this.timeout = timeout;
        this.owner = owner;
    }

    /**
     * Connects with default options.
     *
     * @param uri {@code redis://[user:password@]host[:port][/database]}; see {@link ClientOptions.Builder#uri}
     * @return a connected client
     * @throws IllegalArgumentException if the URI is malformed
     * @throws CarmineConnectionException if the server cannot be reached or refuses this client
     */
    public static Carmine connect(String uri) {
        return connect(ClientOptions.of(uri));
    }

    /**
     * Connects.
     *
     * @param options how
     * @return a client; connected, unless {@link ClientOptions.Builder#connectLazily} was chosen
     * @throws CarmineConnectionException if the server cannot be reached or refuses this client
     */
    public static Carmine connect(ClientOptions options) {
        return new Carmine(Dispatcher.connect(options), options.commandTimeout().toNanos(), true);
    }

    /**
     * Runs a command and waits for its value. A blocking command may take its own time in addition to the command
     * timeout.
     *
     * @param command the command
     * @param <T> what its reply becomes
     * @return the value; null where the server can say nil
     * @throws CarmineException if there is none
     * @throws IllegalArgumentException if the command changes the state of a connection; the message names what to do
     */
    @Override
    public <T extends @Nullable Object> T call(Command<T> command) {
        return dispatcher.call(command, timeout);
    }

    /** Stored values are read as text; see {@link #as(Class)} for others. */
    @Override
    public TypeRef<String> valueType() {
        return TEXT;
    }

    /**
     * A view of this client that reads stored values as objects of a type: {@code redis.as(User.class).get("k")} gives a
     * {@code User}, {@code hgetall} a map of users, {@code lrange} a list of them. What is written is as ever up to the
     * value that is given.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view; reading fails with {@link CarmineSerializationException} where something else is stored
     */
    public <V> SyncCommands<V> as(Class<V> type) {
        return as(TypeRef.of(type));
    }

    /**
     * A view of this client that reads stored values as objects of a type with type arguments.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view
     * @see #as(Class)
     */
    public <V> SyncCommands<V> as(TypeRef<V> type) {
        return new TypedCommands<>(this, type);
    }

    /**
     * Turns values into bytes and back, by the rules by which commands store and read them. Nothing is sent.
     *
     * @param place what the values are, such as {@code "the body of a message"}; messages of exceptions begin with it
     * @return a codec with this client's serializer
     */
    public ValueCodec values(String place) {
        return new ValueCodec(dispatcher.serializer(), place);
    }

    /**
     * The asynchronous face of this client.
     *
     * @return a face with this client's command timeout
     */
    public AsyncCarmine async() {
        return new AsyncCarmine(dispatcher, timeout);
    }

    /**
     * Sends commands unbroken in one go, and waits for all replies. There is no limit on how many; other callers'
     * commands run before or after, but other clients' may run in between.
     *
     * @param commands the commands
     * @return the values, in the order of the commands; unmodifiable
     * @throws CarminePipelineException if some failed; it carries the replies of all
     * @throws CarmineSerializationException if an object cannot be written; then nothing was sent
     * @throws CarmineUnansweredException if the time was over or the thread was interrupted
     * @throws IllegalArgumentException if a command changes the state of a connection
     */
    public List<@Nullable Object> pipeline(Command<?>... commands) {
        return dispatcher.callAll(Arrays.asList(commands), timeout).valuesOrThrow();
    }

    /**
     * Sends commands of one type unbroken in one go, and waits for all replies.
     *
     * @param commands the commands
     * @param <T> what each reply becomes
     * @return the values, in the order of the commands; unmodifiable
     * @throws CarminePipelineException if some failed; it carries the replies of all
     * @throws CarmineSerializationException if an object cannot be written; then nothing was sent
     * @throws CarmineUnansweredException if the time was over or the thread was interrupted
     * @throws IllegalArgumentException if a command changes the state of a connection
     */
    public <T extends @Nullable Object> List<T> pipeline(Collection<? extends Command<? extends T>> commands) {
        return Unchecked.cast(dispatcher.callAll(commands, timeout).valuesOrThrow());
    }

    /**
     * Sends commands unbroken in one go, and tells what became of each, without throwing because of that: if there is no
     * answer at all, every outcome says so.
     *
     * @param commands the commands
     * @return values and errors, in the order of the commands; unmodifiable
     * @throws CarmineSerializationException if an object cannot be written; then nothing was sent
     * @throws IllegalArgumentException if a command changes the state of a connection
     */
    public List<Outcome<@Nullable Object>> tryPipeline(Command<?>... commands) {
        return outcomes(Arrays.asList(commands));
    }

    /**
     * Sends commands of one type unbroken in one go, and tells what became of each, without throwing because of that.
     *
     * @param commands the commands
     * @param <T> what each reply becomes
     * @return values and errors, in the order of the commands; unmodifiable
     * @throws CarmineSerializationException if an object cannot be written; then nothing was sent
     * @throws IllegalArgumentException if a command changes the state of a connection
     * @see #tryPipeline(Command...)
     */
    public <T extends @Nullable Object> List<Outcome<T>> tryPipeline(
            Collection<? extends Command<? extends T>> commands) {
        return Unchecked.cast(outcomes(commands));
    }

    private List<Outcome<@Nullable Object>> outcomes(Collection<? extends Command<?>> commands) {
        try {
            return dispatcher.callAll(commands, timeout).each();
        } catch (CarmineUnansweredException e) {
            return Collections.nCopies(commands.size(), new Outcome.Failed<>(e));
        }
    }

    /**
     * Begins a pipeline whose replies are read one by one.
     *
     * @return an empty pipeline
     */
    public Pipeline pipeline() {
        return new Pipeline(dispatcher, timeout);
    }

    /**
     * Runs commands as a transaction ({@code MULTI} … {@code EXEC}), and waits for all replies: no other client's
     * command runs between them. Either all are executed or none; but one that fails when it is executed, such as an
     * {@code LPUSH} on a string, fails alone and undoes nothing. They are sent in one go over the shared connection. (A
     * server that does not let this user send {@code MULTI} takes them one by one, which is told by an exception.)
     *
     * @param commands the commands
     * @return the values, in the order of the commands; unmodifiable
     * @throws CarminePipelineException if some failed; it carries the replies of all. An error with the code
     *     {@code EXECABORT} means that nothing was executed, since the server would not take one of the others
     * @throws CarmineSerializationException if an object cannot be written; then nothing was sent
     * @throws CarmineUnansweredException if there is no reply; its fate is that of the whole transaction
     * @throws IllegalArgumentException if a command changes the state of a connection
     * @see <a href="https://redis.io/docs/latest/develop/using-commands/transactions/">Transactions</a>
     */
    public List<@Nullable Object> multi(Command<?>... commands) {
        return dispatcher.multi(Arrays.asList(commands), timeout);
    }

    /**
     * Runs commands of one type as a transaction, and waits for all replies.
     *
     * @param commands the commands
     * @param <T> what each reply becomes
     * @return the values, in the order of the commands; unmodifiable
     * @see #multi(Command...)
     */
    public <T extends @Nullable Object> List<T> multi(Collection<? extends Command<? extends T>> commands) {
        return Unchecked.cast(dispatcher.multi(commands, timeout));
    }

    /**
     * Runs a transaction that is executed only if nobody has changed the keys it {@linkplain Transaction#watch watches},
     * and attempts it again if somebody has:
     *
     * <pre>{@code
     * long left = redis.transaction(10, tx -> {
     *     tx.watch("stock");
     *     if (Long.parseLong(tx.now().get("stock")) == 0) {
     *         throw new SoldOut();
     *     }
     *     tx.rpush("orders", order);
     *     return tx.decr("stock");
     * });
     * }</pre>
     *
     * <p>The function collects commands, and returns the reply that is wanted: that of one of them; or a function of
     * several, {@code () -> a.get() + b.get()}, which is called after they were executed; or {@link Reply#of} something
     * else. If it collects nothing, nothing is executed. It may be called up to {@code maxAttempts} times, so it should
     * have no other effects; what it throws ends the transaction, of which then nothing is executed. Between attempts
     * there is a random pause that grows from one to a hundred milliseconds. Each runs on a dedicated connection; each
     * of its steps is waited for at most for the command timeout.
     *
     * @param maxAttempts how often to attempt it, at least once
     * @param work collects the commands
     * @param <R> what the reply becomes
     * @return the value of the reply
     * @throws CarmineConflictException if others have changed a watched key in each attempt; nothing was executed
     * @throws CarminePipelineException if some commands failed, as in {@link #multi(Command...)}
     * @throws CarmineUnansweredException if there is no reply; its fate is that of the whole transaction if {@code EXEC}
     *     was under way, and before that nothing was executed whatever it says
     * @throws IllegalArgumentException if {@code maxAttempts} is not positive
     * @see <a href="https://redis.io/docs/latest/develop/using-commands/transactions/">Transactions</a>
     */
    public <R extends @Nullable Object> R transaction(
            int maxAttempts, Function<? super Transaction, ? extends Reply<? extends R>> work) {
        return new TransactionLoop(dispatcher, timeout, maxAttempts).run(work);
    }

    /**
     * Lends a dedicated connection to a function. Commands that change the state of a connection are allowed on it, but
     * for a few that a {@link Session} names; if there were any, or a reply is missing at the end, it is closed, so that nobody inherits its state. It is waited
     * for at most for the command timeout.
     *
     * @param work what to do; the session ends with it
     * @param <R> what it returns
     * @return what the function returns
     * @throws CarmineTimeoutException if all dedicated connections stayed in use
     */
    public <R extends @Nullable Object> R session(Function<? super Session, ? extends R> work) {
        Link link = dispatcher.borrow("a session", timeout);
        link.endWhenLost(true);
        Session session = Session.of(dispatcher, link, timeout);
        try {
            return work.apply(session);
        } finally {
            boolean clean = session.end();
            link.endWhenLost(false);
            dispatcher.giveBack(link, clean);
        }
    }

    /**
     * Subscribes to a channel: what is published to it after this method has returned goes to the handler, as text.
     * Channels and patterns are text in UTF-8; those that are not cannot be subscribed to.
     *
     * @param channel the channel
     * @param handler handles the messages, one at a time, on a thread of its own
     * @return the subscription, to be closed
     * @throws CarmineServerException if the server refuses
     * @throws CarmineUnansweredException if the server has not confirmed it in time
     */
    public Subscription subscribe(String channel, MessageHandler<String> handler) {
        return subscribe(List.of(channel), TEXT, SubscriptionOptions.defaults(), handler);
    }

    /**
     * Subscribes to channels.
     *
     * @param channels the channels; there may be none yet
     * @param type what messages are read as
     * @param options how messages wait for the handler
     * @param handler handles the messages, one at a time
     * @param <T> what messages are read as
     * @return the subscription, to be closed
     * @see #subscribe(String, MessageHandler)
     */
    public <T> Subscription subscribe(
            Collection<String> channels,
            TypeRef<T> type,
            SubscriptionOptions options,
            MessageHandler<? super T> handler) {
        return subscribed(Topic.Kind.CHANNEL, channels, type, options, handler);
    }

    /**
     * Subscribes to all channels that match a pattern.
     *
     * @param pattern a pattern with {@code *}, {@code ?}, {@code [ae]} and {@code \\} to escape them
     * @param handler handles the messages; is given the channel of each
     * @return the subscription, to be closed
     * @see #subscribe(String, MessageHandler)
     */
    public Subscription psubscribe(String pattern, MessageHandler<String> handler) {
        return psubscribe(List.of(pattern), TEXT, SubscriptionOptions.defaults(), handler);
    }

    /**
     * Subscribes to all channels that match one of the patterns. A message whose channel matches several comes as often.
     *
     * @param patterns the patterns; there may be none yet
     * @param type what messages are read as
     * @param options how messages wait for the handler
     * @param handler handles the messages, one at a time
     * @param <T> what messages are read as
     * @return the subscription, to be closed
     * @see #psubscribe(String, MessageHandler)
     */
    public <T> Subscription psubscribe(
            Collection<String> patterns,
            TypeRef<T> type,
            SubscriptionOptions options,
            MessageHandler<? super T> handler) {
        return subscribed(Topic.Kind.PATTERN, patterns, type, options, handler);
    }

    /**
     * Subscribes to a channel of a shard, to which {@code SPUBLISH} publishes. Needs Redis 7.0.
     *
     * @param channel the channel
     * @param handler handles the messages
     * @return the subscription, to be closed
     * @see #subscribe(String, MessageHandler)
     */
    public Subscription ssubscribe(String channel, MessageHandler<String> handler) {
        return ssubscribe(List.of(channel), TEXT, SubscriptionOptions.defaults(), handler);
    }

    /**
     * Subscribes to channels of a shard. Needs Redis 7.0.
     *
     * @param channels the channels; there may be none yet
     * @param type what messages are read as
     * @param options how messages wait for the handler
     * @param handler handles the messages, one at a time
     * @param <T> what messages are read as
     * @return the subscription, to be closed
     * @see #ssubscribe(String, MessageHandler)
     */
    public <T> Subscription ssubscribe(
            Collection<String> channels,
            TypeRef<T> type,
            SubscriptionOptions options,
            MessageHandler<? super T> handler) {
        return subscribed(Topic.Kind.SHARD, channels, type, options, handler);
    }

    private <T> Subscription subscribed(
            Topic.Kind kind,
            Collection<String> names,
            TypeRef<T> type,
            SubscriptionOptions options,
            MessageHandler<? super T> handler) {
        return Subscription.start(
                dispatcher.subscriptions(), kind, names, dispatcher.delivery(type, options, handler), timeout);
    }

    /**
     * Shows every command that the server runs from now on to a handler ({@code MONITOR}). It takes a connection of its
     * own, and a part of the server's throughput.
     *
     * @param handler handles the commands, one at a time, on a thread of its own
     * @return the monitor, to be closed
     * @throws CarmineServerException if the server refuses
     * @throws CarmineUnansweredException if the server has not confirmed it in time
     */
    public Monitor monitor(MonitorHandler handler) {
        return monitor(SubscriptionOptions.defaults(), handler);
    }

    /**
     * Shows every command that the server runs from now on to a handler ({@code MONITOR}).
     *
     * @param options how commands wait for the handler
     * @param handler handles the commands, one at a time
     * @return the monitor, to be closed
     * @see #monitor(MonitorHandler)
     */
    public Monitor monitor(SubscriptionOptions options, MonitorHandler handler) {
        return Monitor.start(dispatcher.monitors(), dispatcher.delivery(options, handler), timeout);
    }

    /**
     * A view of this client with another command timeout. It shares everything else with this client; closing a view
     * does nothing.
     *
     * @param timeout bounds each call, with all it may wait for
     * @return a view
     * @throws IllegalArgumentException if the timeout is shorter than a millisecond
     */
    public Carmine withTimeout(Duration timeout) {
        Durations.requireAtLeast("timeout", timeout, Duration.ofMillis(1));
        return new Carmine(dispatcher, timeout.toNanos(), false);
    }

    /**
     * How long a call waits at most, with all it may wait for.
     *
     * @return the command timeout of this client, or of this {@linkplain #withTimeout view}
     */
    public Duration timeout() {
        return Duration.ofNanos(timeout);
    }

    /**
     * Which server this is: as it has said when the shared connection was last made, so that nothing is sent for this.
     * Where it has not said so, because there was no connection yet ({@link ClientOptions.Builder#connectLazily}) or a
     * user on RESP2 may not ask, it is asked with {@code INFO}.
     *
     * @return its name and version; of another server after a reconnect to one, so do not keep it for long
     * @throws CarmineServerException if the user may not use {@code INFO} and the server did not say it otherwise
     * @throws CarmineUnansweredException if there is no connection, and was none before
     */
    public ServerVersion server() {
        return dispatcher.server(timeout);
    }

    /**
     * What the client looks like now.
     *
     * @return a snapshot
     */
    public ClientStats stats() {
        return dispatcher.stats();
    }

    /**
     * Takes no more calls, waits for the replies to those under way, and closes all connections. Calls that have no
     * reply by then fail, and so do later ones. May be called by any thread, repeatedly.
     *
     * @param timeout how long to wait for replies
     */
    public void close(Duration timeout) {
        if (owner) {
            dispatcher.close(
                    Durations.requireAtLeast("timeout", timeout, Duration.ZERO).toNanos());
        }
    }

    /** Closes, and waits at most two seconds for replies. */
    @Override
    public void close() {
        close(CLOSE_TIMEOUT);
    }

    /** Where the server is, and whether the client is closed: {@code Carmine[localhost:6379, closed]}. */
    @Override
    public String toString() {
        return "Carmine[" + dispatcher + "]";
    }
}
