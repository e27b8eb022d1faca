package dev.carmine.mq.internal.worker;

/**
 * What a worker knows of its queue, and what it owes to the others because of that. Waiting for the wake marker is safe
 * only after an exchange that was made later than anything the worker has heard: a marker that it has taken, or a wait
 * that ended for another reason. A marker that it has taken but cannot follow, since it is full or stops, it hands on by
 * an exchange, at the end of which the script sets the marker again if there is reason to. Guarded by the desk's lock.
 */
final class Attention {
    /** The first pause when there is something to lease and nothing was handed out, so that nothing spins. */
    private static final long SHORTEST_PAUSE = Clock.ofMillis(1);

    private static final long LONGEST_PAUSE = Clock.ofMillis(100);

    /** The pause while schedules are due, which make the server say so, until they are attended to. */
    private static final long BLOCK_BEFORE_TICKS = Clock.ofMillis(200);

    /** So often a worker looks for due schedules that makes no exchange, since it is full for example. */
    private static final long BETWEEN_TICKS = Clock.ofMillis(1_000);

    /** Counts what was heard, so that an exchange knows whether it is older. */
    private long news;

    /** Whether nothing was heard since an exchange that asked for messages. */
    private boolean looked;

    /** Whether somebody else must be given the chance to look. */
    private boolean owing;

    /** Whether the server relies on this worker to look when it was told to. */
    private boolean promised;

    /** When to look again at the latest. */
    private long lookAt;

    /** Whether the marker is known to be set for nothing that could be had: to wait for it would be no wait. */
    private boolean futile;

    /** Whether schedules were due when an exchange was answered last. */
    private boolean schedulesDue;

    /** When to look for due schedules though no exchange has told of any. */
    private long ticksAt = Clock.NEVER;

    /** Before this the worker leases nothing. */
    private long restUntil;

    /** The next pause, if an exchange hands out nothing though there is something. */
    private long pause = SHORTEST_PAUSE;

    /** Something may have changed. */
    void heard() {
        news++;
        looked = false;
    }

    /** The wait for the marker has ended in a way that may have taken the marker. */
    void tookMarker() {
        heard();
        owing = true;
    }

    /** Leases nothing for a time. */
    void restUntil(long time) {
        restUntil = Math.max(restUntil, time);
    }

    boolean rests(long now) {
        return now < restUntil;
    }

    /** What the next exchange is to be told, and what it will have covered. */
    long exchangeBegins() {
        owing = false;
        return news;
    }

    /**
     * An exchange was answered.
     *
     * @param room whether there is still room for messages
     */
    void answered(ExchangeCall call, ExchangeReply reply, long now, boolean room) {
        boolean asked = call.slots() > 0;
        looked = asked && call.news() == news && room;
        promised = asked && reply.block() < call.blockLimit();
        lookAt = now + Clock.ofMillis(reply.block());
        schedulesDue = reply.dueSchedules() > 0;
        ticksAt = now + BETWEEN_TICKS;
        futile = asked && reply.block() == 0 && reply.grants().isEmpty();
        if (futile) {
            lookAt = now + (schedulesDue ? BLOCK_BEFORE_TICKS : pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        } else if (asked) {
            looked &= reply.block() > 0;
            pause = SHORTEST_PAUSE;
        }
    }

    /** This worker will not look for a while: it is full, rests or stops. */
    void looksAway() {
        looked = false;
        if (promised) {
            promised = false;
            owing = true;
        }
    }

    /** When it must make an exchange though nothing is finished, if it has room. */
    long lookAt() {
        return looked ? lookAt : restUntil;
    }

    /** When it must make an exchange whether it has room or not. */
    boolean owes() {
        return owing;
    }

    /** Whether it may wait for the marker. */
    boolean mayWait(long now) {
        return looked && !futile && !owing && !rests(now);
    }

    /**
     * When to attend to due schedules: not while an exchange will tell of them in time.
     *
     * @param exchanging whether one is under way
     */
    long ticksAt(boolean exchanging) {
        if (schedulesDue) {
            return 0;
        }
        return looked || exchanging ? Clock.NEVER : ticksAt;
    }

    /**
     * Due schedules were attended to.
     *
     * @param found whether there were any: there may be messages now
     */
    void attended(boolean found, long now) {
        if (found || schedulesDue) {
            heard();
        }
        schedulesDue = false;
        ticksAt = now + BETWEEN_TICKS;
    }
}
