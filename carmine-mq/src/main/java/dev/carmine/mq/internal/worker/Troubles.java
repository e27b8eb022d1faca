package dev.carmine.mq.internal.worker;

import dev.carmine.client.CarmineException;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * Logs calls that have failed and are repeated. The first of several in a row is a warning, and one a minute while they
 * go on; what the client has to say of one is in its message, so that a lost connection takes a line and not a page.
 * Guarded by the desk's lock.
 */
final class Troubles {
    private static final long REMINDER_INTERVAL = TimeUnit.MINUTES.toNanos(1);

    private final System.Logger logger;
    private final String queue;
    private final Clock clock;
    private long warnedAt;

    /**
     * Logs for a worker.
     *
     * @param queue whose worker it is
     * @param clock the engine's
     */
    Troubles(System.Logger logger, String queue, Clock clock) {
        this.logger = logger;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Logs one failure.
     *
     * @param again whether the call before has failed too
     * @param what has happened
     */
    void tell(boolean again, String what, Throwable e) {
        long now = clock.now();
        boolean quiet = again && now - warnedAt < REMINDER_INTERVAL;
        Level level = quiet ? Level.DEBUG : Level.WARNING;
        if (level == Level.WARNING) {
            warnedAt = now;
        }
        log(level, what, e);
    }

    /** Logs that the server refuses to settle a message. */
    void refused(String id, Throwable e) {
        log(
                Level.ERROR,
                "what became of the message " + id
                        + " could not be told; it is handed out again when its lease is over",
                e);
    }

    private void log(Level level, String what, Throwable e) {
        String text = "Queue " + queue + ": " + what + ": " + e;
        if (e instanceof CarmineException) {
            logger.log(level, text);
        } else {
            logger.log(level, text, e);
        }
    }
}
