package dev.carmine.client.internal.node;

import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineOverloadException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.ClientStats;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.wire.Link;
import dev.carmine.client.internal.wire.LinkListener;
import dev.carmine.client.internal.wire.LinkSettings;
import dev.carmine.client.internal.wire.PipelineOutcome;
import dev.carmine.client.internal.wire.TransactionOutcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One server: commands that may share a connection go over the shared link, those that block over a dedicated one of
 * their own. All times are in nanoseconds. Thread-safe.
 */
public final class Node implements AutoCloseable {
    /** How long to wait for the end of a connection; it takes no time unless the machine is overloaded. */
    private static final long LONGEST_END = TimeUnit.SECONDS.toNanos(1);

    private final Link shared;
    private final DedicatedPool dedicated;

    /**
     * Makes a node; the shared link begins to connect.
     *
     * @param sharedSettings of the shared link
     * @param dedicatedSettings makes the settings of one more dedicated link, which has this listener
     * @param pool bounds of the dedicated links
     * @param leaks told of borrowers who do not give back what they have borrowed
     */
    public Node(
            LinkSettings sharedSettings,
            Function<LinkListener, LinkSettings> dedicatedSettings,
            PoolOptions pool,
            LeakListener leaks) {
        this.shared = new Link(sharedSettings);
        this.dedicated = new DedicatedPool(
                sharedSettings.node(), pool, listener -> new Link(dedicatedSettings.apply(listener)), leaks);
    }

    /** Completes with the shared link's first attempt to connect. */
    public CompletableFuture<?> firstAttempt() {
        return shared.firstAttempt();
    }

    /**
     * Which server it is, as the shared link's newest connection has learned.
     *
     * @return null if there was no connection yet, or the server did not say
     */
    public @Nullable ServerVersion server() {
        return shared.server();
    }

    /** Has all links use the newest credentials: the shared one at once, each dedicated one when it is lent again. */
    public void renewCredentials() {
        shared.renewCredentials();
    }

    /** Runs a command and waits for its value. */
    public <T extends @Nullable Object> T call(EncodedCommand<T> command, long timeout) {
        if (command.blockNanos() == 0) {
            return shared.call(command, timeout);
        }
        return onDedicated(
                command.name(),
                timeout,
                EncodedCommand.boundOf(timeout, command),
                (link, rest) -> link.call(command, rest),
                v -> true);
    }

    /** Runs commands unbroken and waits for their outcomes. */
    public PipelineOutcome callAll(EncodedCommand<?>[] commands, long timeout) {
        long bound = EncodedCommand.boundOf(timeout, commands);
        if (bound == timeout) {
            return shared.callAll(commands, timeout);
        }
        return onDedicated(
                "a pipeline",
                timeout,
                bound,
                (link, rest) -> link.callAll(commands, rest),
                PipelineOutcome::isAnswered);
    }

    /** Runs a command without waiting. */
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(EncodedCommand<T> command, long timeout) {
        if (command.blockNanos() == 0) {
            return shared.callAsync(command, timeout);
        }
        return onDedicatedAsync(
                command.name(), link -> link.callAsync(command, EncodedCommand.boundOf(timeout, command)));
    }

    /** Runs commands unbroken without waiting. */
    public CompletableFuture<List<@Nullable Object>> callAllAsync(EncodedCommand<?>[] commands, long timeout) {
        long bound = EncodedCommand.boundOf(timeout, commands);
        if (bound == timeout) {
            return shared.callAllAsync(commands, timeout);
        }
        return onDedicatedAsync("a pipeline", link -> link.callAllAsync(commands, bound));
    }

    /** Runs a transaction that watches nothing and waits for its outcome. Nothing blocks in one. */
    public TransactionOutcome callTransaction(EncodedCommand<?>[] commands, long timeout) {
        return shared.callTransaction(commands, timeout);
    }

    /** Runs a transaction that watches nothing without waiting. */
    public CompletableFuture<List<@Nullable Object>> callTransactionAsync(EncodedCommand<?>[] commands, long timeout) {
        return shared.callTransactionAsync(commands, timeout);
    }

    /** Lends a dedicated connection to the user's code; it must be given back or discarded. */
    public Link borrow(String purpose, long timeout) {
        Link link = dedicated.borrow(purpose, System.nanoTime() + timeout);
        dedicated.watch(link);
        return link;
    }

    /** Takes a lent connection back: to be lent again if it is clean, to be closed if not. */
    public void giveBack(Link link, boolean clean) {
        if (clean) {
            dedicated.giveBack(link);
        } else {
            dedicated.discard(link);
        }
    }

    /** What the node looks like now. */
    public ClientStats stats() {
        return new ClientStats(shared.commandsInFlight(), dedicated.stats());
    }

    /** Takes no more calls, waits for those on the shared link, and closes everything. */
    public void close(long timeout) {
        long deadline = System.nanoTime() + timeout;
        dedicated.refuse();
        shared.close(timeout);
        dedicated.close(Math.max(0, deadline - System.nanoTime()));
    }

    @Override
    public void close() {
        close(0);
    }

    /**
     * Does something on a dedicated link.
     *
     * @param timeout how long to wait for the link
     * @param bound how long everything may take
     * @param answered whether a result means that nothing is under way any more
     */
    private <R extends @Nullable Object> R onDedicated(
            String purpose, long timeout, long bound, TimedWork<R> work, Predicate<? super R> answered) {
        long start = System.nanoTime();
        Link link = dedicated.borrow(purpose, start + timeout);
        // The server may still answer what it has not: nobody else must get that, nor what it takes from a list.
        boolean clean = false;
        try {
            R result = work.on(link, bound - (System.nanoTime() - start));
            clean = answered.test(result);
            return result;
        } catch (CarmineUnansweredException e) {
            // What the server might still give it is not to be lost to a caller who has gone: it hears of that first.
            link.endNow(LONGEST_END);
            throw e;
        } catch (RuntimeException e) {
            clean = true;
            throw e;
        } finally {
            giveBack(link, clean);
        }
    }

    /** Something to do on a link within a time. */
    private interface TimedWork<R extends @Nullable Object> {
        R on(Link link, long timeout);
    }

    private <R extends @Nullable Object> CompletableFuture<R> onDedicatedAsync(
            String purpose, Function<Link, CompletableFuture<R>> work) {
        Link link;
        try {
            link = dedicated.tryBorrow(purpose);
        } catch (CarmineException e) {
            return CompletableFuture.failedFuture(e);
        }
        if (link == null) {
            return CompletableFuture.failedFuture(new CarmineOverloadException(purpose
                    + " was not sent: all dedicated connections are in use; raise PoolOptions.maxSize, or wait for"
                    + " replies before sending more"));
        }
        CompletableFuture<R> future;
        try {
            future = work.apply(link);
        } catch (Throwable e) {
            dedicated.discard(link);
            throw e;
        }
        // Cancelled, or completed by somebody else: the server may still answer.
        CompletableFuture<?> unused = future.whenComplete((value, e) -> giveBack(link, Link.isAnswered(future)));
        return future;
    }
}
