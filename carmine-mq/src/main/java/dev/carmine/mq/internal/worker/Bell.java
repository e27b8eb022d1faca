package dev.carmine.mq.internal.worker;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The thread of a worker that waits for the wake marker of the queue, on a connection of its own. When the marker comes it
 * leads the exchange for which that calls, so that no other thread has to be woken on the way. It ends when nothing is to
 * be leased any more.
 */
final class Bell implements Runnable {
    private static final long SHORTEST = Clock.ofMillis(1);

    /** It looks around at least so often, whatever it was told. */
    private static final long LONGEST_SLEEP = Clock.ofMillis(1_000);

    private final Desk desk;
    private final QueueLink link;
    private final Exchanger exchanger;
    private final Crew crew;
    private final Troubles troubles;
    private final System.Logger logger;
    private final Pauses pauses = new Pauses(ThreadLocalRandom.current());

    // Guarded by the desk's lock.
    private @Nullable Thread thread;
    private long notBefore;

    Bell(Desk desk, QueueLink link, Exchanger exchanger, Crew crew, Troubles troubles, System.Logger logger) {
        this.desk = desk;
        this.link = link;
        this.exchanger = exchanger;
        this.crew = crew;
        this.troubles = troubles;
        this.logger = logger;
    }

    /** Sees to it that there is a thread that waits; under the lock. */
    void attend(String threadName) {
        if (thread == null) {
            Thread begun = new Thread(this, threadName);
            begun.setDaemon(true);
            begun.start();
            thread = begun;
        }
    }

    /** The thread that waits, if there is one; under the lock. */
    @Nullable Thread thread() {
        return thread;
    }

    /** Ends the wait, if there is one; under the lock. */
    void cancel() {
        if (desk.waitsForMarker && thread != null) {
            thread.interrupt(); // it leaves the wait under this lock, so that this hits nothing else
        }
    }

    @Override
    public void run() {
        try {
            goOn();
        } finally {
            desk.under(() -> {
                if (thread == Thread.currentThread()) {
                    thread = null;
                    desk.waitsForMarker = false;
                }
                return null;
            });
        }
    }

    private void goOn() {
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = turn();
            } catch (InterruptedException e) {
                logger.log(Level.DEBUG, "the thread that waits for a worker's messages was interrupted", e);
            } catch (Throwable e) {
                desk.under(this::pause);
                logger.log(Level.ERROR, "the thread that waits for a worker's messages has failed, and goes on", e);
            }
        }
    }

    /** Waits once, and does what comes of it; returns false at the end. */
    private boolean turn() throws InterruptedException {
        Duration limit = nextLimit();
        if (limit == null) {
            return false;
        }
        boolean came = false;
        Throwable trouble = null;
        try {
            came = link.awaitMarker(limit);
        } catch (Throwable e) {
            trouble = e;
        }
        ExchangeCall call = ended(came, trouble);
        if (call != null) {
            crew.start(exchanger.make(call));
        }
        return true;
    }

    /** Sleeps until it is time to wait for the marker; null if it never will be. */
    private @Nullable Duration nextLimit() throws InterruptedException {
        desk.lock.lockInterruptibly();
        try {
            while (desk.leasing && !desk.closed) {
                long now = desk.clock.now();
                if (desk.mayWaitForMarker() && notBefore <= now) {
                    desk.waitsForMarker = true;
                    return Duration.ofNanos(Math.max(SHORTEST, desk.attention.lookAt() - now));
                }
                desk.sleepBeforeMarker(desk.mayWaitForMarker() ? notBefore - now : LONGEST_SLEEP); // and looks again
            }
            thread = null;
            return null;
        } finally {
            desk.unlock();
        }
    }

    /** The wait is over; gives the exchange that this thread is to lead, if there is to be one now. */
    private @Nullable ExchangeCall ended(boolean came, @Nullable Throwable trouble) {
        return desk.under(() -> {
            desk.waitsForMarker = false;
            boolean interrupted = Thread.interrupted();
            if (came || trouble != null) {
                desk.attention.tookMarker();
            } // else its time was over, and a marker that comes now stays for the next wait
            if (trouble == null) {
                pauses.succeeded();
            } else if (!interrupted && desk.leasing) {
                failed(trouble);
            }
            ExchangeCall call = desk.exchangeAt() <= desk.clock.now() ? exchanger.begin() : null;
            desk.changed();
            return call;
        });
    }

    private @Nullable Void pause() {
        desk.tally.errors.increment();
        notBefore = desk.clock.now() + pauses.next();
        return null;
    }

    private void failed(Throwable e) {
        pause();
        String what = "a worker's wait for new messages has failed; it looks from time to time until it can wait again"
                + " (each worker takes one of the client's dedicated connections: see PoolOptions.maxSize)";
        troubles.tell(pauses.areFrequent(), what, e);
    }
}
