package dev.carmine.client.internal.wire;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineOverloadException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.client.internal.command.EncodedCommand;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one node that many callers share. Callers push calls on a queue; the {@link Lead} says who writes and
 * reads: a caller of a platform thread while its call is alone, else the link's {@link LinkThread}.
 *
 * <p>Thread-safe. What a call waits for is bounded by its deadline: room, the connection, the reply.
 */
public final class Link implements AutoCloseable {
    private final long opened = System.nanoTime();
    private final LinkSettings settings;
    private final Room room;
    private final SubmissionQueue submissions = new SubmissionQueue();
    private final Lead lead = new Lead();
    private final Doorbell bell;
    private final Conversation conversation;
    private final LinkThread thread;

    /** Opens a link; it connects on its own thread. */
    public Link(LinkSettings settings) {
        this.settings = settings;
        this.room = new Room(settings.maxCommands(), settings.maxBytes());
        try {
            this.bell = new Doorbell();
        } catch (IOException e) {
            throw new CarmineConnectionException(
                    "the system gives no selector for " + settings.node() + ": are there too many open files?",
                    Fate.NOT_SENT,
                    e);
        }
        try {
            this.conversation = new Conversation(settings, room, submissions, bell);
            this.thread = new LinkThread(settings, lead, submissions, bell, conversation);
            thread.start();
        } catch (Throwable e) {
            bell.close();
            throw e;
        }
    }

    /**
     * Completes with the first attempt to connect: normally, or with an {@link IOException}.
     *
     * @return a future that is not to be completed by the caller
     */
    public CompletableFuture<?> firstAttempt() {
        return thread.firstAttempt();
    }

    /**
     * Runs a command and waits for its value.
     *
     * @param timeout in nanoseconds, for everything together
     */
    public <T extends @Nullable Object> T call(EncodedCommand<T> command, long timeout) {
        SingleCall call = new SingleCall(command, Thread.currentThread(), deadline(timeout));
        perform(call, timeout);
        return Unchecked.cast(call.result());
    }

    /**
     * Runs commands unbroken and waits for their values.
     *
     * @param timeout in nanoseconds, for everything together
     */
    public PipelineOutcome callAll(EncodedCommand<?>[] commands, long timeout) {
        BatchCall call = new BatchCall(commands, Thread.currentThread(), deadline(timeout));
        perform(call, timeout);
        return PipelineOutcome.of(call);
    }

    /**
     * Runs a transaction and waits for its outcome.
     *
     * @param commands from {@code MULTI} to {@code EXEC}
     * @param timeout in nanoseconds, for everything together
     */
    public TransactionOutcome callTransaction(EncodedCommand<?>[] commands, long timeout) {
        TransactionCall call = TransactionCall.sent(commands, Thread.currentThread(), deadline(timeout));
        perform(call, timeout);
        return TransactionOutcome.of(call);
    }

    /**
     * Runs a transaction that is never sent again, because keys are watched for it, which would be forgotten.
     *
     * @param commands from {@code MULTI} to {@code EXEC}
     * @param timeout in nanoseconds, for everything together
     */
    public TransactionOutcome callTransactionOnce(EncodedCommand<?>[] commands, long timeout) {
        TransactionCall call = TransactionCall.sentOnce(commands, Thread.currentThread(), deadline(timeout));
        perform(call, timeout);
        return TransactionOutcome.of(call);
    }

    /**
     * Runs a command without waiting.
     *
     * @param timeout in nanoseconds, for everything together
     */
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(EncodedCommand<T> command, long timeout) {
        ReplyFuture<T> future = new ReplyFuture<>(settings.callbacks());
        start(new SingleCall(command, future, deadline(timeout)), future);
        return future;
    }

    /**
     * Runs commands unbroken without waiting.
     *
     * @param timeout in nanoseconds, for everything together
     */
    public CompletableFuture<List<@Nullable Object>> callAllAsync(EncodedCommand<?>[] commands, long timeout) {
        ReplyFuture<List<@Nullable Object>> future = new ReplyFuture<>(settings.callbacks());
        start(new BatchCall(Arrays.copyOf(commands, commands.length), future, deadline(timeout)), future);
        return future;
    }

    /**
     * Runs a transaction without waiting.
     *
     * @param commands from {@code MULTI} to {@code EXEC}
     * @param timeout in nanoseconds, for everything together
     */
    public CompletableFuture<List<@Nullable Object>> callTransactionAsync(EncodedCommand<?>[] commands, long timeout) {
        ReplyFuture<List<@Nullable Object>> future = new ReplyFuture<>(settings.callbacks());
        start(TransactionCall.sent(commands, future, deadline(timeout)), future);
        return future;
    }

    /**
     * Whether the server has answered the call of a future, so that nothing of it is under way any more.
     *
     * @param future what one of the asynchronous methods has returned
     */
    public static boolean isAnswered(CompletableFuture<?> future) {
        return future instanceof ReplyFuture<?> reply && reply.isAnswered();
    }

    /**
     * Which server the connection leads to, or the last one did if there is none now.
     *
     * @return null if there was no connection yet, or the server did not say
     */
    public @Nullable ServerVersion server() {
        return thread.server();
    }

    /** How many commands are queued or in flight. */
    public int commandsInFlight() {
        return room.commands();
    }

    /** Whether the link has ended or is about to. */
    public boolean isClosed() {
        return thread.isClosing();
    }

    private static long deadline(long timeout) {
        return System.nanoTime() + Math.min(timeout, Call.FOR_EVER);
    }

    private void start(Call call, ReplyFuture<?> future) {
        StackProbe.requireSpace();
        future.belongsTo(call);
        if (thread.isClosing()) {
            future.completeExceptionally(closed(call));
        } else if (!room.tryEnter(call.commands(), call.bytes())) {
            future.completeExceptionally(
                    new CarmineOverloadException(call.name() + " on " + settings.node() + " was not sent: "
                            + room.describe() + "; wait for replies before sending more, or raise the limit"));
        } else {
            submit(call);
        }
    }

    private void perform(Call call, long timeout) {
        StackProbe.requireSpace();
        if (thread.isClosing()) {
            throw closed(call);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(call, Fate.NOT_SENT, null);
        }
        enterRoom(call, timeout);
        // What waits in the queue may be this thread's own, and was there first.
        if (call.isSelfTimed() && submissions.isEmpty() && lead.tryLeadAlone()) {
            leadAlone(call);
        } else {
            submit(call);
        }
        awaitEnd(call, timeout);
    }

    private void enterRoom(Call call, long timeout) {
        if (room.tryEnter(call.commands(), call.bytes())) {
            return;
        }
        try {
            if (!room.enterWithin(call.commands(), call.bytes(), call.deadline - System.nanoTime())) {
                throw late(call, timeout, Fate.NOT_SENT, "waiting for room: " + room.describe());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call, Fate.NOT_SENT, e);
        }
    }

    /** Leaves a call to whoever has the lead, and makes sure that somebody does. */
    private void submit(Call call) {
        submissions.push(call);
        signal();
    }

    private void signal() {
        switch (lead.holder()) {
            case NONE -> {
                // Whoever takes the lead before us looks at the queue after that, and finds the call.
                if (lead.tryGiveToWire()) {
                    thread.wake();
                }
            }
            case CALLER, WIRE -> bell.ring();
            case CLOSED -> conversation.failSubmitted(thread.endReason(), thread.lastFailure());
        }
    }

    /** Sends the call and reads its reply in the caller's own thread, as long as it is alone; by the lead's holder. */
    private void leadAlone(Call call) {
        boolean quiet = false;
        try {
            quiet = conversation.holdAlone(call);
        } catch (Throwable e) {
            // Whatever it is, the wire is in doubt, and its thread will deal with it.
            conversation.breakOff(e);
        }
        if (quiet) {
            lead.releaseAlone();
            if (!submissions.isEmpty() || thread.isClosing() || conversation.isAuthenticationDue()) {
                signal();
            }
        } else {
            lead.handOver();
            thread.wake();
        }
    }

    /** Waits until the call is done, or leaves it. */
    private void awaitEnd(Call call, long timeout) {
        boolean selfTimed = call.isSelfTimed();
        while (!call.isDone()) {
            if (Thread.currentThread().isInterrupted()) {
                Fate fate = call.abandon();
                if (fate != null) {
                    throw interrupted(call, fate, null);
                }
            } else if (!selfTimed) {
                // A timed park costs a virtual thread a timer; the holder of the lead watches the deadline for it.
                LockSupport.park(this);
            } else {
                long rest = call.deadline - System.nanoTime();
                if (rest > 0) {
                    LockSupport.parkNanos(this, rest);
                } else {
                    Fate fate = call.abandon();
                    if (fate != null) {
                        throw late(call, timeout, fate, thread.whatItDoes());
                    }
                }
            }
        }
    }

    private CarmineConnectionException closed(Call call) {
        return new CarmineConnectionException(
                call.name() + " on " + settings.node() + " was not sent: " + thread.endReason(),
                Fate.NOT_SENT,
                thread.lastFailure());
    }

    private CarmineInterruptedException interrupted(Call call, Fate fate, @Nullable Throwable cause) {
        return new CarmineInterruptedException(
                call.name() + " on " + settings.node() + ": the calling thread was interrupted ("
                        + Failure.describe(fate) + ")",
                fate,
                cause);
    }

    private CarmineTimeoutException late(Call call, long timeout, Fate fate, String phase) {
        return new CarmineTimeoutException(
                call.name() + " on " + settings.node() + " got no reply within "
                        + TimeUnit.NANOSECONDS.toMillis(timeout) + " ms (" + Failure.describe(fate) + "); " + phase,
                fate,
                thread.lastFailure());
    }

    /**
     * Says whether the link is to end with its connection, because that has a state which another one would lack.
     *
     * @param fragile whether it is so from now on
     */
    public void endWhenLost(boolean fragile) {
        thread.endWhenLost(fragile);
    }

    /**
     * Says that nobody has the link for the time being: it then ends with its connection, or by itself.
     *
     * @param nanos after how long it ends by itself
     */
    public void layAside(long nanos) {
        thread.layAside(nanos);
    }

    /**
     * Has something done if the link is not laid aside or closed in time.
     *
     * @param nanos how long that may take
     * @param afterwards what to do then, once; on the link's thread, so it must neither block nor throw
     */
    public void watch(long nanos, Runnable afterwards) {
        thread.watch(nanos, afterwards);
    }

    /** How long ago the link was opened, in nanoseconds. */
    public long age() {
        return System.nanoTime() - opened;
    }

    /**
     * Says that somebody has the link again: it then makes a lost connection anew, and authenticates with the newest
     * credentials before the first call.
     *
     * @return false if it has ended meanwhile
     */
    public boolean takeUp() {
        if (!thread.takeUp()) {
            return false;
        }
        conversation.renewCredentials();
        return true;
    }

    /**
     * Has the link authenticate with the newest credentials at once if it is connected; if it is not, it does so when it
     * connects.
     */
    public void renewCredentials() {
        conversation.renewCredentials();
        if (conversation.isAuthenticationDue()) {
            signal();
        }
    }

    /**
     * Takes no more calls, waits for those under way, and ends the link.
     *
     * @param timeout how long to wait, in nanoseconds; what has no reply then fails
     */
    public void close(long timeout) {
        closeWithin(timeout);
        awaitEnd(timeout + settings.connectTimeout());
    }

    /** Ends the link at once and waits for its thread; what is under way fails. */
    @Override
    public void close() {
        close(0);
    }

    /**
     * Ends the link at once and waits for its thread, also if the calling thread was interrupted before; what is under way
     * fails.
     *
     * @param timeout the longest wait, in nanoseconds
     */
    public void endNow(long timeout) {
        boolean interrupted = Thread.interrupted();
        try {
            closeWithin(0);
            awaitEnd(timeout);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the link at once without waiting for its thread; what is under way fails. */
    public void closeSoon() {
        closeWithin(0);
    }

    /**
     * Waits for the link's thread to end after it was told to, or for an interrupt of the waiting thread.
     *
     * @param timeout the longest wait, in nanoseconds
     */
    public void awaitEnd(long timeout) {
        thread.awaitEnd(timeout);
    }

    /**
     * Takes no more calls and ends the link when those under way are done, without waiting for that.
     *
     * @param timeout how long they may take, in nanoseconds
     */
    public void closeWithin(long timeout) {
        thread.closeWithin(timeout);
        conversation.keepCallersFromLeading();
        signal();
        thread.wake();
    }

    @Override
    public String toString() {
        return "Link[" + settings.node() + ", " + lead.holder() + "]";
    }
}
