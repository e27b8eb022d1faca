package dev.carmine.mq.internal.worker;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the threads of a worker share, under one lock: messages that wait for a handler, settles that wait for an
 * exchange, and who leads one. The methods are called under the lock, but for those that say otherwise; nothing under it
 * blocks, and no user code runs.
 *
 * <p>At most one exchange is under way. Who leads is the thread that has set {@link #leading}, by {@link Exchanger#begin}.
 */
final class Desk {
    /**
     * If messages wait and no task has taken one for so long, as many tasks as are useful are started at once: those that
     * look may stand in line, or be lost.
     */
    private static final long LONGEST_STEP = Clock.ofMillis(100);

    /** Earlier than any time: the supervisor does not wait, and looks by itself at what has changed. */
    private static final long AWAKE = Long.MIN_VALUE;

    final ReentrantLock lock = new ReentrantLock();
    final Clock clock;
    final Tally tally = new Tally();

    /** The supervisor waits here until something is due. */
    private final Condition due = lock.newCondition();

    /** The bell waits here until there is a reason to wait for the marker. */
    private final Condition calmEnough = lock.newCondition();

    /** Those who drain wait here. */
    private final Condition calm = lock.newCondition();

    // Guarded by the lock, all that follows.
    final Attention attention = new Attention();
    final HeldLeases held = new HeldLeases();
    final RunningLeases running = new RunningLeases();
    final Finished finished = new Finished();

    /** Leased, and not yet taken by a handler. */
    private final ArrayDeque<Lease> waiting = new ArrayDeque<>();

    private final int concurrency;
    private final int capacity;

    /** Null if it is said how many are leased ahead, or if slots are shared. */
    private final @Nullable Lookahead lookahead;

    /** How long a handler may take. */
    private final long patience;

    /** What it has of slots that it shares with other workers; null if it shares none. */
    private final SlotPool.@Nullable Share share;

    /** Tasks of handlers that look for a message, or are about to. */
    private int looking;

    /** When a task took a message last, or there was none to take. */
    private long steppedAt;

    /** Since when the first of those that are finished waits to be settled. */
    private long finishedSince;

    /** The slots for which the exchange under way asks, and the messages beyond them. */
    int asked;

    /** Whether an exchange is under way. */
    boolean leading;

    /** An exchange whose fate is unknown: it must be repeated before there can be another. */
    @Nullable ExchangeCall unanswered;

    /** When to repeat it. */
    long repeatAt;

    /** Whether an exchange has failed and none was answered since. */
    boolean failing;

    /** Whether messages are to be leased. */
    boolean leasing;

    /** Whether there are to be no more exchanges. */
    boolean closed;

    /** Whether a wait for the wake marker is under way. */
    boolean waitsForMarker;

    /** When the supervisor looks again by itself. */
    private long sleepsUntil = AWAKE;

    /** Whether the supervisor is to look before. */
    private boolean woken;

    Desk(Clock clock, int concurrency, int prefetch, long patience, @Nullable SlotPool pool, int weight) {
        this.clock = clock;
        this.concurrency = concurrency;
        this.capacity = concurrency + Math.max(0, prefetch);
        this.lookahead = prefetch == EngineSettings.AUTOMATIC && pool == null ? new Lookahead() : null;
        this.patience = patience;
        this.share = pool == null ? null : pool.share(weight, capacity, this::slotsAreFree);
    }

    /** Does something under the lock; called without it. */
    <T extends @Nullable Object> T under(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            unlock();
        }
    }

    /** Leaves the lock, and wakes the workers to whom something under it has left slots. */
    void unlock() {
        lock.unlock();
        if (share != null && !lock.isHeldByCurrentThread()) {
            share.wakeNoted();
        }
    }

    /** How many more messages the worker itself has room for. */
    int room() {
        return capacity - inUse();
    }

    /** How many messages more than there are free slots an exchange may lease. */
    int ahead() {
        return lookahead == null ? 0 : Math.max(0, lookahead.messages() + Math.min(0, room()));
    }

    /** Whether handlers have enough to do for a moment, so that what they finish can be gathered for one exchange. */
    private boolean isStocked() {
        return lookahead != null && waiting.size() > lookahead.messages() / 2;
    }

    private int inUse() {
        return waiting.size() + running.size() + asked;
    }

    /** How many messages are being handled, those with them whose leases are lost. */
    int handling() {
        return running.size();
    }

    /** How many messages wait for a handler. */
    int waiting() {
        return waiting.size();
    }

    // What handlers do
    // --------------------------------------------------------------------------------------------------

    /** Gives a task of handlers its next message, if there is one for it; it may be time for {@link #tasksWanted} then. */
    @Nullable Lease take() {
        while (running.size() < concurrency) {
            Lease lease = waiting.poll();
            if (lease == null) {
                return null;
            }
            if (held.has(lease)) {
                looking--;
                steppedAt = clock.now();
                lease.begunAt = steppedAt;
                lease.deadline = steppedAt + patience;
                running.add(lease);
                changed();
                return lease;
            }
            attention.heard(); // lost while it waited: there is room again
        }
        return null;
    }

    /** A task of handlers ends, having found nothing. */
    void leaves() {
        looking--;
        changed();
    }

    /** A task of handlers has a message in good hands, and looks for another. */
    void looks() {
        looking++;
    }

    /** The handling of a message has ended. */
    void ended(Settle settle) {
        Lease lease = settle.lease();
        int handling = running.size();
        if (running.remove(lease) && lookahead != null) {
            lookahead.handled(clock.now() - lease.begunAt, handling);
        }
        if (held.has(lease) && !lease.finished) {
            finish(settle);
        } else {
            attention.heard(); // it was lost or given back already: there is room again
        }
    }

    private void finish(Settle settle) {
        settle.lease().finished = true;
        if (finished.isEmpty()) {
            finishedSince = clock.now();
        }
        finished.add(settle);
    }

    /**
     * How many tasks are to be started for the messages that wait; they count as looking. No more look than messages are
     * being handled, but for the first: so one or two tasks go on alone where handlers are quick, and there are twice as
     * many at each step where they are not.
     */
    int tasksWanted() {
        int useful = usefulTasks();
        int step = clock.now() - steppedAt < LONGEST_STEP ? Math.min(useful, Math.max(1, running.size())) : useful;
        int wanted = Math.max(0, step - looking);
        looking += wanted;
        return wanted;
    }

    private int usefulTasks() {
        return Math.min(waiting.size(), concurrency - running.size());
    }

    /** When to see whether tasks are wanted, though no task has taken a message. */
    long tasksWantedAt() {
        return looking < usefulTasks() ? steppedAt + LONGEST_STEP : Clock.NEVER;
    }

    // What exchanges do
    // -------------------------------------------------------------------------------------------------

    void arrived(Lease lease) {
        if (waiting.isEmpty()) {
            steppedAt = clock.now();
        }
        lease.arrivedAt = clock.now();
        held.add(lease);
        waiting.add(lease);
    }

    /** Gives back what no handler has begun. */
    void giveBackWaiting() {
        for (Lease lease = waiting.poll(); lease != null; lease = waiting.poll()) {
            if (held.has(lease)) {
                finish(Settle.back(lease));
            }
        }
    }

    /** How many messages wait for which there is no slot. */
    private int surplus() {
        return waiting.size() - Math.max(0, concurrency - running.size());
    }

    /** When what was leased ahead has waited too long for a slot. */
    long giveBackAt() {
        Lease oldest = waiting.peek();
        return lookahead != null && oldest != null && surplus() > 0
                ? oldest.arrivedAt + Lookahead.PATIENCE
                : Clock.NEVER;
    }

    /** Gives back what was leased ahead if it has waited too long for a slot: others may have time for it. */
    void giveBackLate() {
        if (lookahead == null || giveBackAt() > clock.now()) {
            return;
        }
        lookahead.isTooFar();
        for (int surplus = surplus(); surplus > 0; surplus--) {
            Lease last = waiting.removeLast();
            if (held.has(last)) {
                finish(Settle.back(last));
            }
        }
    }

    /** An exchange has brought just as much as there were slots for, though there is more: that was handed out before. */
    void findsNothingAhead() {
        if (lookahead != null) {
            lookahead.isTooFar();
        }
    }

    /** Gives back everything that is not finished, though its handlers run. */
    void giveBackAll() {
        giveBackWaiting();
        for (Lease lease : held.all()) {
            if (!lease.finished) {
                finish(Settle.back(lease));
                lease.lose();
            }
        }
    }

    // What other workers share
    // --------------------------------------------------------------------------------------------------

    /** Begins to share slots, if it is to and does not yet. */
    void joinOthers() {
        if (share != null) {
            share.join();
        }
    }

    boolean isSharing() {
        return share != null;
    }

    /** Takes slots for an exchange: as many as are wanted, or as others leave it. */
    int take(int wanted) {
        return share == null || wanted == 0 ? wanted : share.take(inUse(), wanted);
    }

    /** Whether the worker waits until others leave it a slot. */
    boolean isRefused() {
        return share != null && share.isRefused();
    }

    /** Tells those who share what this worker has and needs. */
    private void tellOthers() {
        if (share == null) {
            return;
        }
        if (closed && inUse() == 0) {
            share.leave();
            return;
        }
        share.tell(inUse(), leasing && !closed && !failing && attention.lookAt() <= clock.now());
        if (share.isRefused() && !leading) {
            attention.looksAway();
        }
    }

    /** Others have left slots; called without any lock. */
    private void slotsAreFree() {
        lock.lock();
        try {
            wakeSupervisor();
        } finally {
            lock.unlock();
        }
    }

    // When something is to be done
    // ----------------------------------------------------------------------------------------------

    /** When there is to be an exchange, if nobody else leads one by then. */
    long exchangeAt() {
        if (leading || closed) {
            return Clock.NEVER;
        }
        if (unanswered != null) {
            return repeatAt;
        }
        if (attention.owes()) {
            return 0;
        }
        long lookAt = leasing && room() > 0 && !isRefused() ? attention.lookAt() : Clock.NEVER;
        if (finished.isEmpty()) {
            return lookAt;
        }
        return isStocked() ? Math.min(lookAt, finishedSince + Lookahead.HORIZON) : 0;
    }

    /** Whether a task of handlers is to lead an exchange. */
    boolean isLeaderWanted() {
        return !leading && !closed && unanswered == null && !finished.isEmpty();
    }

    /** Whether the worker may wait for the wake marker. */
    boolean mayWaitForMarker() {
        return leasing
                && !waitsForMarker
                && !leading
                && unanswered == null
                && finished.isEmpty()
                && room() > 0
                && attention.mayWait(clock.now());
    }

    /** Whether nothing is to be done any more until messages are leased again. */
    boolean isCalm() {
        return isSettled() && running.size() == 0;
    }

    /** Whether the server knows everything, until messages are leased again; handlers of lost leases may still run. */
    boolean isSettled() {
        return !leasing
                && !waitsForMarker
                && !leading
                && unanswered == null
                && finished.isEmpty()
                && held.isEmpty()
                && !attention.owes();
    }

    // Waiting
    // -----------------------------------------------------------------------------------------------------------

    /** The supervisor waits until a time, or until something is due earlier. */
    void sleepUntil(long time) throws InterruptedException {
        sleepsUntil = time;
        woken = false;
        try {
            for (long rest = time - clock.now(); rest > 0 && !woken; rest = time - clock.now()) {
                due.awaitNanos(rest);
            }
        } finally {
            sleepsUntil = AWAKE;
        }
    }

    /** When to attend to due schedules. */
    long ticksAt() {
        return leasing && unanswered == null ? attention.ticksAt(leading) : Clock.NEVER;
    }

    /** The bell waits until it may wait for the marker, or for a time. */
    @SuppressWarnings("WaitNotInLoop") // the bell has the loop
    void sleepBeforeMarker(long nanos) throws InterruptedException {
        long unused = calmEnough.awaitNanos(nanos);
    }

    private void wakeSupervisor() {
        woken = true;
        due.signal();
    }

    /** When something other than a wait for the marker is due. */
    long nextDue() {
        long sooner = Math.min(Math.min(exchangeAt(), ticksAt()), Math.min(tasksWantedAt(), giveBackAt()));
        return Math.min(sooner, Math.min(held.renewAt(), running.deadline()));
    }

    /** Wakes those whom a change concerns. */
    void changed() {
        tellOthers();
        if (nextDue() < sleepsUntil) {
            wakeSupervisor();
        }
        if (mayWaitForMarker()) {
            calmEnough.signal();
        }
        if (isSettled()) {
            wakeAll();
        }
    }

    /** Wakes everybody, to look for themselves. */
    void wakeAll() {
        tellOthers();
        wakeSupervisor();
        calmEnough.signal();
        calm.signalAll();
    }

    /**
     * Waits for {@link #isCalm} or {@link #isSettled}, or until leasing has begun anew; called under the lock, which it
     * leaves meanwhile.
     */
    boolean await(BooleanSupplier condition, long nanos) throws InterruptedException {
        long deadline = clock.now() + nanos;
        while (!condition.getAsBoolean() && !leasing) {
            long rest = deadline - clock.now();
            if (rest <= 0) {
                return false;
            }
            calm.await(rest, TimeUnit.NANOSECONDS);
        }
        return !leasing;
    }
}
