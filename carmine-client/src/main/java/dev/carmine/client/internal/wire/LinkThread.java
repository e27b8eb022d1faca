package dev.carmine.client.internal.wire;

import dev.carmine.client.Protocol;
import dev.carmine.client.ServerVersion;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The thread of a link. While it holds the lead it connects, writes and reads; while callers lead by themselves it
 * rests, and takes the lead back when they have not come for a moment, to notice a server that hangs up. It never runs
 * user code.
 */
final class LinkThread implements Runnable {
    private static final System.Logger LOG = System.getLogger(LinkThread.class.getName());

    /** So many calls in a row must have been alone before callers are given the lead. */
    private static final int SOLITARY_CALLS = 32;

    /** So long nobody must have called before the thread takes the lead back. */
    private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(1);

    /** A connection that has lasted for so long was a good one: the next attempts begin with short waits again. */
    private static final long GOOD_CONNECTION = TimeUnit.SECONDS.toNanos(1);

    private static final String CLOSED = "the client is closed";

    private static final String IDLE = "the connection was idle for too long, or is too old";

    private final LinkSettings settings;
    private final Lead lead;
    private final SubmissionQueue submissions;
    private final Doorbell bell;
    private final Conversation conversation;
    private final Connector connector;
    private final Backoff backoff;
    private final Thread thread;
    private final CompletableFuture<Protocol> firstAttempt = new CompletableFuture<>();
    private final BooleanSupplier workThere = this::isReasonToWake;

    /** When the next attempt to connect is due, and when the last one succeeded; confined to the thread. */
    private long nextAttempt = System.nanoTime();

    private long connectedAt;

    /** The {@link #closeAt} that the thread acts on, once it does on {@link #closing}; confined to the thread. */
    private @Nullable Long closingSeen;

    /** How long the thread rests while callers lead; confined to the thread. */
    private long rest = GRACE;

    /** Why there is no connection; null while there is one. */
    private volatile @Nullable Throwable lastFailure;

    /** Which server the newest connection leads to; null if there was none yet, or it did not say. */
    private volatile @Nullable ServerVersion server;

    /** Keeps two closers from mixing up their times. */
    private final ReentrantLock closingLock = new ReentrantLock();

    /** When the link must have ended; written before {@link #closing}. */
    private volatile long closeAt;

    private volatile boolean closing;

    /** Why the link takes no more calls; read only while {@link #closing}. */
    private volatile String endReason = CLOSED;

    /** Whether the link ends with its connection, whatever is under way. */
    private volatile boolean fragile;

    private final Use use = new Use();

    /** Until when the thread last meant to sleep; written before it declares itself asleep. */
    private volatile long wakesAt = System.nanoTime();

    LinkThread(
            LinkSettings settings, Lead lead, SubmissionQueue submissions, Doorbell bell, Conversation conversation) {
        this.settings = settings;
        this.lead = lead;
        this.submissions = submissions;
        this.bell = bell;
        this.conversation = conversation;
        this.connector = new Connector(settings, bell);
        this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff(), new SplittableRandom());
        this.thread = new Thread(this, settings.threadName());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** By any thread. */
    void wake() {
        LockSupport.unpark(thread);
    }

    CompletableFuture<Protocol> firstAttempt() {
        return firstAttempt;
    }

    boolean isClosing() {
        return closing;
    }

    /** Why the link takes no more calls, once it is closing; by any thread. */
    String endReason() {
        return endReason;
    }

    @Nullable Throwable lastFailure() {
        return lastFailure;
    }

    /** See {@link Link#server}; by any thread. */
    @Nullable ServerVersion server() {
        return server;
    }

    /** What the link does at this moment, in words for an error message; by any thread. */
    String whatItDoes() {
        Throwable failure = lastFailure;
        if (failure != null) {
            return "there is no connection: " + failure.getMessage();
        }
        return firstAttempt.isDone()
                ? "the connection is up and the server has not replied"
                : "the first attempt to connect is still under way";
    }

    /** See {@link Link#endWhenLost}; by any thread. */
    void endWhenLost(boolean fragile) {
        this.fragile = fragile;
    }

    /** See {@link Link#layAside}; by any thread. */
    void layAside(long nanos) {
        use.layAside(nanos);
        lookWithin(nanos);
    }

    /** See {@link Link#watch}; by any thread. */
    void watch(long nanos, Runnable afterwards) {
        use.limit(nanos, afterwards);
        lookWithin(nanos);
    }

    /** Wakes the thread if it means to sleep for longer; either it sees the changed use, or we see until when. */
    private void lookWithin(long nanos) {
        if (wakesAt - System.nanoTime() > nanos) {
            bell.ring();
        }
    }

    /** See {@link Link#takeUp}; by any thread. */
    boolean takeUp() {
        return use.takeUp() && !closing;
    }

    /** Asks the thread to end; by any thread, which must then wake it. */
    void closeWithin(long nanos) {
        long at = System.nanoTime() + nanos;
        closingLock.lock();
        try {
            if (!closing || at - closeAt < 0) {
                closeAt = at;
                closing = true;
            }
        } finally {
            closingLock.unlock();
        }
    }

    /** Waits until the thread has ended, the time is over, or the waiting thread is interrupted. */
    void awaitEnd(long nanos) {
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (lead.holder() != Lead.Holder.CLOSED) {
                if (lead.holder() == Lead.Holder.WIRE) {
                    turn();
                } else {
                    rest();
                }
            }
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.ERROR, settings.threadName() + " ends because of an unexpected failure", e);
            lastFailure = e;
            end("the client has failed: " + e);
        } finally {
            if (lead.holder() == Lead.Holder.WIRE) {
                lead.close(); // even the orderly end has failed: nobody must wait for this thread
                conversation.failSubmitted(endReason, lastFailure);
            }
            settings.listener().ended();
        }
    }

    private void rest() {
        long seen = conversation.loneCalls();
        LockSupport.parkNanos(this, rest);
        use.keepLimit(System.nanoTime());
        if (conversation.loneCalls() != seen) {
            rest = GRACE;
        } else if (lead.holder() == Lead.Holder.NONE) {
            rest = GRACE;
            lead.tryGiveToWire();
        } else {
            rest = Math.min(rest * 2, LONGEST_REST);
        }
    }

    private void turn() {
        try {
            // An interrupt is nobody's business here, and would keep every wait from waiting.
            Thread.interrupted();
            Throwable doubt = conversation.takeDoubt();
            if (doubt != null) {
                lost(doubt);
            } else if (conversation.isConnected()) {
                serve();
            } else {
                connect();
            }
        } catch (Throwable e) {
            lost(e);
        }
    }

    private void serve() throws IOException {
        long now = System.nanoTime();
        if (endsBecauseIdle(now)) {
            return;
        }
        conversation.takeIn(now);
        conversation.checkIfIdle(now);
        conversation.send(now);
        if (conversation.isQuiet()) {
            if (closing) {
                end(CLOSED);
                return;
            }
            if (conversation.solitaryCalls() >= SOLITARY_CALLS) {
                leaveToCallers();
                return;
            }
        }
        if (isOutOfTime(now)) {
            end("the client was closed before the reply came");
            return;
        }
        conversation.receive(untilNextEvent(now), workThere);
    }

    private void leaveToCallers() {
        conversation.forgetSolitaryCalls();
        lead.releaseToCallers();
        if (isWorkThere()) {
            lead.tryGiveToWire();
        }
    }

    private void connect() throws IOException {
        long now = System.nanoTime();
        if (endsBecauseIdle(now)) {
            return;
        }
        conversation.takeIn(now);
        if (closing && (conversation.isQuiet() || isOutOfTime(now))) {
            end(CLOSED);
        } else if (nextAttempt - now > 0) {
            bell.await(Math.min(nextAttempt - now, untilNextEvent(now)), workThere);
        } else {
            attempt();
        }
    }

    private void attempt() {
        try {
            Connector.Connected connected = connector.connect(this::pause, conversation::push);
            Protocol protocol = connected.greeting().protocol();
            server = connected.greeting().server();
            conversation.open(connected.wire(), connected.generation());
            connectedAt = System.nanoTime();
            lastFailure = null;
            settings.listener().connected(protocol);
            firstAttempt.complete(protocol);
        } catch (Exception e) {
            failed(e);
        }
    }

    private void pause(long nanos, BooleanSupplier over) throws IOException {
        long now = System.nanoTime();
        conversation.takeIn(now);
        if (closing && (conversation.isQuiet() || isOutOfTime(now))) {
            throw new IOException(CLOSED);
        }
        use.keepLimit(now);
        if (use.isIdleForLongEnough(now)) {
            throw new IOException(IDLE);
        }
        bell.await(Math.min(nanos, untilNextEvent(now)), () -> over.getAsBoolean() || isReasonToWake());
    }

    /** Also a fragile link tries again: a connection that had a state would have ended it when it was lost. */
    private void failed(Exception cause) {
        lastFailure = cause;
        if (cause instanceof ConnectionRefused refused && refused.isAuthentication()) {
            settings.listener().authenticationFailed(String.valueOf(cause.getMessage()));
            conversation.failUnsent("the server refuses the credentials: " + cause.getMessage(), cause);
        }
        reconnectIfWanted(cause);
        firstAttempt.completeExceptionally(cause);
    }

    private void lost(Throwable cause) {
        lastFailure = cause;
        conversation.lose(cause, !fragile && !closing);
        settings.listener().disconnected(cause);
        if (fragile) {
            end("the connection was lost: " + cause.getMessage());
            return;
        }
        if (System.nanoTime() - connectedAt > GOOD_CONNECTION) {
            backoff.reset();
        }
        reconnectIfWanted(cause);
    }

    private void reconnectIfWanted(Throwable cause) {
        if (use.endIfIdle()) {
            end("the connection was lost: " + cause.getMessage());
            return;
        }
        long wait = backoff.next();
        nextAttempt = System.nanoTime() + wait;
        settings.listener().reconnecting(backoff.attempts(), wait, cause);
    }

    private boolean endsBecauseIdle(long now) {
        use.keepLimit(now);
        if (use.isIdleForLongEnough(now) && use.endIfIdle()) {
            end(IDLE);
            return true;
        }
        return false;
    }

    /** Fails what is left and gives the lead up for good. */
    private void end(String reason) {
        endReason = reason;
        closing = true;
        Throwable cause = lastFailure;
        conversation.lose(cause == null ? new IOException(reason) : cause, false);
        conversation.failUnsent(reason, cause);
        lead.close();
        conversation.failSubmitted(reason, cause);
        connector.close();
        bell.close();
        firstAttempt.completeExceptionally(cause == null ? new IOException(reason) : cause);
    }

    private boolean isWorkThere() {
        if (closing && (closingSeen == null || closingSeen != closeAt)) {
            closingSeen = closeAt;
            return true;
        }
        return !submissions.isEmpty() || conversation.isAuthenticationDue();
    }

    private boolean isReasonToWake() {
        return isWorkThere() || use.hasChanged();
    }

    private boolean isOutOfTime(long now) {
        return closing && closeAt - now <= 0;
    }

    private long untilNextEvent(long now) throws IOException {
        long rest = Math.min(conversation.untilNextEvent(now), use.untilNextLook(now));
        if (closing) {
            rest = Math.min(rest, closeAt - now);
        }
        wakesAt = now + rest;
        return rest;
    }
}
