package dev.carmine.mq.internal.worker;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A message that this worker has for a time: from the exchange that has handed it out to the one that settles it. Its
 * time counts from the moment at which the call that gave it was sent, so that it ends here no later than on the server.
 * Thread-safe. Times without a unit are nanoseconds of the engine's clock.
 */
public final class Lease {
    private static final System.Logger LOGGER = System.getLogger("dev.carmine.mq.Worker");

    /** The server counts in whole milliseconds, so that a lease may be shorter there by nearly one. */
    private static final long COARSENESS = Clock.ofMillis(1);

    private final Grant grant;
    private final Clock clock;
    private final Keeper keeper;
    private final long grantedAt;
    private final AtomicReference<@Nullable String> progress = new AtomicReference<>();

    /** How long each extension lasts, in milliseconds: what the exchange has said, or the handler since. */
    private volatile long term;

    private volatile long begin;
    private volatile long end;
    private volatile boolean lost;
    private volatile boolean cancelled;
    private volatile boolean renewed = true;

    /** Whether the last extension may have undone one for another time. */
    private volatile boolean doubtful;

    /** Guards what follows, so that an interruption hits the handler of this message or nobody. */
    private final ReentrantLock running = new ReentrantLock();

    private @Nullable Runnable interruption;
    private boolean interrupted;
    private boolean timedOut;

    /** When the exchange that has handed it out was answered; guarded by the desk's lock. */
    long arrivedAt;

    /** When its handler was given it; guarded by the desk's lock. */
    long begunAt;

    /** When the handler is interrupted; guarded by the desk's lock. */
    long deadline = Clock.NEVER;

    /** Whether its settle waits or is under way; guarded by the desk's lock. */
    boolean finished;

    /**
     * Begins a lease.
     *
     * @param grant the message
     * @param sentAt when the exchange that has handed it out was sent
     * @param clock the engine's
     * @param keeper extends it on the server
     */
    public Lease(Grant grant, long sentAt, Clock clock, Keeper keeper) {
        this.grant = grant;
        this.clock = clock;
        this.keeper = keeper;
        this.grantedAt = sentAt;
        this.term = grant.term();
        extended(sentAt, term);
    }

    /** Extends leases on the server. */
    public interface Keeper {
        /**
         * Extends a lease for the thread that calls, which waits for it.
         *
         * @param lease which one
         * @param millis for how long from now, and from now on with each extension
         * @return false if it was lost
         */
        boolean extend(Lease lease, long millis);

        /** Takes note that a lease has a text that is to be told soon. */
        void progressed();
    }

    /**
     * The message.
     *
     * @return what the exchange has handed out
     */
    public Grant grant() {
        return grant;
    }

    /**
     * How long it lasts from the last extension.
     *
     * @return the time
     */
    public Duration term() {
        return Duration.ofMillis(term);
    }

    /**
     * How long it still lasts, unless it is extended.
     *
     * @return nanoseconds, 0 if it is over
     */
    public long rest() {
        return lost ? 0 : Math.max(0, end - COARSENESS - clock.now());
    }

    /**
     * How long the worker has had the message.
     *
     * @return nanoseconds
     */
    public long heldFor() {
        return clock.now() - grantedAt;
    }

    /**
     * Whether others may have the message by now: the server has said so, it was given back, or the time is over.
     *
     * @return true if what becomes of this handling counts no more
     */
    public boolean isLost() {
        return rest() == 0;
    }

    /**
     * Whether cancelling the message was asked for.
     *
     * @return true if the server has said so
     */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Extends it now, and from now on by this time.
     *
     * @param millis for how long, in milliseconds
     * @return false if it was lost
     */
    public boolean extend(long millis) {
        return !lost && keeper.extend(this, millis);
    }

    /**
     * Text that the next extension takes along; of several the last.
     *
     * @param text what others are to see
     */
    public void progress(String text) {
        progress.set(text);
        keeper.progressed();
    }

    /** Takes the text that is to go along with an extension; empty if there is none. */
    String takeProgress() {
        String text = progress.getAndSet(null);
        return text == null ? "" : text;
    }

    /** Puts back what an extension that failed has taken, unless there is something newer. */
    void giveBackProgress(String text) {
        if (!text.isEmpty()) {
            progress.compareAndSet(null, text);
        }
    }

    /**
     * How long the next extension is to last, in milliseconds. The server is always told, for what it would take by
     * itself may have been changed since.
     */
    long nextTerm() {
        return term;
    }

    /** From now on each extension lasts so long, in milliseconds. */
    void lasts(long millis) {
        term = millis;
    }

    /**
     * The server has extended it, for so many milliseconds. If the handler has chosen another time meanwhile, nobody
     * knows which came last, and it is to be extended again at once.
     */
    void extended(long sentAt, long millis) {
        begin = sentAt;
        end = sentAt + Clock.ofMillis(millis);
        doubtful = millis != term;
    }

    /** When it is to be extended: when a third of its time is over; never if it is not to be. */
    long renewAt() {
        if (lost || !renewed) {
            return Clock.NEVER;
        }
        return doubtful ? begin : begin + (end - begin) / 3;
    }

    /** It is not this worker's any more. */
    void lose() {
        lost = true;
    }

    /** Whether {@link #lose} was called. */
    boolean isGivenUp() {
        return lost;
    }

    void cancel() {
        cancelled = true;
    }

    /**
     * The handler begins.
     *
     * @param interruption how to interrupt it, from another thread
     */
    public void runs(Runnable interruption) {
        running.lock();
        try {
            this.interruption = interruption;
            if (interrupted) {
                run(interruption);
            }
        } finally {
            running.unlock();
        }
    }

    /**
     * The handler has ended: nobody interrupts its thread any more.
     *
     * @return whether it was interrupted because its time was over
     */
    public boolean ends() {
        running.lock();
        try {
            interruption = null;
            return timedOut;
        } finally {
            running.unlock();
        }
    }

    /** The time of the handler is over: it is interrupted, and the lease is left to expire. */
    void timeOut() {
        renewed = false;
        running.lock();
        try {
            timedOut = true;
        } finally {
            running.unlock();
        }
        interrupt();
    }

    /** Interrupts the handler if it runs, or as soon as it begins. */
    void interrupt() {
        running.lock();
        try {
            interrupted = true;
            if (interruption != null) {
                run(interruption);
            }
        } finally {
            running.unlock();
        }
    }

    /** What a handler has returned may refuse to be cancelled, or run code of its own at that. */
    private static void run(Runnable interruption) {
        try {
            interruption.run();
        } catch (Throwable e) {
            LOGGER.log(Level.WARNING, "a handler could not be interrupted, and goes on", e);
        }
    }
}
