package dev.carmine.mq.internal.worker;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Attends to schedules that are due, when an exchange has told of some, and from time to time while the worker has no
 * reason to make one. It runs on the supervisor's thread, so that no handler waits for it.
 */
final class Ticker {
    private final Desk desk;
    private final QueueLink link;
    private final Troubles troubles;
    private final Pauses pauses = new Pauses(ThreadLocalRandom.current());

    /** Guarded by the desk's lock. */
    private long notBefore;

    Ticker(Desk desk, QueueLink link, Troubles troubles) {
        this.desk = desk;
        this.link = link;
        this.troubles = troubles;
    }

    /** When to look; under the lock. */
    long dueAt() {
        return Math.max(desk.ticksAt(), notBefore);
    }

    /** Attends to what is due; without the lock. */
    void tick() {
        try {
            int found = link.attendToSchedules();
            desk.under(() -> attended(found));
        } catch (Throwable e) {
            desk.under(() -> failed(e));
        }
    }

    private boolean attended(int found) {
        pauses.succeeded();
        desk.attention.attended(found > 0, desk.clock.now());
        desk.changed();
        return true;
    }

    private boolean failed(Throwable e) {
        desk.tally.errors.increment();
        notBefore = desk.clock.now() + pauses.next();
        troubles.tell(pauses.areFrequent(), "schedules could not be attended to; it is tried again", e);
        return false;
    }
}
