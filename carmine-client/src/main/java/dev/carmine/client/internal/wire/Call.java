package dev.carmine.client.internal.wire;

import dev.carmine.client.Fate;
import dev.carmine.client.ServerVersion;
import dev.carmine.protocol.RespReader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work on a link: commands that leave unbroken, one after the other, and the replies they get. A call is
 * shared by its owner, who waits for it, and the holder of the link's lead, who sends it; its state decides between
 * them, and each call ends exactly once.
 *
 * <p>{@code PENDING} → {@code CLAIMED} (its bytes may have left) → {@code DONE}. The owner may leave at any time
 * ({@code ABANDONED}): then the reply, if one comes, is read and dropped. A claimed call becomes pending again when it
 * is to be sent once more.
 */
abstract class Call {
    /** Not a byte has left since the call was submitted or put back. */
    static final int PENDING = 0;

    /** The holder of the lead is sending it or awaits its replies. */
    static final int CLAIMED = 1;

    /** It has its outcome. */
    static final int DONE = 2;

    /** Its owner has left. */
    static final int ABANDONED = 3;

    /** For {@link #fail}: no byte of the call has left. */
    static final long NOTHING = Long.MIN_VALUE;

    /** For {@link #fail}: every byte of the call has left, or still may. */
    static final long EVERYTHING = Long.MAX_VALUE;

    /** A century in nanoseconds, so that adding it to the clock never overflows. */
    static final long FOR_EVER = TimeUnit.DAYS.toNanos(36_500);

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Call.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The link in the submission queue; written by the submitter before the push, then by the holder of the lead. */
    @Nullable Call next;

    /** When the call must have ended, in the time of {@link System#nanoTime()}. */
    final long deadline;

    /** Where the call ends in the stream of its wire, set when it is claimed; confined to the holder of the lead. */
    long end;

    /** How long the call was ready to wait when it was claimed, in nanoseconds; confined to the holder of the lead. */
    long patience;

    /**
     * Whether the call has ended while its reply is still to come, so that the end of its place in the line gives back
     * its room, and not its completion. Confined to the holder of the lead until the call is handed to an executor.
     */
    boolean keepsItsPlace;

    /** One of the constants above; moved by compare-and-set only. */
    private volatile int state;

    /**
     * How many of the call's bytes, from its first one on, the operating system had accepted for wires that were lost
     * since; written before the state goes back to pending.
     */
    private long acceptedBefore;

    /** Whether a wire was given up at a reply to this call; confined to the holder of the lead. */
    private boolean wasUnreadable;

    /** Who is told of the end: a waiting {@link Thread}, a {@link ReplyFuture}, or nobody. */
    private final @Nullable Object owner;

    Call(@Nullable Object owner, long deadline) {
        this.owner = owner;
        this.deadline = deadline;
    }

    /** How many commands the call has. */
    abstract int commands();

    /** How many bytes its commands have together. */
    abstract long bytes();

    /** How many bytes the first of its commands has. */
    abstract long bytesOfFirst();

    /** How many bytes are to be copied, from the first command without a reply on. */
    abstract long bytesToSend();

    /** A name for messages and events: the command's, or that of the first and how many there are. */
    abstract String name();

    /**
     * Copies what fits of the bytes not yet copied.
     *
     * @return whether the last byte was copied
     */
    abstract boolean copyTo(ByteBuffer target);

    /**
     * Takes the next reply, also if the owner has left.
     *
     * @return whether it was the last one
     */
    abstract boolean take(RespReader reply);

    /** Notes which server has answered the reply just taken, which is an error. */
    abstract void refusedBy(ServerVersion server);

    /**
     * Whether the next command without a reply has left, so that a reply can be its.
     *
     * @param accepted how many bytes of the wire's stream the operating system has accepted
     */
    abstract boolean isAwaitingReply(long accepted);

    /** Whether the replies taken say that nothing was executed and that trying again may help. */
    abstract boolean wantsAnotherTry();

    /**
     * Whether what has no reply yet may be sent on another wire.
     *
     * @param accepted how many bytes of the lost wire's stream the operating system has accepted
     */
    abstract boolean mayBeResent(long accepted);

    /**
     * Forgets how far sending had come.
     *
     * @param fromStart whether replies already taken are forgotten too, or only what has none is sent again
     */
    abstract void rewind(boolean fromStart);

    /** Sets the outcome of everything that has no reply yet; called by whoever has moved the state to done. */
    abstract void setFailure(Failure failure, long accepted);

    /** What a future is completed with: runs the decoders' finishing part. */
    abstract void completeFuture(ReplyFuture<?> future);

    final boolean claim() {
        return STATE.compareAndSet(this, PENDING, CLAIMED);
    }

    final boolean isDone() {
        return state == DONE;
    }

    /** Notes that a wire was given up at a reply to this call; tells whether that had happened before. */
    final boolean isUnreadableAgain() {
        boolean again = wasUnreadable;
        wasUnreadable = true;
        return again;
    }

    /** Whether an outcome is still wanted. */
    final boolean isOpen() {
        int now = state;
        return now == PENDING || now == CLAIMED;
    }

    /**
     * Puts a claimed call back to be sent again after its wire was lost.
     *
     * @param accepted how many bytes of that wire's stream the operating system has accepted
     * @return false if its owner has left
     */
    final boolean putBackAfterLoss(long accepted) {
        acceptedBefore = Math.max(acceptedBefore, accepted - begin());
        rewind(false);
        return STATE.compareAndSet(this, CLAIMED, PENDING);
    }

    /**
     * Puts a claimed call back after the server has said that it has not executed it.
     *
     * @return false if its owner has left
     */
    final boolean putBackAfterRefusal() {
        rewind(true);
        return STATE.compareAndSet(this, CLAIMED, PENDING);
    }

    /** Ends a call whose replies have all been taken; whoever sees it done sees the replies. */
    final boolean finish() {
        return STATE.compareAndSet(this, CLAIMED, DONE) && told();
    }

    /**
     * Ends a call without a reply, unless it has ended already.
     *
     * @param accepted how many bytes of its wire's stream the operating system has accepted, and no more will follow; or
     *     {@link #NOTHING} or {@link #EVERYTHING}
     */
    final boolean fail(Failure failure, long accepted) {
        for (; ; ) {
            int now = state;
            if (now == DONE || now == ABANDONED) {
                return false;
            }
            // The outcome is written under a claim, so that an owner who leaves meanwhile never reads half of it.
            if (now == PENDING && !claim()) {
                continue;
            }
            long suspect = begin() + acceptedBefore;
            setFailure(failure, now == PENDING ? suspect : Math.max(suspect, accepted));
            return finish();
        }
    }

    /**
     * The owner leaves.
     *
     * @return what is known about the commands, or null if the call has just ended
     */
    final @Nullable Fate abandon() {
        for (; ; ) {
            int now = state;
            if (now == DONE) {
                return null;
            }
            if (now == ABANDONED) {
                return Fate.UNKNOWN;
            }
            if (STATE.compareAndSet(this, now, ABANDONED)) {
                return now == PENDING && acceptedBefore < bytesOfFirst() ? Fate.NOT_SENT : Fate.UNKNOWN;
            }
        }
    }

    /** Whether the owner watches the deadline itself, as a waiting platform thread does for nothing. */
    final boolean isSelfTimed() {
        return owner == null || (owner instanceof Thread thread && !VirtualThreads.isVirtual(thread));
    }

    /** The future to complete, or null if a thread waits, or nobody. */
    final @Nullable ReplyFuture<?> future() {
        return owner instanceof ReplyFuture<?> future ? future : null;
    }

    /** Where the call begins in the stream of its wire, or would if what has its reply were sent again. */
    private long begin() {
        return end - bytes();
    }

    private boolean told() {
        if (owner instanceof Thread thread && thread != Thread.currentThread()) {
            LockSupport.unpark(thread);
        }
        return true;
    }
}
