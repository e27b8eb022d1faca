package dev.carmine.mq.internal.worker;

import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The thread of a worker that sees to everything that has a time: exchanges that nobody else leads, extensions of leases,
 * handlers that take too long, and schedules that are due. Whatever is thrown here, it goes on. It ends when nothing is to
 * be done any more until messages are leased again.
 */
final class Supervisor implements Runnable {
    /** It looks around at least so often, whatever it was told. */
    private static final long LONGEST_SLEEP = Clock.ofMillis(1_000);

    private final Desk desk;
    private final Exchanger exchanger;
    private final Heartbeat heartbeat;
    private final Ticker ticker;
    private final Crew crew;
    private final System.Logger logger;
    private final Pauses pauses = new Pauses(ThreadLocalRandom.current());

    /** Called under the lock when it ends, at least once. */
    private final Consumer<Supervisor> onEnd;

    /** Whether it is to end at once, whatever is left to do. */
    private volatile boolean dismissed;

    /** When it looked around last. */
    private volatile long lastTurn;

    Supervisor(
            Desk desk,
            Exchanger exchanger,
            Heartbeat heartbeat,
            Ticker ticker,
            Crew crew,
            Consumer<Supervisor> onEnd,
            System.Logger logger) {
        this.desk = desk;
        this.exchanger = exchanger;
        this.heartbeat = heartbeat;
        this.ticker = ticker;
        this.crew = crew;
        this.onEnd = onEnd;
        this.logger = logger;
        this.lastTurn = desk.clock.now();
    }

    /** When it looked around last: more than some seconds ago only if the server does not answer. */
    long lastTurn() {
        return lastTurn;
    }

    /** Ends it at once; its thread should be interrupted too. */
    void dismiss() {
        dismissed = true;
    }

    @Override
    public void run() {
        try {
            goOn();
        } finally {
            desk.lock.lock();
            try {
                onEnd.accept(this);
            } finally {
                desk.lock.unlock();
            }
        }
    }

    private void goOn() {
        while (true) {
            try {
                if (!turn()) {
                    return;
                }
                pauses.succeeded();
            } catch (InterruptedException e) {
                logger.log(Level.DEBUG, "a worker's supervisor was interrupted", e);
            } catch (Throwable e) {
                desk.tally.errors.increment();
                logger.log(Level.ERROR, "a worker's supervisor has failed, and goes on", e);
                pause();
            }
        }
    }

    /** Does what is due, and waits for the next; returns false at the end. */
    private boolean turn() throws InterruptedException {
        long now = desk.clock.now();
        lastTurn = now;
        for (Lease lease : desk.under(() -> desk.running.overdue(now))) {
            desk.tally.timedOut.increment();
            lease.timeOut();
        }
        crew.giveUpLostTasks();
        if (desk.under(heartbeat::dueAt) <= now) {
            heartbeat.beat();
        }
        ExchangeCall call = desk.under(() -> {
            desk.giveBackLate();
            return desk.exchangeAt() <= desk.clock.now() ? exchanger.begin() : null;
        });
        if (call != null) {
            crew.start(exchanger.make(call));
        }
        crew.start(desk.under(() -> desk.tasksWantedAt() <= desk.clock.now() ? desk.tasksWanted() : 0));
        if (desk.under(ticker::dueAt) <= desk.clock.now()) {
            ticker.tick();
        }
        return sleep();
    }

    private boolean sleep() throws InterruptedException {
        desk.lock.lockInterruptibly();
        try {
            if (dismissed || desk.isCalm()) {
                onEnd.accept(this); // in the same breath, so that a start that comes next finds none
                return false;
            }
            long now = desk.clock.now();
            long sooner = Math.min(
                    Math.min(desk.exchangeAt(), ticker.dueAt()), Math.min(desk.tasksWantedAt(), desk.giveBackAt()));
            long next = Math.min(sooner, Math.min(heartbeat.dueAt(), desk.running.deadline()));
            if (next > now) {
                desk.sleepUntil(Math.min(next, now + LONGEST_SLEEP));
            }
            return true;
        } finally {
            desk.unlock();
        }
    }

    private void pause() {
        long end = desk.clock.now() + pauses.next();
        desk.lock.lock();
        try {
            while (!dismissed && desk.clock.now() < end) {
                desk.sleepUntil(end);
            }
        } catch (InterruptedException e) {
            logger.log(Level.DEBUG, "a worker's supervisor was interrupted", e);
        } finally {
            desk.unlock();
        }
    }
}
