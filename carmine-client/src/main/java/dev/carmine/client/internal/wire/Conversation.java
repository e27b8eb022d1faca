package dev.carmine.client.internal.wire;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Command;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespReader;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a link is talking about: the calls that are unsent, under way or put off, and the wire while there is one. It
 * outlives its wires. Everything here is confined to the holder of the {@link Lead}, but for {@link #failSubmitted} and
 * what is said to be otherwise.
 */
final class Conversation {
    private static final EncodedCommand<?> PING = EncodedCommand.of(Command.of("PING"));

    /** Whoever writes to a wire that was idle for this long looks first whether the server has hung up. */
    private static final long LOOK_AFTER = TimeUnit.MILLISECONDS.toNanos(1);

    /** The shortest time between two searches for calls that are out of time. */
    private static final long SWEEP_INTERVAL = TimeUnit.MILLISECONDS.toNanos(5);

    private final LinkSettings settings;
    private final Room room;
    private final SubmissionQueue submissions;
    private final Doorbell bell;
    private final Completions completions;
    private final BooleanSupplier othersWait;
    private final ArrayDeque<Call> unsent = new ArrayDeque<>();
    private final Renewal renewal;
    private final DelayedCalls delayed = new DelayedCalls(new SplittableRandom());

    /** The present wire; null while there is no connection. */
    private @Nullable Wire wire;

    /** Why a caller that led has given up on the wire; the link's thread does the rest. */
    private @Nullable Throwable doubt;

    /** When a call may be out of time; sweeping sooner finds none. */
    private long nextSweep = System.nanoTime() + Call.FOR_EVER;

    /** How many calls in a row were alone on the wire and belonged to platform threads. */
    private int solitary;

    /** How many calls have led alone; read by the link's thread without the lead. */
    private volatile long loneCalls;

    /** Whether callers that lead must hand over, because the link is to end. */
    private volatile boolean callersMustLeave;

    Conversation(LinkSettings settings, Room room, SubmissionQueue submissions, Doorbell bell) {
        this.settings = settings;
        this.room = room;
        this.submissions = submissions;
        this.bell = bell;
        this.completions = new Completions(settings.callbacks(), room);
        this.renewal = new Renewal(settings);
        this.othersWait = () -> !submissions.isEmpty() || callersMustLeave || renewal.isDue();
    }

    /** By any thread. */
    long loneCalls() {
        return loneCalls;
    }

    /** By any thread; a caller that leads and sleeps must then be woken. */
    void keepCallersFromLeading() {
        callersMustLeave = true;
    }

    /**
     * Has the wire authenticate with the newest credentials before anything that is submitted from now on. By any
     * thread; the holder of the lead need not be woken for that, only for having it at once.
     */
    void renewCredentials() {
        renewal.want();
    }

    /** Whether there is a wire that is to authenticate with newer credentials; by any thread. */
    boolean isAuthenticationDue() {
        return renewal.isDue();
    }

    /** AUTH, if it is due, to be put between two calls: so never inside a transaction, which is one call. */
    private @Nullable SingleCall authIfDue(long now) {
        SingleCall auth = renewal.authIfDue(now);
        if (auth != null) {
            room.enterAnyway(auth.commands(), auth.bytes());
        }
        return auth;
    }

    private void authenticateIfDue(long now) {
        SingleCall auth = authIfDue(now);
        if (auth != null) {
            unsent.add(auth);
        }
    }

    // ---- A caller that is alone

    /**
     * Sends a call and reads its reply, in the thread of its owner, who holds the lead.
     *
     * @return true if the call is done and nothing else is under way; false if the link's thread must go on from here,
     *     because others have come, the time is over, the owner was interrupted, or the call is to be tried again
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by the holder of the lead alone
    boolean holdAlone(Call call) throws IOException {
        loneCalls++;
        long now = System.nanoTime();
        Wire current = connectedWire();
        authenticateIfDue(now);
        unsent.add(call);
        lookIfIdle(current, now);
        boolean sent = current.write(unsent, this::ended, now);
        while (current.hasInput() ? mayStay(call) : bell.await(call.deadline - System.nanoTime(), othersWait)) {
            if (!sent) {
                sent = current.write(unsent, this::ended, now);
            }
            current.read(this::ended);
            if (call.isDone()) {
                return isQuiet();
            }
            if (othersWait.getAsBoolean() || !delayed.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    private static boolean mayStay(Call call) {
        return call.deadline - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted();
    }

    /** Gives up on the wire; before the lead goes to the link's thread. */
    void breakOff(Throwable doubt) {
        this.doubt = doubt;
    }

    // ---- The link's thread

    @Nullable Throwable takeDoubt() {
        Throwable taken = doubt;
        doubt = null;
        return taken;
    }

    boolean isConnected() {
        return wire != null;
    }

    /**
     * Goes on with a wire.
     *
     * @param generation of the credentials that it authenticated with
     */
    void open(Wire opened, long generation) {
        wire = opened;
        renewal.opened(generation);
        // What waits for this wire may have been submitted after the credentials were renewed.
        SingleCall auth = authIfDue(System.nanoTime());
        if (auth != null) {
            unsent.addFirst(auth);
        }
        solitary = 0;
    }

    /** Whether nothing is unsent, under way or put off. */
    boolean isQuiet() {
        return unsent.isEmpty() && delayed.isEmpty() && (wire == null || wire.isIdle());
    }

    int solitaryCalls() {
        return solitary;
    }

    void forgetSolitaryCalls() {
        solitary = 0;
    }

    /** Takes what was submitted, fails what is out of time, and hands completed futures on. */
    void takeIn(long now) {
        Call submitted = submissions.takeAll();
        // Who has renewed the credentials before submitting a call gets them before it.
        authenticateIfDue(now);
        for (Call call = submitted; call != null; ) {
            Call younger = call.next;
            call.next = null;
            unsent.add(call);
            note(call.deadline);
            call = younger;
        }
        delayed.release(unsent, now);
        if (nextSweep - now <= 0) {
            sweep(now);
        }
        completions.dispatch();
    }

    /** Sends what can be sent. */
    void send(long now) throws IOException {
        Wire current = connectedWire();
        if (!unsent.isEmpty()) {
            lookIfIdle(current, now);
        }
        current.write(unsent, this::ended, now);
    }

    /** What is not written to a connection that has ended is not sent, rather than of unknown fate. */
    private void lookIfIdle(Wire current, long now) throws IOException {
        if (current.isIdle() && now - current.lastProgress() > LOOK_AFTER) {
            current.read(this::ended);
        }
    }

    /** Waits for the socket, a submission or the time, and reads what has come. */
    void receive(long nanos, BooleanSupplier workThere) throws IOException {
        Wire current = connectedWire();
        if (!current.hasInput() && !bell.await(nanos, workThere)) {
            return;
        }
        Call oldest = current.oldest();
        boolean alone = current.awaitingCalls() == 1 && oldest != null && oldest.isSelfTimed();
        int calls = current.read(this::ended);
        solitary = alone ? solitary + calls : 0;
        completions.dispatch();
    }

    /** Asks a wire that has been silent for long, and owes nothing, whether it lives; before sending. */
    void checkIfIdle(long now) {
        if (isQuiet() && now - connectedWire().lastProgress() >= settings.idleCheck()) {
            SingleCall ping = new SingleCall(PING, null, now + settings.commandTimeout());
            if (room.tryEnter(ping.commands(), ping.bytes())) {
                unsent.add(ping);
            }
        }
    }

    /**
     * How long nothing has to be done unless something happens.
     *
     * @throws SocketTimeoutException if the server has been silent for too long
     */
    long untilNextEvent(long now) throws SocketTimeoutException {
        long rest = Math.min(nextSweep - now, delayed.untilNext(now));
        if (wire != null) {
            long untilTooSilent = wire.untilTooSilent(now, settings.commandTimeout());
            if (untilTooSilent <= 0) {
                throw new SocketTimeoutException("the server has been silent for "
                        + TimeUnit.NANOSECONDS.toMillis(now - wire.lastProgress()) + " ms while "
                        + wire.awaitingCalls() + " calls awaited replies");
            }
            rest = Math.min(rest, untilTooSilent);
            if (isQuiet()) {
                // If the check is due and yet nothing is under way, there was no room for it.
                long untilCheck = wire.lastProgress() + settings.idleCheck() - now;
                rest = Math.min(rest, untilCheck > 0 ? untilCheck : settings.idleCheck());
            }
        }
        return rest;
    }

    /**
     * Closes the wire. What was not sent, and what may be sent twice, is kept for the next one if there will be one;
     * the rest fails. So does a call whose reply could not be read for the second time: it would only come again.
     */
    void lose(Throwable cause, boolean thereWillBeAnother) {
        Wire lost = wire;
        wire = null;
        renewal.lost();
        if (lost == null) {
            return;
        }
        lost.close();
        long now = System.nanoTime();
        List<Call> again = new ArrayList<>();
        String reason = "the connection was lost: " + describe(cause);
        Failure failure = new Failure.Lost(settings.node(), reason, cause, thereWillBeAnother);
        Call poisoned = cause instanceof CarmineProtocolException || cause instanceof Error ? lost.oldest() : null;
        boolean isPoison = poisoned != null && poisoned.isUnreadableAgain();
        for (Call call : lost.takeUnanswered()) {
            if (!(isPoison && call == poisoned)
                    && thereWillBeAnother
                    && call.deadline - now > 0
                    && call.mayBeResent(lost.accepted())) {
                if (call.putBackAfterLoss(lost.accepted())) {
                    again.add(call);
                } else {
                    completions.leave(call);
                }
            } else {
                completions.fail(call, failure, lost.accepted());
            }
        }
        for (int i = again.size() - 1; i >= 0; i--) {
            unsent.addFirst(again.get(i));
        }
        completions.dispatch();
    }

    /** Fails everything that is not on a wire; what it could not be sent for is the reason. */
    void failUnsent(String reason, @Nullable Throwable cause) {
        takeIn(System.nanoTime());
        Failure failure = new Failure.Lost(settings.node(), reason, cause);
        Predicate<Call> failing = call -> {
            completions.fail(call, failure, Call.NOTHING);
            return true;
        };
        unsent.removeIf(failing);
        delayed.removeIf(failing);
        completions.dispatch();
    }

    /** Fails what was submitted to a link that has ended; by any thread, and only then. */
    void failSubmitted(String reason, @Nullable Throwable cause) {
        Failure failure = new Failure.Lost(settings.node(), reason, cause);
        Completions late = new Completions(settings.callbacks(), room);
        for (Call call = submissions.takeAll(); call != null; call = call.next) {
            late.fail(call, failure, Call.NOTHING);
        }
        late.dispatch();
    }

    /** A push message that nobody has asked for. */
    void push(RespReader message) {
        // Nothing on this kind of wire asks for push messages; what the server sends unasked is of no use.
    }

    // ---- The end of a call

    /** A call has its last reply, or left the queue because its owner had left it. */
    private void ended(Call call) {
        if (call.wantsAnotherTry()) {
            long now = System.nanoTime();
            if (call.deadline - now > DelayedCalls.LONGEST && call.putBackAfterRefusal()) {
                delayed.add(call, now);
                note(call.deadline);
                return;
            }
        }
        completions.end(call);
        renewal.ended(call);
    }

    private void note(long deadline) {
        if (deadline - nextSweep < 0) {
            nextSweep = deadline;
        }
    }

    /** Fails the calls that are out of time and cannot see that themselves, and drops those whose owners have left. */
    private void sweep(long now) {
        nextSweep = now + Call.FOR_EVER;
        Predicate<Call> over = call -> {
            if (!call.isOpen()) {
                completions.leave(call);
                return true;
            }
            if (isLate(call, now)) {
                completions.fail(
                        call,
                        new Failure.Late(settings.node(), wire == null ? "while not connected" : "in the queue", null),
                        Call.NOTHING);
                return true;
            }
            note(call.deadline);
            return false;
        };
        unsent.removeIf(over);
        delayed.removeIf(over);
        if (wire != null) {
            Failure late = new Failure.Late(settings.node(), "waiting for the reply", null);
            for (Call call : wire.awaiting()) {
                if (!isLate(call, now)) {
                    if (call.isOpen()) {
                        note(call.deadline);
                    }
                } else {
                    completions.failInPlace(call, late);
                }
            }
        }
        nextSweep = Math.max(nextSweep - now, SWEEP_INTERVAL) + now;
    }

    private static boolean isLate(Call call, long now) {
        return !call.isSelfTimed() && call.deadline - now <= 0;
    }

    private Wire connectedWire() {
        if (wire == null) {
            throw new IllegalStateException("no wire");
        }
        return wire;
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return cause instanceof IOException && message != null ? message : cause.toString();
    }
}
