package dev.carmine.client;

import dev.carmine.client.internal.Dispatcher;
import dev.carmine.client.internal.wire.Backoff;
import dev.carmine.client.internal.wire.Link;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Attempts a transaction until nobody has changed what it watches. */
final class TransactionLoop {
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Dispatcher dispatcher;
    private final long timeout;
    private final int maxAttempts;

    TransactionLoop(Dispatcher dispatcher, long timeout, int maxAttempts) {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, but is " + maxAttempts);
        }
        this.dispatcher = dispatcher;
        this.timeout = timeout;
        this.maxAttempts = maxAttempts;
    }

    <R extends @Nullable Object> R run(Function<? super Transaction, ? extends Reply<? extends R>> work) {
        Backoff pause = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, ThreadLocalRandom.current());
        for (int attempt = 1; attempt <= maxAttempts; attempt++) {
            if (attempt > 1) {
                await(pause.next());
            }
            Reply<? extends R> reply = attempt(work);
            if (reply != null) {
                return reply.get();
            }
        }
        throw new CarmineConflictException("the transaction was not executed: others have changed a watched key in "
                + (maxAttempts == 1 ? "its only attempt" : "each of " + maxAttempts + " attempts")
                + "; allow more attempts, or watch fewer keys");
    }

    /** The reply, or null if nothing was executed because of others. */
    private <R extends @Nullable Object> @Nullable Reply<? extends R> attempt(
            Function<? super Transaction, ? extends Reply<? extends R>> work) {
        Link link = dispatcher.borrow("a transaction", timeout);
        link.endWhenLost(true);
        Transaction transaction = new Transaction(dispatcher, link, timeout);
        try {
            Reply<? extends R> reply = work.apply(transaction);
            if (reply == null) {
                throw new NullPointerException(
                        "the function of a transaction has returned null: return a Reply, Reply.of(null) if need be");
            }
            return transaction.execute() ? reply : null;
        } finally {
            boolean clean = false;
            try {
                clean = transaction.end();
            } finally {
                link.endWhenLost(false);
                dispatcher.giveBack(link, clean);
            }
        }
    }

    private static void await(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long rest = nanos; rest > 0; rest = end - System.nanoTime()) {
            LockSupport.parkNanos(rest);
            if (Thread.currentThread().isInterrupted()) {
                throw new CarmineInterruptedException(
                        "the thread was interrupted between two attempts at a transaction", Fate.NOT_SENT, null);
            }
        }
    }
}
