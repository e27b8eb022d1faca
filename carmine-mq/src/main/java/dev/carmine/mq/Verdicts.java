package dev.carmine.mq;

import dev.carmine.client.ValueCodec;
import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.Parcel;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.worker.Lease;
import dev.carmine.mq.internal.worker.Settle;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server is told of outcomes and errors. */
final class Verdicts {
    private static final System.Logger LOGGER = System.getLogger(Worker.class.getName());
    private static final int LONGEST_REASON = 1_000;
    private static final RetryPolicy FALLBACK = RetryPolicy.exponential();

    private final QueueKeys keys;
    private final ValueCodec codec;
    private final RetryPolicy policy;
    private final Duration handlerTimeout;

    Verdicts(QueueKeys keys, ValueCodec codec, WorkerOptions options) {
        this.keys = keys;
        this.codec = codec;
        this.policy = options.retryPolicy();
        this.handlerTimeout = options.handlerTimeout();
    }

    /** What becomes of a message whose handler has returned. */
    Settle of(Lease lease, @Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Success success) {
            return success(lease, success);
        } else if (outcome instanceof Outcome.Retry retry) {
            Duration after = retry.after();
            return after == null
                    ? failure(lease, null, "its handler asked for another attempt")
                    : Settle.retry(lease, Checks.millis(after), "its handler asked for another attempt");
        } else if (outcome instanceof Outcome.DeadLetter dead) {
            return Settle.dead(lease, shortened(dead.reason()));
        } else if (outcome instanceof Outcome.Release) {
            return Settle.back(lease);
        }
        return ofError(lease, new NullPointerException("the handler returned null in the place of an outcome"));
    }

    private Settle success(Lease lease, Outcome.Success success) {
        List<Parcel<?>> chained = new ArrayList<>();
        for (NewMessage<?> message : success.chained()) {
            Parcel<?> parcel = (Parcel<?>) message;
            if (!parcel.keys().tag().equals(keys.tag())) {
                return ofError(
                        lease,
                        new IllegalArgumentException("the queue " + parcel.keys() + " does not share the slot of "
                                + keys + ": open both with the same QueueOptions.slot to chain messages"));
            }
            chained.add(parcel);
        }
        byte[] result = null;
        if (success.result() != null) {
            try {
                result = codec.encode(success.result());
            } catch (Throwable e) {
                return ofError(lease, e);
            }
        }
        return Settle.success(lease, Checks.millis(success.dedupeWindow()), result, chained);
    }

    /** What becomes of a message whose handler has thrown. */
    Settle ofError(Lease lease, Throwable error) {
        return failure(lease, error, reason(error));
    }

    /** What becomes of a message whose handler was interrupted since its time was over, and has thrown then. */
    Settle ofTimeout(Lease lease, Throwable error) {
        return failure(lease, error, "its handler took longer than " + handlerTimeout + ": " + reason(error));
    }

    private Settle failure(Lease lease, @Nullable Throwable error, String reason) {
        int attempt = lease.grant().record().attempt();
        Duration delay;
        try {
            delay = policy.delay(attempt, error);
        } catch (Throwable e) {
            LOGGER.log(Level.WARNING, "a retry policy has thrown; the default one is asked instead", e);
            delay = FALLBACK.delay(attempt, error);
        }
        if (delay == null) {
            return Settle.dead(lease, shortened(reason));
        }
        return Settle.retry(lease, delay.isNegative() ? 0 : Checks.millis(delay), shortened(reason));
    }

    /** The error's class and message, for people. */
    static String reason(Throwable error) {
        String message;
        try {
            message = error.getMessage();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            message = null;
        }
        return shortened(error.getClass().getName() + (message == null ? "" : ": " + message));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON - 1) + "…";
    }
}
