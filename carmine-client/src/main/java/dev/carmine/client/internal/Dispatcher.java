package dev.carmine.client.internal;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.ClientStats;
import dev.carmine.client.Command;
import dev.carmine.client.Endpoint;
import dev.carmine.client.Fate;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.MonitorHandler;
import dev.carmine.client.MonitoredCommand;
import dev.carmine.client.Serializer;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.SubscriptionOptions;
import dev.carmine.client.TypeRef;
import dev.carmine.client.command.Server;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.command.ScriptText;
import dev.carmine.client.internal.node.Node;
import dev.carmine.client.internal.pubsub.Delivery;
import dev.carmine.client.internal.pubsub.MonitorLine;
import dev.carmine.client.internal.pubsub.Monitors;
import dev.carmine.client.internal.pubsub.Subscriptions;
import dev.carmine.client.internal.reply.VersionDecoders;
import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.client.internal.wire.CredentialsSource;
import dev.carmine.client.internal.wire.Link;
import dev.carmine.client.internal.wire.LinkListener;
import dev.carmine.client.internal.wire.LinkSettings;
import dev.carmine.client.internal.wire.ListeningLink;
import dev.carmine.client.internal.wire.PipelineOutcome;
import dev.carmine.client.internal.wire.TransactionOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all views of one client share: it owns the node and the callback executor, refuses what must not run on a shared
 * connection, and reports to the observer. All times are in nanoseconds. Thread-safe.
 */
public final class Dispatcher implements AutoCloseable {
    /** Numbers the clients of this JVM, for the names of their threads. */
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    /** What servers say if they do not know a digest; a script that says it itself says it in other words, or lies. */
    private static final Pattern UNKNOWN_SCRIPT = Pattern.compile("\\w+: NOSCRIPT No matching script.*");

    /** Asks which server it is. */
    private static final EncodedCommand<@Nullable ServerVersion> WHICH_SERVER =
            EncodedCommand.of(Server.info("server")).readBy(VersionDecoders.OF_INFO);

    private final Endpoint endpoint;
    private final Node node;
    private final Executor callbacks;

    /** The executor that the client has made for itself; null if it was given one. */
    private final @Nullable ExecutorService ownCallbacks;

    /** Runs what handles messages. */
    private final ExecutorService handlers = Callbacks.handlers();

    private final Subscriptions subscriptions;
    private final Monitors monitors;
    private final Observation observation;
    private final CredentialsSource credentials;

    /** Gives the serializer when the first object comes: to make the default one takes time and memory. */
    private final Supplier<Serializer> serializer;

    private Dispatcher(ClientOptions options) {
        this.endpoint = options.endpoint();
        this.serializer = options::serializer;
        this.observation = Observation.by(options.observer());
        Executor given = options.callbackExecutor();
        this.ownCallbacks = given == null ? Callbacks.executor() : null;
        this.callbacks = ownCallbacks == null ? Objects.requireNonNull(given) : ownCallbacks;
        this.credentials = CredentialsSource.of(options.credentials());
        Settings settings = new Settings(options, callbacks, credentials, CLIENTS.incrementAndGet());
        try {
            EventForwarder events = new EventForwarder(settings.node(), options.listener(), callbacks);
            this.node = new Node(settings.shared(events), settings::dedicated, options.pool(), events::leakSuspected);
        } catch (Throwable e) {
            credentials.close();
            throw e;
        }
        this.subscriptions =
                new Subscriptions(settings.node(), audience -> new ListeningLink(settings.subscriptions(), audience));
        this.monitors = new Monitors(settings.node(), audience -> new ListeningLink(settings.monitor(), audience));
        credentials.afterPush(this::renewCredentials);
        node.renewCredentials(); // for what was pushed while there was no node
    }

    private void renewCredentials() {
        node.renewCredentials();
        subscriptions.renewCredentials();
        monitors.renewCredentials();
    }

    /**
     * Connects as the options say.
     *
     * @throws CarmineConnectionException if the first attempt fails and the options do not leave it to the background
     */
    public static Dispatcher connect(ClientOptions options) {
        Dispatcher dispatcher = new Dispatcher(options);
        if (!options.isLazy()) {
            try {
                dispatcher.awaitFirstAttempt(options);
            } catch (RuntimeException e) {
                dispatcher.close(0);
                throw e;
            }
        }
        return dispatcher;
    }

    private void awaitFirstAttempt(ClientOptions options) {
        String what = "connecting to " + options.endpoint() + " failed: ";
        try {
            // The attempt bounds itself; the margin is for a machine that is slow to start a thread.
            long bound = options.connectTimeout().toNanos() + TimeUnit.SECONDS.toNanos(5);
            node.firstAttempt().get(bound, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CarmineConnectionException(what + cause.getMessage(), Fate.NOT_SENT, cause);
        } catch (TimeoutException e) {
            throw new CarmineConnectionException(what + "no answer in time", Fate.NOT_SENT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CarmineInterruptedException(what + "the thread was interrupted", Fate.NOT_SENT, e);
        }
    }

    /** Runs a command and waits for its value. */
    public <T extends @Nullable Object> T call(Command<T> command, long timeout) {
        EncodedCommand<T> encoded = sharable(command);
        if (observation.isOff()) {
            return run(encoded, timeout);
        }
        return observation.of(encoded.name(), () -> run(encoded, timeout));
    }

    /** Runs a command without waiting. */
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(Command<T> command, long timeout) {
        EncodedCommand<T> encoded;
        try {
            encoded = sharable(command);
        } catch (CarmineSerializationException e) {
            return CompletableFuture.failedFuture(e);
        }
        if (observation.isOff()) {
            return runAsync(encoded, timeout);
        }
        return observation.ofAsync(encoded.name(), () -> runAsync(encoded, timeout));
    }

    /** Runs commands unbroken and waits for their outcomes. */
    public PipelineOutcome callAll(Collection<? extends Command<?>> commands, long timeout) {
        EncodedCommand<?>[] encoded = sharable(commands);
        if (encoded.length == 0) {
            return PipelineOutcome.EMPTY;
        }
        if (observation.isOff()) {
            return node.callAll(encoded, timeout);
        }
        return observation.of("PIPELINE", () -> node.callAll(encoded, timeout));
    }

    /** Runs commands unbroken without waiting. */
    public CompletableFuture<List<@Nullable Object>> callAllAsync(
            Collection<? extends Command<?>> commands, long timeout) {
        EncodedCommand<?>[] encoded;
        try {
            encoded = sharable(commands);
        } catch (CarmineSerializationException e) {
            return CompletableFuture.failedFuture(e);
        }
        if (encoded.length == 0) {
            return CompletableFuture.completedFuture(List.of());
        }
        if (observation.isOff()) {
            return node.callAllAsync(encoded, timeout);
        }
        return observation.ofAsync("PIPELINE", () -> node.callAllAsync(encoded, timeout));
    }

    /** Runs commands as a transaction and waits for their values. */
    public List<@Nullable Object> multi(Collection<? extends Command<?>> commands, long timeout) {
        EncodedCommand<?>[] framed = Transactions.framed(sharable(commands));
        if (commands.isEmpty()) {
            return List.of();
        }
        if (observation.isOff()) {
            return node.callTransaction(framed, timeout).valuesOrThrow();
        }
        return observation
                .of("MULTI", () -> node.callTransaction(framed, timeout))
                .valuesOrThrow();
    }

    /** Runs commands as a transaction without waiting. */
    public CompletableFuture<List<@Nullable Object>> multiAsync(
            Collection<? extends Command<?>> commands, long timeout) {
        EncodedCommand<?>[] framed;
        try {
            framed = Transactions.framed(sharable(commands));
        } catch (CarmineSerializationException e) {
            return CompletableFuture.failedFuture(e);
        }
        if (commands.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        if (observation.isOff()) {
            return node.callTransactionAsync(framed, timeout);
        }
        return observation.ofAsync("MULTI", () -> node.callTransactionAsync(framed, timeout));
    }

    /** Runs a command on a lent connection and waits for its value. */
    public <T extends @Nullable Object> T callOn(Link link, EncodedCommand<T> command, long timeout) {
        EncodedCommand<T> ready = ready(command);
        long bound = EncodedCommand.boundOf(timeout, ready);
        if (observation.isOff()) {
            return runOn(link, ready, bound);
        }
        return observation.of(ready.name(), () -> runOn(link, ready, bound));
    }

    /** Runs commands unbroken on a lent connection and waits for their outcomes. */
    public PipelineOutcome callAllOn(Link link, EncodedCommand<?>[] commands, long timeout) {
        EncodedCommand<?>[] ready = ready(commands);
        long bound = EncodedCommand.boundOf(timeout, ready);
        if (observation.isOff()) {
            return link.callAll(ready, bound);
        }
        return observation.of("PIPELINE", () -> link.callAll(ready, bound));
    }

    /** Runs a transaction on a lent connection, on which keys are watched perhaps, and waits for its outcome. */
    public TransactionOutcome multiOn(Link link, EncodedCommand<?>[] commands, long timeout) {
        EncodedCommand<?>[] framed = Transactions.framed(ready(commands));
        if (observation.isOff()) {
            return link.callTransactionOnce(framed, timeout);
        }
        return observation.of("MULTI", () -> link.callTransactionOnce(framed, timeout));
    }

    private <T extends @Nullable Object> T run(EncodedCommand<T> command, long timeout) {
        return command.spec().script() == null ? node.call(command, timeout) : runScript(command, timeout, node::call);
    }

    private static <T extends @Nullable Object> T runOn(Link link, EncodedCommand<T> command, long timeout) {
        return command.spec().script() == null ? link.call(command, timeout) : runScript(command, timeout, link::call);
    }

    /** Waits for the value of a command; one that runs a script says its text if the server does not know it. */
    private static <T extends @Nullable Object> T runScript(EncodedCommand<T> command, long timeout, Caller caller) {
        long deadline = System.nanoTime() + timeout;
        try {
            return caller.call(command, timeout);
        } catch (CarmineServerException e) {
            if (!isUnknownScript(e)) {
                throw e;
            }
            return caller.call(command.withScriptText(), rest(deadline, e));
        }
    }

    private <T extends @Nullable Object> CompletableFuture<T> runAsync(EncodedCommand<T> command, long timeout) {
        if (command.spec().script() == null) {
            return node.callAsync(command, timeout);
        }
        long deadline = System.nanoTime() + timeout;
        return SecondTry.of(
                node.callAsync(command, timeout),
                Dispatcher::isUnknownScript,
                e -> node.callAsync(command.withScriptText(), rest(deadline, e)));
    }

    /** What is left of a call's time for its second try. */
    private static long rest(long deadline, Throwable cause) {
        long rest = deadline - System.nanoTime();
        if (rest <= 0) {
            throw new CarmineTimeoutException(
                    "the server did not know a script, and no time was left to send its text", Fate.NOT_SENT, cause);
        }
        return rest;
    }

    /** Whether the server has no script with the digest, and has executed nothing. */
    private static boolean isUnknownScript(Throwable e) {
        return e instanceof CarmineServerException error
                && error.code().equals("NOSCRIPT")
                && UNKNOWN_SCRIPT.matcher(String.valueOf(error.getMessage())).matches();
    }

    /** How a command is run and waited for. */
    private interface Caller {
        <T extends @Nullable Object> T call(EncodedCommand<T> command, long timeout);
    }

    /**
     * Which server it is, without waiting: as the newest shared connection has learned.
     *
     * @return null if there was no connection yet, or the server did not say
     */
    public @Nullable ServerVersion serverIfKnown() {
        return node.server();
    }

    /** Which server it is; waits for a connection if there was none yet, and asks the server if it did not say. */
    public ServerVersion server(long timeout) {
        ServerVersion known = serverIfKnown();
        ServerVersion server = known == null ? call(WHICH_SERVER, timeout) : known;
        if (server == null) {
            throw new CarmineProtocolException(
                    "INFO: the reply names no version that is understood; see redis.info(\"server\")", -1, null);
        }
        return server;
    }

    /** Lends a dedicated connection; it must be given back. */
    public Link borrow(String purpose, long timeout) {
        return node.borrow(purpose, timeout);
    }

    /** Takes a dedicated connection back: to be lent again if it is clean, to be closed if not. */
    public void giveBack(Link link, boolean clean) {
        node.giveBack(link, clean);
    }

    /**
     * Prepares the way of messages to a handler.
     *
     * @param type what they are read as
     */
    public <T> Delivery<T> delivery(TypeRef<T> type, SubscriptionOptions options, MessageHandler<? super T> handler) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(handler, "handler");
        return new Delivery<>(
                options, handlers, bytes -> StoredValues.value(serializer, "a message", bytes, type), handler);
    }

    /** Gives the serializer; to be asked when there is an object for it. */
    public Supplier<Serializer> serializer() {
        return serializer;
    }

    /** What all subscriptions of the client share. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Prepares the way of monitored commands to a handler. */
    public Delivery<MonitoredCommand> delivery(SubscriptionOptions options, MonitorHandler handler) {
        return MonitorLine.delivery(options, handlers, handler);
    }

    /** The monitors of the client. */
    public Monitors monitors() {
        return monitors;
    }

    /** What the client looks like now. */
    public ClientStats stats() {
        return node.stats();
    }

    /** Takes no more calls, waits for those under way, and closes everything. */
    public void close(long timeout) {
        long deadline = System.nanoTime() + timeout;
        credentials.close();
        subscriptions.close(timeout);
        monitors.close(Math.max(0, deadline - System.nanoTime()));
        node.close(Math.max(0, deadline - System.nanoTime()));
        handlers.shutdown();
        if (ownCallbacks != null) {
            ownCallbacks.shutdown();
        }
    }

    @Override
    public void close() {
        close(0);
    }

    /** The endpoint, and whether it is closed. */
    @Override
    public String toString() {
        return endpoint + (handlers.isShutdown() ? ", closed" : "");
    }

    private EncodedCommand<?>[] ready(EncodedCommand<?>[] commands) {
        EncodedCommand<?>[] ready = new EncodedCommand<?>[commands.length];
        for (int i = 0; i < commands.length; i++) {
            ready[i] = ready(commands[i]);
        }
        ScriptText.sayFirstUses(ready);
        return ready;
    }

    private EncodedCommand<?>[] sharable(Collection<? extends Command<?>> commands) {
        EncodedCommand<?>[] encoded = new EncodedCommand<?>[commands.size()];
        int i = 0;
        for (Command<?> command : commands) {
            encoded[i++] = sharable(command);
        }
        ScriptText.sayFirstUses(encoded);
        return encoded;
    }

    private <T extends @Nullable Object> EncodedCommand<T> sharable(Command<T> command) {
        EncodedCommand<T> encoded = EncodedCommand.of(command);
        String refusal = encoded.refusal();
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        return ready(encoded);
    }

    /** A command as it is sent: complete, and in the form that suits the server. */
    private <T extends @Nullable Object> EncodedCommand<T> ready(EncodedCommand<T> command) {
        return command.ready(serializer).suited(serverIfKnown());
    }

    /** From the user's options to those of links. */
    private record Settings(
            ClientOptions options,
            Executor callbacks,
            CredentialsSource credentials,
            int client,
            AtomicInteger dedicatedLinks,
            AtomicInteger monitors) {
        Settings(ClientOptions options, Executor callbacks, CredentialsSource credentials, int client) {
            this(options, callbacks, credentials, client, new AtomicInteger(), new AtomicInteger());
        }

        String node() {
            return options.endpoint().toString();
        }

        LinkSettings shared(LinkListener listener) {
            return settings("carmine-" + client + "-wire", listener);
        }

        /** What happens to a dedicated connection its borrower sees; only the pool listens. */
        LinkSettings dedicated(LinkListener listener) {
            String name = "carmine-" + client + "-dedicated-" + dedicatedLinks.incrementAndGet();
            return settings(name, listener);
        }

        LinkSettings subscriptions() {
            return settings("carmine-" + client + "-subscriptions", new LinkListener() {});
        }

        LinkSettings monitor() {
            return settings("carmine-" + client + "-monitor-" + monitors.incrementAndGet(), new LinkListener() {});
        }

        private LinkSettings settings(String threadName, LinkListener listener) {
            return new LinkSettings(
                    threadName,
                    options.endpoint(),
                    options.tls(),
                    credentials,
                    options.clientName(),
                    Version.NUMBER,
                    options.database(),
                    options.protocol(),
                    options.limits().replies(),
                    options.connectTimeout().toNanos(),
                    options.commandTimeout().toNanos(),
                    options.idleCheck().toNanos(),
                    options.reconnect().firstDelay().toNanos(),
                    options.reconnect().longestDelay().toNanos(),
                    options.limits().commandsInFlight(),
                    options.limits().bytesInFlight(),
                    callbacks,
                    options.hostResolver(),
                    listener);
        }
    }
}
