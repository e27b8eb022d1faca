package dev.carmine.mq.internal.worker;

import dev.carmine.client.Carmine;
import dev.carmine.mq.WorkerActivity;
import dev.carmine.mq.WorkerState;
import dev.carmine.mq.internal.QueueScripts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The engine of one worker: what its threads share, and when they begin and end. Between the calm after a stop and the
 * next start it has no thread but idle ones of handlers. Thread-safe.
 */
public final class Engine {
    private static final System.Logger LOGGER = System.getLogger("dev.carmine.mq.Worker");

    /** How long the last exchange may take after the time of a drain is over. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

    /** How long a thread may take to end once it is interrupted. */
    private static final long TO_END_MILLIS = 2_000;

    private final Desk desk;
    private final Exchanger exchanger;
    private final Heartbeat heartbeat;
    private final Ticker ticker;
    private final Bell bell;
    private final Crew crew;
    private final String threadName;

    /** The executor that the engine has made for itself; null if it was given one. */
    private final @Nullable ExecutorService ownExecutor;

    // Guarded by the desk's lock.
    private boolean closing;
    private @Nullable Supervisor supervisor;
    private @Nullable Thread thread;

    /**
     * Puts an engine together, which does nothing yet.
     *
     * @param redis the client
     * @param scripts of the queue
     * @param settings how it works
     * @param work what is done with messages
     */
    public Engine(Carmine redis, QueueScripts scripts, EngineSettings settings, Work work) {
        this(
                settings,
                work,
                new ServerLink(redis, settings.keys(), scripts, settings.name()),
                new Clock(System::nanoTime));
    }

    Engine(EngineSettings settings, Work work, QueueLink link, Clock clock) {
        this.threadName = "carmine-mq-" + settings.keys().queue();
        Executor given = settings.executor();
        this.ownExecutor =
                given == null ? HandlerThreads.executor(threadName + "-handler-", settings.concurrency()) : null;
        Executor executor = ownExecutor == null ? Objects.requireNonNull(given) : ownExecutor;
        this.desk = new Desk(
                clock,
                settings.concurrency(),
                settings.throttle() == null ? settings.prefetch() : Math.max(0, settings.prefetch()),
                settings.handlerTimeout().toNanos(),
                settings.pool(),
                settings.weight());
        Bystanders bystanders = new Bystanders(settings, executor, LOGGER);
        Troubles troubles = new Troubles(LOGGER, settings.keys().toString(), clock);
        this.exchanger = new Exchanger(desk, link, new Keeper(), bystanders, troubles);
        this.heartbeat = new Heartbeat(desk, link, () -> desk.under(exchanger::worker), troubles);
        this.ticker = new Ticker(desk, link, troubles);
        this.crew = new Crew(desk, exchanger, work, executor, LOGGER);
        this.bell = new Bell(desk, link, exchanger, crew, troubles, LOGGER);
    }

    /** What leases ask of their engine. */
    private final class Keeper implements Lease.Keeper {
        @Override
        public boolean extend(Lease lease, long millis) {
            return heartbeat.extendNow(lease, millis);
        }

        @Override
        public void progressed() {
            desk.under(() -> {
                heartbeat.progressed();
                desk.wakeAll();
                return null;
            });
        }
    }

    /** Begins to lease messages, or goes on to; does nothing if it does already. */
    public void start() {
        desk.under(() -> {
            if (closing) {
                throw new IllegalStateException("the worker is closed: make a new one");
            }
            desk.joinOthers();
            if (!desk.leasing) {
                desk.leasing = true;
                desk.attention.heard();
            }
            if (supervisor == null) {
                supervise();
            }
            bell.attend(threadName + "-bell");
            desk.wakeAll();
            return null;
        });
    }

    private void supervise() {
        Supervisor begun = new Supervisor(desk, exchanger, heartbeat, ticker, crew, this::unsupervised, LOGGER);
        Thread runner = new Thread(begun, threadName + "-worker");
        runner.setDaemon(true);
        runner.start();
        supervisor = begun;
        thread = runner;
    }

    private void unsupervised(Supervisor ended) {
        if (supervisor == ended) {
            supervisor = null;
            thread = null;
            desk.wakeAll();
        }
    }

    /** Leases nothing more; what no handler has begun goes back, what they have begun they finish. */
    public void stop() {
        desk.under(() -> {
            if (desk.leasing) {
                desk.leasing = false;
                bell.cancel();
                desk.giveBackWaiting();
                desk.attention.looksAway();
                desk.wakeAll();
            }
            return null;
        });
    }

    /**
     * Stops, and waits for the handlers; what they have not finished in time goes back.
     *
     * @param timeout how long to wait
     * @return whether everything was finished in time
     */
    public boolean drain(Duration timeout) {
        stop();
        if (awaitCalm(timeout.toNanos())) {
            return true;
        }
        giveBackAll();
        return false;
    }

    private void giveBackAll() {
        desk.under(() -> {
            if (!desk.leasing) { // else somebody has started it again
                desk.giveBackAll();
                desk.changed();
            }
            return null;
        });
        awaitSettled();
    }

    /** Waits until nothing is to be done any more, or the thread is interrupted, whose flag is set again. */
    private boolean awaitCalm(long nanos) {
        desk.lock.lock();
        try {
            return desk.await(desk::isCalm, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            desk.unlock();
        }
    }

    /** Waits until the server knows everything, but not for long; also if the thread is interrupted, as it stays. */
    private void awaitSettled() {
        boolean interrupted = false;
        desk.lock.lock();
        try {
            long end = desk.clock.now() + GRACE;
            boolean waited = false;
            while (!waited) {
                try {
                    desk.await(desk::isSettled, end - desk.clock.now());
                    waited = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            desk.lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Drains, interrupts the handlers that have not finished in time, and ends all threads.
     *
     * @param timeout how long to wait for handlers
     */
    public void close(Duration timeout) {
        desk.under(() -> closing = true);
        stop();
        if (!awaitCalm(timeout.toNanos())) {
            giveBackAll();
            desk.under(desk.running::all).forEach(Lease::interrupt);
        }
        List<Thread> ending = new ArrayList<>();
        desk.under(() -> {
            desk.closed = true;
            if (supervisor != null && thread != null) {
                supervisor.dismiss();
                ending.add(thread);
            }
            if (bell.thread() != null) {
                ending.add(bell.thread());
            }
            desk.wakeAll();
            return null;
        });
        ending.forEach(Thread::interrupt);
        ending.forEach(Engine::awaitEnd);
        if (ownExecutor != null) {
            ownExecutor.shutdownNow();
        }
    }

    private static void awaitEnd(Thread ending) {
        try {
            ending.join(TO_END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What it looks like now.
     *
     * @return a snapshot
     */
    public EngineSnapshot snapshot() {
        return desk.under(() -> new EngineSnapshot(
                state(),
                activity(),
                desk.handling(),
                desk.waiting(),
                since(exchanger.answeredAt()),
                since(supervisor == null ? Clock.NEVER : supervisor.lastTurn())));
    }

    /**
     * What it has done.
     *
     * @return counts that go on
     */
    public Tally tally() {
        return desk.tally;
    }

    private WorkerState state() {
        if (desk.closed) {
            return WorkerState.CLOSED;
        } else if (desk.leasing) {
            return WorkerState.RUNNING;
        }
        return desk.isCalm() ? WorkerState.STOPPED : WorkerState.STOPPING;
    }

    private WorkerActivity activity() {
        if (desk.unanswered != null) {
            return WorkerActivity.REPEATING;
        } else if (desk.leading) {
            return WorkerActivity.EXCHANGING;
        } else if (!desk.leasing) {
            return desk.handling() == 0 ? WorkerActivity.NOTHING : WorkerActivity.FINISHING;
        } else if (desk.room() <= 0 || desk.isRefused()) {
            return WorkerActivity.FULL;
        } else if (desk.attention.rests(desk.clock.now())) {
            return WorkerActivity.RESTING;
        }
        return WorkerActivity.WAITING;
    }

    private @Nullable Duration since(long time) {
        return time == Clock.NEVER ? null : Duration.ofNanos(Math.max(0, desk.clock.now() - time));
    }
}
